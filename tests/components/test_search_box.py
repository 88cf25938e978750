"""The search landmark, and how its words travel, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "申請書" %}
{% from "designsys/search_box.jinja" import search_box %}
{% block content %}
{{ search_box("q", "申請書を探す", "/found", hint="ひらがなでも探せます") }}
{% endblock %}
"""


@pytest.fixture(params=[True, False], ids=["script", "noscript"])
def page(request: Any, browser: Any, site: Any, assets: Any) -> Iterator[Any]:
    environment = example_environment(assets=("/static/designsys/", assets))
    address = site.put("/search-box.html", environment.from_string(PAGE).render())
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.route("**/found*", lambda route: route.fulfill(body="found"))
    page.goto(address)
    yield page
    context.close()


def test_is_a_landmark_of_its_own_name_and_sends_its_words_in_the_address(page: Any) -> None:
    box = page.get_by_role("search", name="申請書を探す").get_by_role("searchbox", name="申請書を探す")
    assert box.get_attribute("aria-describedby") == "q-hint"
    box.fill("転出　とどけ")
    with page.expect_request("**/found*") as sent:
        box.press("Enter")
    assert sent.value.method == "GET"
    assert parse_qs(urlsplit(sent.value.url).query) == {"q": ["転出　とどけ"]}


def test_the_button_has_words(page: Any) -> None:
    with page.expect_request("**/found*"):
        page.get_by_role("button", name="検索").click()
