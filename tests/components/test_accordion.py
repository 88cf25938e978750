"""What <details> gives the accordion by itself, and what its script adds, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "よくある質問" %}
{% from "designsys/accordion.jinja" import accordion %}
{% block content %}
{{ accordion([
    {"label": "いつ届きますか", "content": "三日ほどで届きます。"},
    {"label": "どこで使えますか", "content": "市内のどこでも使えます。", "attributes": {"id": "where"}},
]) }}
{{ accordion([{"label": "ひとつだけ", "content": "ボタンは要りません。"}], attributes={"id": "single"}) }}
{% endblock %}
"""
STATES = "[...document.querySelectorAll('ds-accordion:not(#single) details')].map(d => d.open)"


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/accordion.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Any]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


@pytest.fixture
def scriptless(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_without_script_an_item_opens_by_keyboard_and_there_is_no_dead_button(scriptless: Any) -> None:
    scriptless.locator("summary").first.focus()
    scriptless.keyboard.press("Enter")
    assert scriptless.get_by_text("三日ほどで届きます。").is_visible()
    assert scriptless.get_by_role("button", name="すべて").count() == 0


def test_headings_stay_headings(scriptless: Any) -> None:
    assert scriptless.get_by_role("heading", name="いつ届きますか", level=3).count() == 1


def test_one_button_opens_all_and_closes_all(opened: Any) -> None:
    opened.get_by_role("button", name="すべて開く").click()
    assert opened.evaluate(STATES) == [True, True]
    opened.get_by_role("button", name="すべて閉じる").click()
    assert opened.evaluate(STATES) == [False, False]
    assert opened.get_by_role("button", name="すべて開く").count() == 1


def test_the_button_says_what_is_left_to_do(opened: Any) -> None:
    opened.get_by_text("いつ届きますか").click()
    assert opened.get_by_role("button", name="すべて開く").count() == 1
    opened.get_by_text("どこで使えますか").click()
    opened.get_by_role("button", name="すべて閉じる").wait_for()


def test_a_single_item_gets_no_button(opened: Any) -> None:
    assert opened.locator("#single button").count() == 0


def test_print_shows_closed_items(scriptless: Any) -> None:
    assert not scriptless.get_by_text("市内のどこでも使えます。").is_visible()
    scriptless.emulate_media(media="print")
    assert scriptless.get_by_text("市内のどこでも使えます。").is_visible()
    assert scriptless.get_by_text("ボタンは要りません。").is_visible()


def test_printing_leaves_the_page_as_it_was(opened: Any) -> None:
    opened.get_by_text("どこで使えますか").click()
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.evaluate(STATES) == [True, True]
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.evaluate(STATES) == [False, True]


def test_moved_in_the_page_it_has_one_button_that_works(opened: Any) -> None:
    opened.evaluate("document.querySelector('main').append(document.querySelector('ds-accordion'))")
    opened.get_by_role("button", name="すべて開く").click()
    assert opened.evaluate(STATES) == [True, True]


def test_a_copy_from_a_cache_has_one_button_that_works(opened: Any) -> None:
    """Turbo and htmx restore a page from a clone, which carries the button but not its listener."""
    opened.evaluate(
        "() => { const old = document.querySelector('ds-accordion'); old.replaceWith(old.cloneNode(true)); }"
    )
    opened.get_by_role("button", name="すべて開く").click()
    assert opened.evaluate(STATES) == [True, True]


def test_words_that_are_looked_for_open_their_item(opened: Any, address: str) -> None:
    """Chromium opens <details> for a text fragment as it does for find in page, which no driver can reach."""
    opened.goto("about:blank")
    opened.goto(f"{address}#:~:text=市内のどこでも")
    opened.wait_for_function("() => document.getElementById('where').open")
    assert opened.evaluate(STATES) == [False, True]
