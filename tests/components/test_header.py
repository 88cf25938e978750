"""The header's menu opens and closes without script, and is a plain row where there is room for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "メニューの確かめ" %}
{% from "designsys/header.jinja" import header %}
{% block header %}
{{ header("灯台町", [{"label": "届出", "href": "#a", "current": true}, {"label": "相談", "href": "#b"}],
          languages=[{"label": "English", "href": "#en", "lang": "en"}]) }}
{% endblock %}
"""


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/header.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Callable[[int], Any]]:
    """Opens the page, without script, in a window of some width."""
    contexts = []

    def open_(width: int) -> Any:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 640}, java_script_enabled=False)
        )
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()


def test_a_narrow_menu_opens_by_keyboard_and_gives_focus_back(opened: Callable[[int], Any]) -> None:
    page = opened(320)
    item = page.get_by_text("相談")
    assert not item.is_visible()
    page.locator("[popovertarget]:visible").focus()
    page.keyboard.press("Enter")
    assert item.is_visible()
    page.keyboard.press("Escape")
    assert not item.is_visible()
    assert page.locator("[popovertarget]:visible:focus").count() == 1


def test_the_menu_closes_where_it_was_opened(opened: Callable[[int], Any]) -> None:
    page = opened(320)
    page.locator("[popovertarget]:visible").click()
    page.locator("[popovertargetaction=hide]").click()
    assert not page.get_by_text("相談").is_visible()


def test_languages_are_never_folded_away(opened: Callable[[int], Any]) -> None:
    assert opened(320).get_by_text("English").is_visible()


def test_a_wide_window_shows_the_items_and_no_button(opened: Callable[[int], Any]) -> None:
    page = opened(1280)
    assert page.get_by_text("届出").is_visible()
    assert page.locator("[popovertarget]:visible").count() == 0


def test_the_current_item_says_so(opened: Callable[[int], Any]) -> None:
    assert opened(1280).locator("[aria-current=page]").all_inner_texts() == ["届出"]
