"""How much memory a run over many pages takes in the Python process: it has to stay flat.

Run it: ``python tests/benchmarks/audit_memory.py --pages 1000``. It serves that many pages of its own, all different,
judges them on the command line under the base condition, and prints the peak of the process at the end and on the
way. The browser's own memory is not counted. It reads ``/proc``, so it runs on Linux only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 300
"""Megabytes that the process may take at most."""

PAGE = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>お知らせ {number}</title></head>
<body><header><a href="/">市役所</a></header><main><h1>お知らせ {number}</h1>{body}
<form><label for="n">名前</label><input id="n" name="n"><button>送る</button></form>
<p><img src="/{number}.png"></p><p style="color: #999; background: #fff">問い合わせ {number}</p></main></body></html>"""


def write_pages(folder: Path, count: int) -> None:
    """Pages as a city has them, each with two faults."""
    for number in range(count):
        body = "".join(
            f'<h2>{number} の {part}</h2><p>受付は {part + 1}月{number % 28 + 1}日までです。<a href="/{number}-{part}">{number} の {part} を読む</a></p>'
            for part in range(10)
        )
        (folder / f"{number:04}.html").write_text(PAGE.format(number=number, body=body), encoding="utf-8")


def peak(process: int) -> int:
    """The most memory that a process has had so far, in kilobytes; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def main() -> None:
    """Measure, print, and end with 1 when the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--engine", default="playwright")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        site.mkdir()
        write_pages(site, arguments.pages)
        command = [sys.executable, "-m", "designsys", "audit", str(site), "--condition", "base"]
        options = ["--engine", arguments.engine, "--keep", str(folder / "keep"), "--no-cache"]
        report = ["--json", str(folder / "report.json")]
        process = subprocess.Popen([*command, *options, *report], stdout=subprocess.DEVNULL, cwd=folder)
        journal, shown, highest = folder / "keep" / "journal.jsonl", -1, 0
        while process.poll() is None:
            time.sleep(0.2)
            highest = max(highest, peak(process.pid))
            judged = journal.read_bytes().count(b"\n") - 1 if journal.is_file() else 0
            if judged // 50 > shown:
                shown = judged // 50
                print(f"{judged:5} pages: {highest / 1024:6.1f} MB", flush=True)
    print(
        f"{arguments.pages:5} pages: {highest / 1024:6.1f} MB at most, of {LIMIT}; exit code {process.returncode}"
    )
    sys.exit(0 if process.returncode == 1 and highest < LIMIT * 1024 else 1)


if __name__ == "__main__":
    main()
