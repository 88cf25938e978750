"""Parts that the focus cannot leave."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, LIKELY


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("keyboard-trap", which)
    assert found == expected
    assert any(expected) == (which == "fails")


TABS = "<p><label>本文 <textarea onkeydown=\"{script}\"></textarea></label></p><p><a href='#x'>先へ</a></p>"
TAKES_TAB = "if (event.key === 'Tab' && !event.shiftKey) event.preventDefault()"


def test_a_field_that_lets_go_backwards_only_is_likely(judge_html: Any, good_page: str) -> None:
    html = good_page.replace("</main>", TABS.format(script=TAKES_TAB) + "</main>")
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "keyboard-trap"]
    assert [(one.certainty, one.criteria) for one in found] == [(LIKELY, ("2.1.2",))]
    assert "Tabでは" in found[0].ja


def test_the_other_engine_sees_a_trap_too(judge_html: Any, good_page: str) -> None:
    # As the last stop it would let go there: a page cannot take the focus back from the browser's own controls.
    trap = '<button onblur="setTimeout(() => this.focus(), 10)">地図</button><a href="#x">先へ</a>'
    html = good_page.replace("</main>", trap + "</main>")
    found = [one for one in judge_html(html, "selenium", (BASE,)).findings if one.rule == "keyboard-trap"]
    assert [one.certainty for one in found] == [CERTAIN]
