"""A period is heard end by end, and reaches the server the same with and without script."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from designsys.forms import read_date_range
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "期間" %}
{% from "designsys/date_range.jinja" import date_range %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(method="get", errors=errors) %}
{{ date_range("stay", "泊まる日", start_label="着く日", end_label="帰る日", required=true, **old) }}
{{ button("送る") }}
{% endcall %}
{% endblock %}
"""
SENT = {
    f"stay-{end}-{part}": text
    for end, texts in (("start", "2027 8 4"), ("end", "2027 8 2"))
    for part, text in zip(("year", "month", "day"), texts.split(), strict=True)
}


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    reading = read_date_range(SENT, "stay", end_label="帰る日")
    html = environment.from_string(PAGE).render(old=reading.as_arguments(), errors=reading.as_error_items())
    address: str = site.put("/date-range.html", html)
    return address


@pytest.fixture
def page(narrow: Any, address: str) -> Iterator[Any]:
    page = narrow.new_page()
    page.goto(address)
    yield page
    page.close()


def test_the_error_leads_to_the_day_that_is_too_early_and_is_mended_by_keyboard(page: Any) -> None:
    page.get_by_role("link", name="帰る日").press("Enter")
    assert page.locator(":focus").get_attribute("name") == "stay-end-day"
    assert page.locator("[aria-invalid=true]").count() == 1
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text("６日")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*stay-start-year=*")
    value = read_date_range(parse_qs(urlsplit(page.url).query), "stay").value
    assert value == (datetime.date(2027, 8, 4), datetime.date(2027, 8, 6))


@pytest.mark.parametrize("end", ["着く日", "帰る日"])
def test_each_end_is_a_group_within_the_question(page: Any, end: str) -> None:
    group = page.get_by_role("group", name="泊まる日").get_by_role("group", name=end)
    assert group.get_by_role("textbox").count() == 3


def test_both_ends_fit_a_narrow_window(page: Any) -> None:
    for group in page.get_by_role("group").all():
        box = group.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 320
