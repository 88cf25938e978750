"""Motion that pictures prove."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.moving import seen_moving

STYLE = (
    "<style>@keyframes go { to { transform: translateX(60px) } } .go { animation: go 1s infinite; width: 90px }"
    " .covered { position: relative } .covered::after { content: ''; position: absolute; inset: 0; background: #fff }"
    "</style>"
)


@pytest.mark.parametrize(
    ("html", "moves"),
    [
        pytest.param("<p id='x' class='go'>市役所</p>", True, id="moves"),
        pytest.param(
            "<div style='height: 3000px'></div><p id='x' class='go'>市役所</p>", True, id="far-below"
        ),
        pytest.param("<p id='x'>市役所</p>", False, id="stands"),
        pytest.param("<div class='covered'><p id='x' class='go'>市役所</p></div>", False, id="covered"),
        pytest.param(
            "<p id='x' class='go' style='position: absolute; left: -500px'>市役所</p>", False, id="outside"
        ),
        pytest.param("<p id='x' class='go' style='display: none'>市役所</p>", False, id="hidden"),
    ],
)
def test_only_what_looks_different_moves(html: str, moves: bool, load_html: Any) -> None:
    assert seen_moving(load_html(STYLE + html), ["#x"]) is moves


def test_an_element_that_is_gone_does_not_move(load_html: Any) -> None:
    assert seen_moving(load_html("<p>市役所</p>"), ["#gone"]) is False
