"""Which day a slot picker opens, what its days are called, and choosing by keyboard, without any script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from designsys.forms import read_slot
from designsys.rendering.examples import example_environment

DAYS = [
    {"label": "12月2日 水曜日", "times": [{"value": "a", "label": "9時", "free": 0}]},
    {
        "label": "12月3日 木曜日",
        "times": [
            {"value": "b", "label": "9時", "free": 0},
            {"value": "c", "label": "10時", "free": 2},
            {"value": "d", "label": "11時"},
        ],
    },
    {"label": "12月4日 金曜日", "times": [{"value": "e", "label": "9時", "free": 4}]},
]
CALL = "{% from 'designsys/slot_picker.jinja' import slot_picker %}{{ slot_picker('visit', '来る時間', days, **options) }}"
PAGE = (
    """
{% extends "designsys/page.jinja" %}
{% set title = "予約" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(method="get", errors=[{"text": "日と時間を選んでください", "href": "#visit"}]) %}
"""
    + CALL
    + """
{{ button("予約する") }}
{% endcall %}
{% endblock %}
"""
)


def render(days: Any = DAYS, **options: Any) -> str:
    return example_environment().from_string(CALL).render(days=days, options=options)


def opened(html: str) -> list[str]:
    return re.findall(r"<details[^>]* open>\s*<summary[^>]*><span[^>]*>([^<]*)", html)


def test_opens_at_the_first_day_with_a_place() -> None:
    assert opened(render()) == ["12月3日 木曜日"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("c", "12月3日 木曜日"),
        ("e", "12月4日 金曜日"),
        ("b", "12月3日 木曜日"),
        ("a", "12月3日 木曜日"),
        ("z", "12月3日 木曜日"),
    ],
)
def test_opens_at_the_day_of_the_choice_that_is_still_free(value: str, day: str) -> None:
    html = render(value=value)
    assert opened(html) == [day]
    assert re.findall(r'value="(\w)" checked', html) == ([value] if value in "ce" else [])


def test_a_full_day_and_a_full_time_are_there_and_cannot_be_chosen() -> None:
    html = render()
    assert re.search(
        r"<p[^>]*data-full[^>]*><span[^>]*>12月2日 水曜日</span> <span[^>]*>空きなし</span></p>", html
    )
    assert re.findall(r'value="(\w)"[^>]* disabled', html) == ["b"]


@pytest.mark.parametrize("days", [[], DAYS[:1]], ids=["no_day", "all_full"])
def test_nothing_to_choose_still_is_a_group_with_its_question(days: Any) -> None:
    html = render(days, error="いっぱいです")
    assert "<legend" in html
    assert "<input" not in html


def test_the_id_is_that_of_the_first_time_to_choose_in_the_opened_day() -> None:
    assert re.findall(r'<input[^>]* id="visit"[^>]* value="(\w)"', render(value="e")) == ["e"]
    assert re.findall(r'<input[^>]* id="visit"[^>]* value="(\w)"', render(value="b")) == ["c"]


def test_a_time_taken_meanwhile_comes_back_as_an_error() -> None:
    reading = read_slot({"visit": "b"}, "visit", free=["c", "d", "e"], required=True)
    html = render(**reading.as_arguments())
    assert "ほかの人の予約で埋まりました" in html
    assert "data-error" in html
    assert " checked" not in html


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    html = environment.from_string(PAGE).render(days=DAYS, options={"error": "日と時間を選んでください"})
    address: str = site.put("/slot-picker.html", html)
    return address


@pytest.fixture
def page(narrow: Any, address: str) -> Iterator[Any]:
    page = narrow.new_page()
    page.goto(address)
    yield page
    page.close()


def test_a_day_has_its_free_places_in_its_name(page: Any) -> None:
    assert page.get_by_role("group", name="12月3日 木曜日 空き3", exact=True).count() == 1
    assert page.get_by_text("12月2日 水曜日 空きなし").count() == 1


def test_is_chosen_and_sent_by_keyboard(page: Any) -> None:
    page.locator("#visit").press("Space")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("radio", name="11時").is_checked()
    page.locator("summary", has_text="12月4日").press("Enter")
    page.get_by_role("radio", name="9時").last.press("Space")
    page.get_by_role("button", name="予約する").press("Enter")
    page.wait_for_url("**/*visit=*")
    assert parse_qs(urlsplit(page.url).query) == {"visit": ["e"]}


def test_a_closed_day_says_that_it_holds_the_choice_and_still_sends_it(page: Any) -> None:
    page.locator("#visit").press("Space")
    summary = page.locator("summary", has_text="12月3日")
    summary.press("Enter")
    assert not page.locator("#visit").is_visible()
    assert summary.inner_text().split() == ["12月3日", "木曜日", "空き3", "選択中"]
    assert "選択中" not in page.locator("summary", has_text="12月4日").inner_text()
    page.get_by_role("button", name="予約する").press("Enter")
    page.wait_for_url("**/*visit=*")
    assert parse_qs(urlsplit(page.url).query) == {"visit": ["c"]}


def test_the_error_leads_to_the_first_free_time(page: Any) -> None:
    page.get_by_role("link", name="日と時間を選んでください").press("Enter")
    assert page.locator(":focus").get_attribute("id") == "visit"


def test_days_and_times_can_be_hit(page: Any) -> None:
    for part in (page.locator("summary").first, page.locator("label", has_text="10時")):
        box = part.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44
