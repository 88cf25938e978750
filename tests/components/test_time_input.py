"""A time that is typed or picked reaches the server the same, with and without script."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from designsys.forms import read_time
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "時刻" %}
{% from "designsys/time_input.jinja" import time_input %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(method="get", errors=[{"text": "午前か午後", "href": "#week-0-call-half"}]) %}
{{ time_input("open", "開ける時刻", step=5) }}
{{ time_input("week[0][call]", "電話の時刻", clock="12", error="午前か午後を選んでください。", error_parts=["half"]) }}
{{ button("送る") }}
{% endcall %}
{% endblock %}
"""


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/time-input.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def page(narrow: Any, address: str) -> Iterator[Any]:
    page = narrow.new_page()
    page.goto(address)
    yield page
    page.close()


def test_is_filled_and_sent_by_keyboard(page: Any) -> None:
    page.locator("#open").focus()
    # A list takes the choice whose words are typed, as the browser has it.
    for keys in ("9", "05", "午後", "３", "30"):
        page.keyboard.type(keys) if keys.isascii() else page.keyboard.insert_text(keys)
        page.keyboard.press("Tab")
    page.get_by_label("午前・午後").select_option(label="午後")
    page.get_by_role("button", name="送る").press("Enter")
    page.wait_for_url("**/*open-hour=*")
    form = parse_qs(urlsplit(page.url).query)
    assert read_time(form, "open").value == datetime.time(9, 5)
    assert read_time(form, "week[0][call]", clock="12").value == datetime.time(15, 30)


def test_the_error_leads_to_the_part_and_only_that_is_invalid(page: Any) -> None:
    page.get_by_role("link", name="午前か午後").press("Enter")
    focused = page.locator(":focus")
    assert focused.get_attribute("name") == "week[0][call][half]"
    assert focused.get_attribute("aria-describedby") == "week-0-call-error"
    assert page.locator("[aria-invalid=true]").count() == 1


def test_all_parts_stand_in_one_line_of_a_narrow_window(page: Any) -> None:
    parts = page.get_by_role("group", name="電話の時刻").locator(".ds-field__control")
    assert len({parts.nth(number).bounding_box()["y"] for number in range(3)}) == 1


def test_invalid_and_valid_differ_in_forced_colours(browser: Any, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address)
    half, hour = (page.locator(f"#week-0-call{part}") for part in ("-half", ""))
    widths = [control.evaluate("e => getComputedStyle(e).borderTopWidth") for control in (half, hour)]
    assert widths[0] != widths[1]
    context.close()
