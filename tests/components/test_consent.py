"""Consent is given by keyboard, one purpose at a time, the same with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from designsys.forms import read_consent
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "減免の申請" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/consent.jinja" import consent %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(action="/sent") %}
{{ consent("person[0][lookup]", "税の情報を調べることへの同意", [
  {"value": "tax", "label": "税額を調べることに同意します", "required": true},
  {"value": "mail", "label": "案内を受け取ることに同意します", "hint": "いつでもやめられます"},
], purpose="減免の額を決めるため", shared="前の年の所得", recipients="保険年金課", period="1年", withdrawal="電話か窓口で", **arguments) }}
{{ button("申請する") }}
{% endcall %}
{% endblock %}
"""
CHOICES = ["tax", "mail"]


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/consent.html", environment.from_string(PAGE).render(arguments={}))
    return address


@pytest.fixture(params=[True, False], ids=["script", "noscript"])
def page(request: Any, browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.route("**/sent", lambda route: route.fulfill(body="received"))
    page.goto(address)
    yield page
    context.close()


def test_only_what_is_ticked_by_keyboard_is_sent(page: Any) -> None:
    box = page.get_by_role("checkbox", name="税額を調べることに同意します ※必須")
    assert not box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    with page.expect_request("**/sent") as sent:
        page.keyboard.press("Enter")
    form = parse_qs(sent.value.post_data)
    assert form == {"person[0][lookup][tax]": ["yes"]}
    assert read_consent(form, "person[0][lookup]", CHOICES, required=["tax"]).given == ("tax",)


def test_the_statement_is_heard_as_terms_and_texts(page: Any) -> None:
    group = page.get_by_role("group", name="税の情報を調べることへの同意")
    terms = ["使う目的", "伝える内容", "伝える相手", "使う期間", "やめたいとき"]
    assert group.get_by_role("term").all_text_contents() == terms
    assert group.get_by_role("definition").first.text_content() == "減免の額を決めるため"


def test_the_choices_state_their_purpose_and_note(page: Any) -> None:
    box = page.get_by_role("checkbox", name="案内を受け取ることに同意します 任意")
    note = page.locator("#" + box.get_attribute("aria-describedby"))
    assert note.text_content() == "いつでもやめられます"
