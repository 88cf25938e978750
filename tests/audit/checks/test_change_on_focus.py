"""Pages that leave as soon as something is focused."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("change-on-focus", which)
    assert found == expected
    assert any(expected) == (which == "fails")


TWO = (
    '<p><a href="/first">転入</a></p><p><a href="/second" id="slow" onfocus="setTimeout(() => {{ {act} }}, {delay})">転出</a></p>'
    '<p><a href="/third">印鑑登録</a></p><p><a href="/fourth">戸籍</a></p>'
)


@pytest.mark.parametrize("act", ["location.href = '/away'", "window.open('/map')"], ids=["page", "window"])
@pytest.mark.parametrize("delay", [0, 40, 120])
def test_what_a_timer_does_after_focus_is_told_of_the_stop_that_set_it(
    act: str, delay: int, judge_html: Any, good_page: str
) -> None:
    html = good_page.replace("</main>", TWO.format(act=act, delay=delay) + "</main>")
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "change-on-focus"]
    assert [(one.selector, one.certainty, one.unstable) for one in found] == [("#slow", CERTAIN, False)]
