"""A scale in words, moved through by arrow keys, with nothing chosen for anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "アンケート" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/rating.jinja" import rating %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(action="/sent") %}
{{ rating("visit[0][how]", "窓口はいかがでしたか", hint="名前は聞きません") }}
{{ button("答える") }}
{% endcall %}
{% endblock %}
"""
CALL = '{% from "designsys/rating.jinja" import rating %}{{ rating("how", "いかがでしたか", **arguments) }}'


def render(**arguments: Any) -> str:
    return example_environment().from_string(CALL).render(arguments=arguments)


@pytest.fixture(params=[True, False], ids=["script", "noscript"])
def page(request: Any, browser: Any, site: Any, assets: Any) -> Iterator[Any]:
    environment = example_environment(assets=("/static/designsys/", assets))
    address = site.put("/rating.html", environment.from_string(PAGE).render())
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.route("**/sent", lambda route: route.fulfill(body="received"))
    page.goto(address)
    yield page
    context.close()


def test_is_chosen_by_arrow_keys_and_sent(page: Any) -> None:
    group = page.get_by_role("group", name="窓口はいかがでしたか")
    assert group.get_by_role("radio", checked=True).count() == 0
    group.get_by_role("radio", name="とても満足").focus()
    page.keyboard.press("ArrowDown")
    with page.expect_request("**/sent") as sent:
        page.keyboard.press("Enter")
    assert parse_qs(sent.value.post_data) == {"visit[0][how]": ["4"]}


def test_no_answer_sends_nothing(page: Any) -> None:
    with page.expect_request("**/sent") as sent:
        page.get_by_role("button", name="答える").click()
    assert sent.value.post_data in (None, "")


@pytest.mark.parametrize("value", [4, "4"], ids=["number", "text"])
def test_the_step_that_was_chosen_comes_back(value: object) -> None:
    html = render(value=value)
    assert html.count(" checked") == 1
    assert 'value="4" checked' in html


def test_a_service_may_word_the_steps_itself() -> None:
    html = render(items=[("yes", "分かった"), ("no", "分からなかった")], value="no")
    assert 'value="no" checked' in html
    assert "満足" not in html


def test_in_forced_colours_the_step_chosen_looks_different(browser: Any, site: Any, assets: Any) -> None:
    environment = example_environment(assets=("/static/designsys/", assets))
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site.put("/rating-forced.html", environment.from_string(PAGE).render()))
    step = page.get_by_role("radio", name="どちらともいえない")
    before = step.screenshot()
    step.check()
    # Focus would draw a ring, and that alone must not be the difference.
    page.get_by_role("button").focus()
    assert step.screenshot() != before
    context.close()
