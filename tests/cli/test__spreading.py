"""``--grid`` and ``--shard``: what does not go together is told before a page is looked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--grid", "http://127.0.0.1:1"], "the engine 'playwright' does not run on a Selenium Grid"),
        (["--grid", "http://127.0.0.1:1", "--engine", "selenum"], "did you mean 'selenium'?"),
        (["--shard", "3/2"], "--shard 3/2 is no part of a run"),
        (["--shard", "1/2", "--pdf"], "list them in a run without --shard"),
        (["--shard", "1/2", "--sample", "4"], "--shard with --sample needs --seed"),
    ],
)
def test_what_does_not_go_together_is_2_in_one_sentence(
    options: list[str], reason: str, designsys: Run
) -> None:
    # Nobody answers at this address: were it asked, the sentence would be about it.
    result = designsys("audit", "http://127.0.0.1:1/sitemap.xml", *options)
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert reason in result.err


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--engine", "selenium", "--grid", "http://127.0.0.1:1"], "http://127.0.0.1:1 does not answer"),
        (["--engine", "selenium", "--grid", "grid:4444"], "'grid:4444' is no address of a Selenium Grid"),
        (["--shard", "2/3"], "--shard 2/3 divides 1 pages among 3 machines"),
    ],
)
def test_what_cannot_run_is_2_in_one_sentence(
    options: list[str], reason: str, designsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text("<!doctype html><title>a</title>", encoding="utf-8")
    result = designsys("audit", "a.html", *options)
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert reason in result.err


def test_a_folder_called_merge_can_be_judged(
    designsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "merge").mkdir()
    assert "there is no HTML page in the folder 'merge'" in designsys("audit", "./merge").err
    assert "a folder called merge is ./merge" in designsys("audit", "merge").err
