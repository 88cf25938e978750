"""Pages that have to be scrolled sideways at 320 px."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE, named
from designsys.audit.findings import CERTAIN, LIKELY

PAGES = Path(__file__).parent / "reflow"
(NARROW,) = named(["320"])


def _found(judge_html: Any, html: str, condition: Any) -> list[tuple[str, str]]:
    findings = judge_html(html, conditions=(condition,)).findings
    return [(one.certainty, one.html) for one in findings if one.rule == "reflow"]


def _page(which: str) -> str:
    return (PAGES / f"{which}.html").read_text(encoding="utf-8")


def test_what_sticks_out_is_certain(judge_html: Any) -> None:
    found = _found(judge_html, _page("fails"), NARROW)
    assert {certainty for certainty, _ in found} == {CERTAIN}
    assert all("data-fails" in html for _, html in found)
    assert len(found) == len(re.findall(r" data-fails", _page("fails")))


def test_tables_code_and_what_scrolls_by_itself_pass(judge_html: Any) -> None:
    assert _found(judge_html, _page("passes"), NARROW) == []


def test_a_wide_window_is_not_judged(judge_html: Any) -> None:
    assert _found(judge_html, _page("fails"), BASE) == []


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        pytest.param("body { overflow-x: hidden } p { width: 600px }", [LIKELY], id="cut-by-the-window"),
        pytest.param("p { overflow: hidden; white-space: nowrap }", [LIKELY], id="cut-by-its-box"),
        pytest.param("p { overflow: hidden }", [], id="wraps"),
    ],
)
def test_text_that_is_cut_off(style: str, expected: list[str], judge_html: Any) -> None:
    html = f'<!doctype html><html lang="ja"><title>案内</title><style>{style}</style><main><p>転入届は、引っ越してから14日のうちに、本人確認の書類を持って市民課の窓口へ出してください。</p></main>'
    assert [certainty for certainty, _ in _found(judge_html, html, NARROW)] == expected
