"""What pressing buttons changes."""

from __future__ import annotations

from typing import Any

from designsys.audit.facts import presses


def test_what_a_button_reveals_and_hides_again(opened: Any) -> None:
    (one,) = opened(
        '<button type="button" id="b" onclick="p.hidden = !p.hidden">開く</button><p id="p" hidden>中身</p>'
    ).fact(presses.find)
    assert one.path == ["#b"]
    assert [part["path"] for part in one.after["revealed"]] == [["#p"]]
    assert one.again is not None and one.again["hidden"]


def test_a_page_without_listeners_is_not_pressed(opened: Any) -> None:
    page = opened("<button>送る</button>")
    assert page.fact(presses.find) == []
    assert page.touched is False


def test_a_button_that_sends_a_form_is_pressed_last_and_sends_nothing(opened: Any) -> None:
    page = opened(
        '<form action="gone.html" onsubmit="done.hidden = false"><button id="s">送る</button></form>'
        '<button type="button" id="b" onclick="done.append(1)">足す</button><p id="done" hidden>送りました</p>'
    )
    pressed = page.fact(presses.find)
    assert [one.path for one in pressed] == [["#b"], ["#s"]]
    assert pressed[-1].after["left"]
    assert page.evaluate("location.pathname").endswith("page.html")
