"""What ``designsys audit`` keeps of a run, and how it goes on after one that was cut off."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# One process: the run that nothing disturbs is done once.
pytestmark = pytest.mark.xdist_group("keeping")

Run = Callable[..., Any]
PAGE = '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>題{0}</title></head><body><main><h1>題{0}</h1><img src="x"></main></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return _site(tmp_path)


def _site(folder: Path) -> Path:
    made = folder / "市"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.html").write_text(PAGE.format(number), encoding="utf-8")
    return made


def _findings(path: Path) -> list[tuple[str, str, str]]:
    report = json.loads(path.read_text(encoding="utf-8"))
    return sorted((Path(one["url"]).name, one["rule"], one["selector"]) for one in report["findings"])


def _command(site: Path, keep: Path, report: Path, *more: str) -> list[str]:
    audit = [sys.executable, "-m", "designsys", "audit", str(site), "--condition", "base", "--no-cache"]
    return [*audit, "--keep", str(keep), "--json", str(report), *more]


def _begin(command: list[str], keep: Path) -> subprocess.Popen[bytes]:
    """Start a run, and come back when it is in the middle."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    journal, deadline = keep / "journal.jsonl", time.monotonic() + 120
    while not (journal.is_file() and len(journal.read_bytes().splitlines()) >= 3):
        assert time.monotonic() < deadline, "nothing was judged in two minutes"
        time.sleep(0.02)
    return process


def _judged(keep: Path) -> int:
    return len((keep / "journal.jsonl").read_bytes().splitlines()) - 1


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """What one run that nothing disturbs finds."""
    folder = tmp_path_factory.mktemp("unbroken")
    done = subprocess.run(
        _command(_site(folder), folder / "keep", folder / "once.json"), capture_output=True, check=False
    )
    assert done.returncode == 1
    found = _findings(folder / "once.json")
    assert len({url for url, _, _ in found}) == 6
    return found


@pytest.mark.parametrize("engine", ["playwright", "selenium"])
def test_a_run_that_was_killed_goes_on_and_gives_the_same(
    engine: str, site: Path, tmp_path: Path, unbroken: list[tuple[str, str, str]]
) -> None:
    keep = tmp_path / "途中"
    process = _begin(_command(site, keep, tmp_path / "cut.json", "--engine", engine), keep)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert _judged(keep) < 6, "the run was over before it could be killed"
    done = subprocess.run(
        _command(site, keep, tmp_path / "whole.json", "--engine", engine, "--resume"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert _findings(tmp_path / "whole.json") == unbroken


def _browsers(process: int) -> list[int]:
    """The browsers that a process started, by way of others or by itself; their own children are left out."""
    found = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (thread / "children").read_text().split()):
            command = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
            is_browser = b"--headless" in b" ".join(command) and b"chromedriver" not in command[0]
            found += [child] if is_browser else _browsers(child)
    return found


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the browser by /proc")
@pytest.mark.parametrize("engine", ["playwright", "selenium"])
def test_a_browser_that_was_killed_is_started_again_and_nothing_is_lost(
    engine: str, site: Path, tmp_path: Path, unbroken: list[tuple[str, str, str]]
) -> None:
    keep = tmp_path / "途中"
    process = _begin(_command(site, keep, tmp_path / "whole.json", "--engine", engine), keep)
    browsers = _browsers(process.pid)
    assert browsers
    for browser in browsers:
        os.kill(browser, signal.SIGKILL)
    assert _judged(keep) < 6, "the run was over before the browser could be killed"
    assert process.wait(240) == 1
    assert _findings(tmp_path / "whole.json") == unbroken


def test_what_is_kept_is_not_for_git(site: Path, tmp_path: Path, designsys: Run) -> None:
    keep = tmp_path / "keep"
    (site / "1.html").unlink()
    designsys("audit", site / "0.html", "--condition", "base", "--keep", keep)
    assert (keep / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert len(list((keep / "cache").glob("*.json"))) == 1


def test_without_cache_nothing_is_kept_of_pages(site: Path, tmp_path: Path, designsys: Run) -> None:
    keep = tmp_path / "keep"
    designsys("audit", site / "0.html", "--condition", "base", "--keep", keep, "--no-cache")
    assert not (keep / "cache").exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(site: Path, tmp_path: Path, designsys: Run) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = designsys("audit", site / "0.html", "--condition", "base", "--keep", tmp_path / "file" / "x")
    assert result.code == 2
    assert result.err.rstrip().endswith("give another folder to --keep.")
