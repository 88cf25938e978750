"""``--check``, ``--workers`` and ``--timeout``: what cannot be judged by is told before a page is looked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--check", "focus-visibel"], "did you mean 'focus_visible'?"),
        (["--check", "kanji"], "there is no check 'kanji': leave --check out"),
        (["--workers", "0"], "--workers 0 judges nothing: write a number of 1 or more"),
        (["--timeout", "0"], "--timeout 0 is no time to wait"),
    ],
)
def test_what_cannot_be_judged_by_is_2_in_one_sentence(
    options: list[str], reason: str, designsys: Run
) -> None:
    result = designsys("audit", "http://127.0.0.1:1/sitemap.xml", *options)
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert reason in result.err


def test_the_checks_that_were_named_judge_and_no_others(
    designsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(
            f'<!doctype html><html lang="ja"><title>届</title><main><h1>{name}の届</h1><img src="x.png"><p>日　時</p>'
            '<label for="i">氏名</label><input id="i"><label for="i">住所</label><input id="i"></main></html>',
            encoding="utf-8",
        )
    result = designsys(
        "audit", "a.html", "b.html", "--condition", "base", "--check", "duplicate-id", "--check", "title_unique",
        "--workers", "2", "--json", "report.json",
    )  # fmt: skip
    found = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["findings"]
    assert result.code == 1
    assert {one["rule"] for one in found} == {"duplicate-id", "title-unique"}
    assert {Path(one["url"]).name for one in found} == {"a.html", "b.html"}
