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

Run = Callable[..., Any]
PAGE = '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>題{0}</title></head><body><main><h1>題{0}</h1><img src="x"></main></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "市"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.html").write_text(PAGE.format(number), encoding="utf-8")
    return folder


def _findings(path: Path) -> list[tuple[str, str, str]]:
    report = json.loads(path.read_text(encoding="utf-8"))
    return sorted((one["url"], one["rule"], one["selector"]) for one in report["findings"])


def _command(site: Path, keep: Path, report: Path, *more: str) -> list[str]:
    audit = [sys.executable, "-m", "designsys", "audit", str(site), "--condition", "base", "--no-cache"]
    return [*audit, "--keep", str(keep), "--json", str(report), *more]


def test_a_run_that_was_killed_goes_on_and_gives_the_same(site: Path, tmp_path: Path) -> None:
    keep = tmp_path / "途中"
    process = subprocess.Popen(
        _command(site, keep, tmp_path / "cut.json"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    journal, deadline = keep / "journal.jsonl", time.monotonic() + 60
    while not (journal.is_file() and len(journal.read_bytes().splitlines()) >= 3):
        assert time.monotonic() < deadline, "nothing was judged in a minute"
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    judged = len(journal.read_bytes().splitlines())
    assert judged < 7, "the run was over before it could be killed"
    done = subprocess.run(
        _command(site, keep, tmp_path / "whole.json", "--resume"), capture_output=True, check=False
    )
    assert done.returncode == 1
    unbroken = subprocess.run(
        _command(site, tmp_path / "other", tmp_path / "once.json"), capture_output=True, check=False
    )
    assert unbroken.returncode == 1
    assert _findings(tmp_path / "whole.json") == _findings(tmp_path / "once.json")
    assert len({url for url, _, _ in _findings(tmp_path / "whole.json")}) == 6


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
