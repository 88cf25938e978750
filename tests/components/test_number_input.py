"""Boxes for numbers, telephones and addresses: nothing stands in the way of what people type, and it comes back as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from designsys.forms import Reading, read_email, read_number, read_phone
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "見学の申込み" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% from "designsys/phone_input.jinja" import phone_input %}
{% from "designsys/email_input.jinja" import email_input %}
{% from "designsys/number_input.jinja" import number_input %}
{% block content %}
{% call form(action="/sent") %}
{{ number_input("guest[0][age]", "年齢", unit="歳", hint="満年齢") }}
{{ phone_input("guest[0][tel]", "電話番号") }}
{{ email_input("guest[0][mail]", "メール") }}
{{ button("申し込む") }}
{% endcall %}
{% endblock %}
"""
TYPED = {
    "guest[0][age]": "３８歳",
    "guest[0][tel]": "（０００）ー０００ー００００",
    "guest[0][mail]": "mi＠ｅｘａｍｐｌｅ.jp",
}
MACROS = ["number_input", "phone_input", "email_input"]


def render(macro: str, **arguments: Any) -> str:
    source = f'{{% from "designsys/{macro}.jinja" import {macro} %}}{{{{ {macro}("guest[0][x]", "答え", **arguments) }}}}'
    return example_environment().from_string(source).render(arguments=arguments)


@pytest.mark.parametrize("macro", MACROS)
def test_nothing_in_the_browser_refuses_or_cuts_an_answer(macro: str) -> None:
    assert not re.search(r'pattern=|maxlength=|minlength=|type="number"', render(macro))


@pytest.mark.parametrize(
    ("macro", "reading"),
    [
        ("number_input", read_number({"x": "３八"}, "x", locale="ja")),
        ("phone_input", read_phone({"x": "０００ー"}, "x", locale="ja")),
        ("email_input", read_email({"x": "mi＠"}, "x", locale="ja")),
    ],
    ids=MACROS,
)
def test_a_reading_goes_back_into_its_macro(macro: str, reading: Reading[Any]) -> None:
    html = render(macro, **reading.as_arguments())
    assert f'value="{reading.typed}"' in html
    assert str(reading.error) in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="guest-0-x-error"' in html


@pytest.mark.parametrize("macro", MACROS)
def test_what_the_caller_adds_is_merged(macro: str) -> None:
    html = render(macro, hint="ヒント", attributes={"class": "own", "aria-describedby": "more"})
    assert re.search(r'class="ds-field__control [^"]* own"', html)
    assert 'aria-describedby="guest-0-x-hint more"' in html


def test_the_unit_is_heard_before_the_hint() -> None:
    html = render("number_input", unit="歳", hint="満年齢", error="直してください")
    assert 'aria-describedby="guest-0-x-unit guest-0-x-hint guest-0-x-error"' in html


def test_decimals_get_a_keypad_with_a_point() -> None:
    assert 'inputmode="decimal"' in render("number_input", decimals=True)
    assert 'inputmode="numeric"' in render("number_input")


@pytest.fixture(params=[True, False], ids=["script", "noscript"])
def page(request: Any, browser: Any, site: Any, assets: Any) -> Iterator[Any]:
    environment = example_environment(assets=("/static/designsys/", assets))
    address = site.put("/number-input.html", environment.from_string(PAGE).render())
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.route("**/sent", lambda route: route.fulfill(body="received"))
    page.goto(address)
    yield page
    context.close()


def test_what_is_sent_by_keyboard_is_what_was_typed(page: Any) -> None:
    page.get_by_label("年齢").focus()
    for text in TYPED.values():
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")
    with page.expect_request("**/sent") as sent:
        page.keyboard.press("Enter")
    assert parse_qs(sent.value.post_data) == {name: [text] for name, text in TYPED.items()}
