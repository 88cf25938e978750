"""What ``base.css`` promises every component, seen in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys import styles
from designsys.tokens import css

COMPONENT = """
.ds-box { display: grid; inline-size: 100px; padding: 20px; transition: color var(--ds-duration-normal); }
"""


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens HTML with tokens, base and one component."""
    base = Path(styles.__file__).with_name("base.css").read_text(encoding="utf-8")
    pages = []

    def show(html: str, **context: Any) -> Any:
        page = browser.new_page(**context)
        pages.append(page)
        page.set_content(f"<!DOCTYPE html><style>{css()}{base}{COMPONENT}</style>{html}")
        return page

    yield show
    for page in pages:
        page.close()


def _style(page: Any, name: str) -> str:
    value: str = page.eval_on_selector(".ds-box", f"element => getComputedStyle(element).{name}")
    return value


def test_padding_does_not_widen_a_component(open_page: Callable[..., Any]) -> None:
    page = open_page('<p class="ds-box">窓口</p>')
    assert page.locator(".ds-box").bounding_box()["width"] == 100


def test_a_service_may_set_another_box(open_page: Callable[..., Any]) -> None:
    page = open_page('<style>p { box-sizing: content-box; }</style><p class="ds-box">窓口</p>')
    assert page.locator(".ds-box").bounding_box()["width"] == 140


@pytest.mark.parametrize(
    ("value", "shown"), [("", "none"), ("until-found", "grid")], ids=["hidden", "until-found"]
)
def test_hidden_outweighs_a_components_display(open_page: Callable[..., Any], value: str, shown: str) -> None:
    assert _style(open_page(f'<p class="own ds-box" hidden="{value}">窓口</p>'), "display") == shown


def test_focus_shows_two_colours_with_three_to_one_between_them(open_page: Callable[..., Any]) -> None:
    page = open_page('<button class="ds-box">次へ</button>')
    assert _style(page, "outlineStyle") == "none"
    page.keyboard.press("Tab")
    assert _style(page, "outlineStyle") == "solid"
    outer, inner = _style(page, "outlineColor"), _style(page, "boxShadow").split(" 0px")[0]
    assert outer == "rgb(0, 0, 0)"
    assert inner not in ("none", outer)


def test_focus_stays_in_forced_colours(open_page: Callable[..., Any]) -> None:
    page = open_page('<button class="ds-box">次へ</button>', forced_colors="active")
    page.keyboard.press("Tab")
    assert _style(page, "outlineStyle") == "solid"
    assert _style(page, "outlineWidth") == "4px"


def test_hidden_text_is_read_and_takes_no_room(open_page: Callable[..., Any]) -> None:
    text = "画面には出ない長い説明です。" * 20
    page = open_page(
        # At the very edge of the window, where one pixel more would make the page scroll.
        f'<body style="margin: 0"><p style="text-align: end">あ<span class="ds-visually-hidden">{text}</span></p>',
        viewport={"width": 320, "height": 200},
    )
    box = page.locator(".ds-visually-hidden").bounding_box()
    assert (box["width"], box["height"]) == (1, 1)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert text in page.locator("p").inner_text()


@pytest.mark.parametrize(("motion", "duration"), [("reduce", "0s"), ("no-preference", "0.2s")])
def test_reduced_motion_stops_transitions(open_page: Callable[..., Any], motion: str, duration: str) -> None:
    page = open_page('<p class="ds-box">窓口</p>', reduced_motion=motion)
    assert _style(page, "transitionDuration") == duration
