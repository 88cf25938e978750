"""Stops under sticky parts."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, LIKELY


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("focus-obscured", which)
    assert found == expected
    assert any(expected) == (which == "fails")


# At the end of the page the second link lies under the header, and only Shift+Tab comes there.
UNDER = (
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>戸籍｜あおば市</title><style>'
    "body, p, h1 {{ margin: 0 }} p {{ height: 30px }} header {{ position: sticky; top: 0; height: 140px; {style} }}"
    '</style></head><body><header><h1>戸籍</h1>{inside}</header><main><p><a href="#1">届け出</a></p>'
    '<div style="height: 1500px"></div><p><a href="#2" id="under" {focused}>証明</a></p>'
    '<div style="height: calc(100vh - 130px)"></div><p><a href="#3">窓口</a></p></main></body></html>'
)
COMES_OUT = """onfocus="setTimeout(() => this.scrollIntoView({block: 'center'}), 20)" """


@pytest.mark.parametrize(
    ("style", "inside", "focused", "certainties"),
    [
        pytest.param("background: #fff", "", "", [CERTAIN], id="covered"),
        pytest.param("background: rgba(255, 255, 255, 0.6)", "", "", [LIKELY], id="seen-through"),
        pytest.param("background: #fff", "<button>閉じる</button>", "", [LIKELY], id="closable"),
        pytest.param("background: #fff", "", COMES_OUT, [], id="brought-out"),
    ],
)
def test_what_shift_tab_brings_under_a_sticky_part_is_told(
    style: str, inside: str, focused: str, certainties: list[str], judge_html: Any
) -> None:
    html = UNDER.format(style=style, inside=inside, focused=focused)
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "focus-obscured"]
    assert [one.certainty for one in found if one.selector == "#under"] == certainties
    assert all("Shift+Tab" in one.ja for one in found)
