"""What the summary's script adds, and what remains without it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

FORM = """
{% extends "designsys/page.jinja" %}
{% set title = "エラー：転出届" %}
{% from "designsys/error_summary.jinja" import error_summary %}
{% from "designsys/text_input.jinja" import text_input %}
{% from "designsys/radios.jinja" import radios %}
{% from "designsys/date_input.jinja" import date_input %}
{% block content %}
{{ error_summary([
    {"text": "氏名を入れてください", "href": "#氏名"},
    {"text": "移る人を選んでください", "href": "#who"},
    {"text": "日を直してください", "href": "#moved-day"},
    {"text": "100%の欄", "href": "#100%"},
    {"text": "よその欄を直してください", "href": "#id_other"},
    {"text": "よその組から選んでください", "href": "#id_group"},
], heading_level=3) }}
<p>長い説明</p>
{{ text_input("氏名", "氏名") }}
{{ radios("who", "移る人", [("all", "全員"), ("some", "一部")]) }}
{{ date_input("moved", "移る日", error="日を直してください", error_parts=["day"]) }}
<p id="100%">欄ではない</p>
<p><label for="id_other">よその欄</label> <input id="id_other"></p>
<div id="id_group"><input type="hidden"><fieldset disabled><input></fieldset>
<label><input type="radio" id="id_group_0"> 甲</label></div>
<div class="spacer">{% for _ in range(80) %}<p>余白</p>{% endfor %}</div>
{% endblock %}
"""


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/error-summary.html", environment.from_string(FORM).render())
    return address


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab of its own, 320 pixels wide."""
    context = browser.new_context(viewport={"width": 320, "height": 600})
    yield context.new_page()
    context.close()


def _focused(page: Any) -> str:
    focused: str = page.evaluate("document.activeElement.id")
    return focused


def test_takes_focus_when_the_page_opens(page: Any, address: str) -> None:
    page.goto(address)
    assert _focused(page) == "error-summary"
    assert page.get_by_role("group", name="6か所、直してください").count() == 1
    assert page.get_by_role("alert").count() == 0


def test_does_not_take_focus_twice(page: Any, address: str) -> None:
    page.goto(address)
    page.focus("#who")
    page.evaluate("document.querySelector('main').prepend(document.querySelector('ds-error-summary'))")
    assert _focused(page) == "who"


def test_takes_focus_when_it_is_put_in_later(page: Any, address: str) -> None:
    page.goto(address)
    page.focus("#who")
    page.evaluate(
        """() => { const old = document.querySelector('ds-error-summary'); const fresh = old.cloneNode(true);
        fresh.id = 'fresh'; old.replaceWith(fresh); }"""
    )
    assert _focused(page) == "fresh"


@pytest.mark.parametrize("script", [True, False], ids=["script", "noscript"])
@pytest.mark.parametrize(
    ("link", "control"),
    [
        ("氏名を入れてください", "氏名"),
        ("移る人を選んでください", "who"),
        ("日を直してください", "moved-day"),
        ("よその欄を直してください", "id_other"),
    ],
    ids=["text", "group", "part", "other-library"],
)
def test_a_link_leads_into_its_control(
    browser: Any, address: str, link: str, control: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name=link).press("Enter")
    assert page.locator(":focus").get_attribute("id") == control
    context.close()


def test_a_link_to_a_group_of_another_library_leads_to_its_first_control(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="よその組から選んでください").press("Enter")
    assert _focused(page) == "id_group_0"


def test_the_heading_has_the_level_asked_for(page: Any, address: str) -> None:
    page.goto(address)
    assert page.get_by_role("heading", level=3, name="6か所、直してください").count() == 1


def test_the_question_is_in_view_with_its_control(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="日を直してください").click()
    legend = page.locator("#moved-group legend").bounding_box()
    control = page.locator("#moved-day").bounding_box()
    # Browsers scroll by whole pixels of the screen.
    assert -1 < legend["y"] < control["y"] + control["height"] <= 600


def test_a_link_with_a_modifier_is_left_to_the_browser(page: Any, address: str) -> None:
    page.goto(address)
    with page.context.expect_page():
        page.get_by_role("link", name="氏名を入れてください").click(modifiers=["ControlOrMeta"])
    assert _focused(page) != "氏名"


def test_a_link_to_what_is_no_control_jumps_there(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="100%の欄").click()
    box = page.locator("p[id='100%']").bounding_box()
    assert -1 < box["y"] < 600
