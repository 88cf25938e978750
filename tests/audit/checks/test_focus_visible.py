"""Stops that look the same with and without the focus."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE, CONDITIONS, Condition


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("focus-visible", which)
    assert found == expected
    assert any(expected) == (which == "fails")


FORCED = next(condition for condition in CONDITIONS if condition.forced_colors)
SHADOW = "<style>.own:focus { outline: none; box-shadow: 0 0 0 4px #036 }</style><button class=own>申し込む</button><a href='#x'>先へ</a>"


@pytest.mark.parametrize(("condition", "count"), [(BASE, 0), (FORCED, 1)], ids=["base", "forced-colours"])
def test_a_ring_of_shadow_is_gone_where_colours_are_forced(
    condition: Condition, count: int, judge_html: Any, good_page: str
) -> None:
    html = good_page.replace("</main>", SHADOW + "</main>")
    found = [one for one in judge_html(html, conditions=(condition,)).findings if one.rule == "focus-visible"]
    assert len(found) == count
