"""Which elements listen to which events."""

from __future__ import annotations

from typing import Any

from designsys.audit.facts import listeners


def test_a_plain_page_hears_nothing(opened: Any) -> None:
    heard = opened("<button>送る</button>").fact(listeners.find)
    assert not heard.keys
    assert not heard.focus
    assert not heard.any("click")


def test_attributes_and_shadow_trees_are_heard(opened: Any) -> None:
    heard = opened(
        '<button onclick="1">送る</button><div id="host"></div><script>'
        'const root = host.attachShadow({mode: "open"}); root.innerHTML = "<input>";'
        'root.firstChild.addEventListener("focus", () => {})</script>'
    ).fact(listeners.find)
    assert heard.any("click")
    assert heard.focus
    assert not heard.keys


def test_keys_of_the_window_are_heard_anywhere_and_those_of_a_field_are_not(opened: Any) -> None:
    anywhere = opened("<input><script>onkeydown = () => {}</script>").fact(listeners.find)
    field = opened('<input onkeydown="1">').fact(listeners.find)
    assert (anywhere.keys_anywhere, field.keys_anywhere, field.keys) == (True, False, True)


def test_marked_nodes_become_known_to_the_isolated_world(opened: Any) -> None:
    page = opened('<p id="a" onclick="1">あ</p><p id="b">い</p>')
    page.evaluate(
        "(() => { globalThis.known = []; addEventListener('designsys-listens', e => known.push(e.target.id), true) })()"
    )
    listeners.mark(page, page.fact(listeners.find).nodes["click"])
    assert page.evaluate("known") == ["a"]
