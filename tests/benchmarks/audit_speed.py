"""What judging costs beside pa11y-ci and @axe-core/cli: the same 40 form pages, the same server, one run, by turns.

Run it: ``python tests/benchmarks/audit_speed.py``, after ``make .cache/gates/node_modules``. Every tool is handed the
same axe-core file; pa11y-ci takes none and is compared in speed only. It prints ratios, and whether ours and
@axe-core/cli find the same; it judges no seconds, for a busy machine is slow for all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from form_pages import write_pages

from designsys.audit.axe_core import script
from designsys.audit.browser import find_browser, find_driver, launch_arguments
from designsys.audit.targets import LocalServer

GATES = Path(__file__).parents[2] / ".cache" / "gates" / "node_modules"
AXE_TAGS = "wcag2a,wcag2aa,wcag21a,wcag21aa,wcag22a,wcag22aa"

Found = Counter[tuple[str, str]]
"""How many elements break a rule, by page and rule."""


def ours(folder: Path, urls: list[str], *options: str) -> Found:
    """One run of the command line, without what an earlier run knew."""
    report = folder / "ours.json"
    listed = folder / "pages.txt"
    listed.write_text("\n".join(urls), encoding="utf-8")
    arguments = [
        f"@{listed}",
        "--condition",
        "base",
        "--json",
        str(report),
        "--keep",
        str(folder / "kept"),
        *options,
    ]
    _run([sys.executable, "-m", "designsys", "audit", *arguments], folder, fails=(0, 1))
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    return Counter((Path(one["url"]).name, one["rule"]) for one in findings if one["certainty"] == "certain")


def axe_cli(folder: Path, urls: list[str]) -> Found:
    """One run of @axe-core/cli over all pages."""
    _run(
        [
            str(GATES / ".bin" / "axe"), *urls, "--tags", AXE_TAGS, "--axe-source", str(script()), "--dir", str(folder),
            "--save", "axe.json", "--chrome-path", str(find_browser()), "--chromedriver-path", str(find_driver()),
            "--chrome-options", ",".join(one.removeprefix("--") for one in ("--headless=new", *launch_arguments())),
        ],
        folder,
    )  # fmt: skip
    results = json.loads((folder / "axe.json").read_text(encoding="utf-8"))
    return Counter(
        (Path(page["url"]).name, rule["id"])
        for page in results
        for rule in page["violations"]
        for _ in rule["nodes"]
    )


def pa11y(folder: Path, urls: list[str]) -> None:
    """One run of pa11y-ci with its axe runner."""
    browser = {"executablePath": str(find_browser()), "args": launch_arguments()}
    config = {
        "defaults": {"runners": ["axe"], "standard": "WCAG2AA", "chromeLaunchConfig": browser},
        "urls": urls,
    }
    (folder / "pa11y.json").write_text(json.dumps(config), encoding="utf-8")
    _run([str(GATES / ".bin" / "pa11y-ci"), "--config", "pa11y.json"], folder, fails=(0, 2))


def _run(command: list[str], folder: Path, fails: tuple[int, ...] = (0,)) -> None:
    environment = {**os.environ, "DESIGNSYS_LANG": "en"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode not in fails:
        sys.exit(
            f"{Path(command[0]).name} ended with {done.returncode}:\n{done.stdout[-500:]}{done.stderr[-500:]}"
        )


def seconds(work: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Print a line for each tool, with its ratio to ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--faulty", type=int, default=4, help="every so-many-th page has faults, and is tried twice"
    )
    options = parser.parse_args()
    if not GATES.is_dir():
        sys.exit("the peers are missing: run 'make .cache/gates/node_modules' first.")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pages = write_pages(folder / "site", options.pages, options.faulty)
        server = LocalServer(folder / "site")
        try:
            _compare(folder, [f"{server.url}/{page.name}" for page in pages], options.rounds)
        finally:
            server.close()


def _compare(folder: Path, urls: list[str], rounds: int) -> None:
    axe_only = ("--check", "axe", "--axe-script", str(script()), "--no-cache")
    kept = folder / "kept"
    tools: dict[str, Callable[[], object]] = {
        "ours, axe only": lambda: ours(folder, urls, *axe_only),
        "pa11y-ci": lambda: pa11y(folder, urls),
        "@axe-core/cli": lambda: axe_cli(folder, urls),
        "ours, all checks": lambda: (shutil.rmtree(kept, ignore_errors=True), ours(folder, urls)),
        "ours, unchanged": lambda: ours(folder, urls),
    }
    spent: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, tool in tools.items():
            spent[name].append(seconds(tool))
    best = {name: statistics.median(times) for name, times in spent.items()}
    for name, median in best.items():
        print(f"{name:18} {len(urls) / median:6.2f} pages a second")
    print(f"axe only: {best['pa11y-ci'] / best['ours, axe only']:.1f} × as quick as pa11y-ci (aim 5)")
    print(
        f"axe only: {best['@axe-core/cli'] / best['ours, axe only']:.1f} × as quick as @axe-core/cli (aim 2)"
    )
    print(
        f"all checks cost {best['ours, all checks'] / best['ours, axe only']:.1f} × axe alone (aim under 4)"
    )
    print(f"an unchanged run is {best['ours, all checks'] / best['ours, unchanged']:.1f} × quicker (aim 3)")
    own, theirs = ours(folder, urls, *axe_only), axe_cli(folder, urls)
    print(
        f"findings: ours {sum(own.values())}, @axe-core/cli {sum(theirs.values())}, differing {_differing(own, theirs)}"
    )


def _differing(own: Found, theirs: Found) -> int:
    return sum(((own - theirs) + (theirs - own)).values())


if __name__ == "__main__":
    main()
