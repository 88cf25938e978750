"""A date, whole or partly unknown, reaches the server the same with and without script."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from designsys.forms import PartialDate, read_date
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "日付" %}
{% from "designsys/date_input.jinja" import date_input %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(method="get", errors=[{"text": "月と日", "href": "#p-0-died-month"}]) %}
{{ date_input("moved", "移った日") }}
{{ date_input("p[0][died]", "亡くなった日", unknown_day=true, error="月と日を入れてください。", error_parts=["month", "day"]) }}
{{ button("送る") }}
{% endcall %}
{% endblock %}
"""


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/date-input.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def page(narrow: Any, address: str) -> Iterator[Any]:
    page = narrow.new_page()
    page.goto(address)
    yield page
    page.close()


def test_is_filled_and_sent_by_keyboard(page: Any) -> None:
    page.locator("#moved").focus()
    for keys in ("２０２７", "4月", "1", "1978", "3", ""):
        page.keyboard.insert_text(keys)
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*moved-year=*")
    form = parse_qs(urlsplit(page.url).query)
    assert read_date(form, "moved").value == datetime.date(2027, 4, 1)
    assert read_date(form, "p[0][died]", unknown_day=True).partial == PartialDate(1978, 3)


def test_the_error_leads_to_the_first_wrong_part_and_only_those_are_invalid(page: Any) -> None:
    page.get_by_role("link", name="月と日").press("Enter")
    assert page.locator(":focus").get_attribute("name") == "p[0][died][month]"
    invalid = page.locator("[aria-invalid=true]")
    assert [invalid.nth(number).get_attribute("id") for number in range(invalid.count())] == [
        "p-0-died-month",
        "p-0-died-day",
    ]


def test_the_three_parts_stand_in_one_line_of_a_narrow_window(page: Any) -> None:
    parts = page.get_by_role("group", name="亡くなった日").locator(".ds-field__control")
    assert len({parts.nth(number).bounding_box()["y"] for number in range(3)}) == 1
