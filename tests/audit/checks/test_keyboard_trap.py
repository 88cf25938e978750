"""Parts that the focus cannot leave."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, LIKELY, Finding


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("keyboard-trap", which)
    assert found == expected
    assert any(expected) == (which == "fails")


def _traps(judge_html: Any, good_page: str, body: str, engine: str = "playwright") -> list[Finding]:
    html = good_page.replace("</main>", body + "</main>")
    return [one for one in judge_html(html, engine, (BASE,)).findings if one.rule == "keyboard-trap"]


TRAP = '<p><button type="button" onblur="setTimeout(() => this.focus(), {delay})">地図</button></p><p><a href="#x">先へ</a></p>'
STAYS = "<p><label>本文 <textarea onkeydown=\"{script}\"></textarea></label></p><p><a href='#x'>先へ</a></p>"


@pytest.mark.parametrize("delay", [0, 1, 10, 100])
def test_a_stop_that_takes_the_focus_back_is_certain_whenever_it_does(
    delay: int, judge_html: Any, good_page: str
) -> None:
    found = _traps(judge_html, good_page, TRAP.format(delay=delay))
    assert [(one.certainty, one.unstable) for one in found] == [(CERTAIN, False)]


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        pytest.param("!event.shiftKey", "Tab", id="forwards"),
        pytest.param("event.shiftKey", "Shift+Tab", id="back"),
    ],
)
def test_a_field_that_lets_go_in_one_direction_is_likely(
    keys: str, key: str, judge_html: Any, good_page: str, running: Any
) -> None:
    # A browser that met a page which holds Tab does not give the focus back, and the walk back meets nothing.
    running.renew("playwright")
    script = f"if (event.key === 'Tab' && {keys}) event.preventDefault()"
    found = _traps(judge_html, good_page, STAYS.format(script=script))
    assert [(one.certainty, one.criteria) for one in found] == [(LIKELY, ("2.1.2",))]
    assert found[0].ja.startswith(f"{key}では")


RING = (
    '<div><button type="button" id="bold">太字</button> <button type="button" id="line">下線</button></div><script>'
    "for (const [one, other] of [[bold, line], [line, bold]]) one.{on} = event => {{ {act} }}</script><p><a href='#x'>先へ</a></p>"
)
TURNS = "if (event.key === 'Tab') { event.preventDefault(); other.focus(); }"


@pytest.mark.parametrize(
    ("on", "act"),
    [pytest.param("onkeydown", TURNS, id="by-key"), pytest.param("onblur", "other.focus()", id="on-blur")],
)
def test_two_stops_that_pass_the_focus_to_each_other_are_told_once(
    on: str, act: str, judge_html: Any, good_page: str
) -> None:
    found = _traps(judge_html, good_page, RING.format(on=on, act=act))
    assert [one.certainty for one in found] == [CERTAIN]
    assert found[0].selector in ("#bold", "#line")


DIALOG = (
    '<dialog id="d"><p>お知らせがあります。</p>{inside}</dialog><script>d.showModal(); d.onkeydown = event => '
    "{{ if (event.key === 'Tab') event.preventDefault() }}</script>"
)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param('<form method="dialog"><button>閉じる</button></form>', id="button"),
        pytest.param("<label>番号 <input></label>", id="escape"),
    ],
)
def test_a_modal_dialog_that_can_be_closed_passes(inside: str, judge_html: Any, good_page: str) -> None:
    assert _traps(judge_html, good_page, DIALOG.format(inside=inside)) == []


@pytest.mark.parametrize(
    ("help_", "found"),
    [
        pytest.param(
            '<button type="button" onclick="told.textContent = \'Ctrl+Mで出られます\'">操作の説明</button>',
            [],
            id="told",
        ),
        pytest.param("", [CERTAIN], id="untold"),
    ],
)
def test_a_key_that_leads_out_counts_where_the_page_names_it(
    help_: str, found: list[str], judge_html: Any, good_page: str
) -> None:
    script = "if (event.ctrlKey && event.key === 'm') this.onkeydown = null; if (event.key === 'Tab') event.preventDefault()"
    body = f'<p>{help_}<span id="told"></span></p>' + STAYS.format(script=script)
    assert [one.certainty for one in _traps(judge_html, good_page, body)] == found


def test_a_field_that_escape_sets_free_passes(judge_html: Any, good_page: str) -> None:
    script = (
        "if (event.key === 'Escape') this.onkeydown = null; if (event.key === 'Tab') event.preventDefault()"
    )
    assert _traps(judge_html, good_page, STAYS.format(script=script)) == []


PARTS = (
    "<ward-map></ward-map><script>onkeydown = () => {{}}; customElements.define('ward-map', class extends HTMLElement {{"
    "constructor() {{ super(); this.attachShadow({{mode: '{mode}', delegatesFocus: true}}).innerHTML = '{inside}'; }} }})"
    "</script>"
)


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_a_widget_of_many_parts_passes(mode: str, judge_html: Any, good_page: str) -> None:
    assert _traps(judge_html, good_page, PARTS.format(mode=mode, inside="<input>" * 8)) == []


def test_a_dialog_with_a_button_passes_whatever_its_button_waits_for(judge_html: Any, good_page: str) -> None:
    ring = RING.format(on="onkeydown", act=TURNS).replace("<div>", '<div role="dialog" aria-label="同意">', 1)
    assert _traps(judge_html, good_page, ring) == []


def test_the_other_engine_sees_a_trap_too(judge_html: Any, good_page: str) -> None:
    # As the last stop it would let go there: a page cannot take the focus back from the browser's own controls.
    found = _traps(judge_html, good_page, TRAP.format(delay=10), "selenium")
    assert [one.certainty for one in found] == [CERTAIN]
