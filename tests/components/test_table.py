"""The table's sideways scrolling: its region by keyboard, and what the script takes away where it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "窓口の混みぐあい" %}
{% from "designsys/table.jinja" import table %}
{% block content %}
{{ table(
    caption,
    [{"label": "窓口"}, {"label": "午前"}, {"label": "昼"}, {"label": "午後"}, {"label": "夕方"}, {"label": "夜間"}],
    [["市民課", "空いています", "混んでいます", "混んでいます", "空いています", "受付なし"]],
    row_headers=true,
) }}
{% endblock %}
"""

ONE_ROW = """
{% from "designsys/table.jinja" import table %}
{{ table("混みぐあい", [{"label": "窓口"}] + [{"label": "午前", "numeric": true}] * 5, [row], row_headers=true) }}
"""


@pytest.fixture
def put(site: Any, assets: Any) -> Callable[..., str]:
    environment = example_environment(assets=("/static/designsys/", assets))

    def run(caption: object = "窓口の混みぐあい（4月）") -> str:
        address: str = site.put("/table.html", environment.from_string(PAGE).render(caption=caption))
        return address

    return run


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab as narrow as a phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 640}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_where_it_scrolls_tab_stops_and_arrows_move_it(page: Any, put: Callable[..., str]) -> None:
    page.goto(put())
    region = page.get_by_role("region", name="窓口の混みぐあい（4月）")
    page.get_by_text("表は横にスクロールできます。").wait_for()
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_where_it_fits_it_is_no_stop_and_no_landmark(page: Any, put: Callable[..., str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 640})
    page.goto(put())
    page.wait_for_function("() => !document.querySelector('.ds-table__scroll').hasAttribute('tabindex')")
    assert page.get_by_role("region").count() == 0
    assert not page.get_by_text("表は横にスクロールできます。").is_visible()


def test_follows_the_window(page: Any, put: Callable[..., str]) -> None:
    page.goto(put())
    page.set_viewport_size({"width": 1280, "height": 640})
    page.wait_for_function("() => !document.querySelector('.ds-table__scroll').hasAttribute('tabindex')")
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("region", name="窓口の混みぐあい（4月）").wait_for()


def test_does_not_take_the_focus_away_when_the_window_grows(page: Any, put: Callable[..., str]) -> None:
    page.goto(put())
    page.get_by_role("region").focus()
    page.set_viewport_size({"width": 1280, "height": 640})
    page.wait_for_function("() => document.querySelector('.ds-table__hint').hidden")
    assert page.locator(":focus").get_attribute("class") == "ds-table__scroll"


def test_without_script_it_can_always_be_reached(scriptless: Any, put: Callable[..., str]) -> None:
    scriptless.goto(put())
    region = scriptless.get_by_role("region", name="窓口の混みぐあい（4月）")
    region.focus()
    assert region.get_attribute("tabindex") == "0"
    assert not scriptless.get_by_text("表は横にスクロールできます。").is_visible()


@pytest.mark.parametrize("caption", ["収入 < 200万円", 'A & "B"'])
def test_any_caption_names_the_region(scriptless: Any, put: Callable[..., str], caption: str) -> None:
    scriptless.goto(put(caption))
    assert scriptless.get_by_role("region", name=caption, exact=True).count() == 1
    assert scriptless.locator("caption").inner_text() == caption


def test_headings_are_tied_to_their_cells(scriptless: Any, put: Callable[..., str]) -> None:
    scriptless.goto(put())
    assert scriptless.get_by_role("columnheader").count() == 6
    assert scriptless.get_by_role("rowheader", name="市民課").count() == 1


@pytest.mark.parametrize(
    ("row", "cells"),
    [([], 6), (["市民課"], 6), (["市民課", *"12345", "余り"], 7)],
    ids=["empty", "short", "long"],
)
def test_a_row_of_another_length_loses_nothing(row: list[str], cells: int) -> None:
    html = example_environment().from_string(ONE_ROW).render(row=row)
    body = html.partition("<tbody>")[2]
    assert body.count("<td") + body.count("<th ") == cells
    assert all(cell in body for cell in row)
