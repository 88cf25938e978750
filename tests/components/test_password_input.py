"""Showing and hiding a password, and what is left of it without script, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "マイページに入る" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/password_input.jinja" import password_input %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(action="/sent") %}
{{ password_input("secret", "マイページのパスワード", hint="英字と数字", error="もう一度入れてください") }}
{{ button("入る") }}
{% endcall %}
{% endblock %}
"""
SECRET = "みどり midori 2026"


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/password-input.html", environment.from_string(PAGE).render())
    return address


def opened(context: Any, address: str) -> Any:
    page = context.new_page()
    page.route("**/sent", lambda route: route.fulfill(body="received"))
    page.goto(address)
    return page


@pytest.fixture(scope="module")
def context(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: Any, address: str) -> Iterator[Any]:
    page = opened(context, address)
    yield page
    page.close()


@pytest.fixture(params=[True, False], ids=["script", "noscript"])
def any_page(request: Any, browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=request.param)
    yield opened(context, address)
    context.close()


def box(page: Any) -> Any:
    return page.get_by_label("マイページのパスワード")


def test_what_is_pasted_is_sent_with_script_and_without(any_page: Any) -> None:
    box(any_page).focus()
    any_page.keyboard.insert_text(SECRET)
    with any_page.expect_request("**/sent") as sent:
        any_page.keyboard.press("Enter")
    assert parse_qs(sent.value.post_data) == {"secret": [SECRET]}


def test_without_script_there_is_no_dead_button(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, address)
    assert page.get_by_role("button").all_text_contents() == ["入る"]
    assert box(page).get_attribute("aria-describedby") == "secret-hint secret-error"
    context.close()


def test_is_shown_and_hidden_by_keyboard_and_says_so(page: Any) -> None:
    box(page).fill(SECRET)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert box(page).get_attribute("type") == "text"
    assert page.get_by_role("status").text_content() == "パスワードが見えています"
    assert page.evaluate("document.activeElement.textContent") == "パスワードを隠す"
    page.keyboard.press("Enter")
    assert box(page).get_attribute("type") == "password"
    assert page.get_by_role("status").text_content() == "パスワードは隠れています"
    assert page.evaluate("document.activeElement.textContent") == "パスワードを表示"
    assert box(page).input_value() == SECRET


def test_nothing_is_said_before_anybody_asks(page: Any) -> None:
    assert page.get_by_role("status").text_content() == ""


def test_is_hidden_again_before_it_is_sent(page: Any) -> None:
    """A browser keeps what was sent from a plain text box as a suggestion for the next person."""
    box(page).fill(SECRET)
    page.get_by_role("button", name="パスワードを表示").click()
    page.evaluate("addEventListener('submit', event => event.preventDefault())")
    page.get_by_role("button", name="入る").click()
    assert box(page).get_attribute("type") == "password"


def test_is_hidden_when_somebody_comes_back(page: Any) -> None:
    page.get_by_role("button", name="パスワードを表示").click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert box(page).get_attribute("type") == "password"


def test_moved_or_copied_it_has_one_button_that_works(page: Any) -> None:
    page.evaluate(
        """() => { const old = document.querySelector('ds-password-input');
        document.querySelector('form').append(old); old.replaceWith(old.cloneNode(true)); }"""
    )
    assert page.get_by_role("button", name="パスワード").count() == 1
    page.get_by_role("button", name="パスワードを表示").click()
    assert page.locator("#secret").get_attribute("type") == "text"


def test_taken_out_it_listens_no_more(page: Any) -> None:
    shown = page.evaluate(
        """() => { const old = document.querySelector('ds-password-input'), button = old.querySelector('button');
        old.remove(); button.click(); return old.querySelector('input').type; }"""
    )
    assert shown == "password"


def test_the_script_loaded_twice_changes_nothing(page: Any) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.evaluate(
        """async () => { const script = document.querySelector('script[src]');
        await import(script.src + '?again'); }"""
    )
    assert faults == []
    assert page.get_by_role("button", name="パスワードを表示").count() == 1


def test_swapped_in_later_it_has_its_button(page: Any) -> None:
    page.evaluate(
        """() => { const copy = document.querySelector('.ds-field').cloneNode(true);
        copy.querySelector('button').remove(); copy.querySelector('input').id = 'later';
        document.querySelector('form').append(copy); }"""
    )
    assert page.get_by_role("button", name="パスワードを表示").count() == 2


@pytest.mark.parametrize(("purpose", "token"), [("current", "current-password"), ("new", "new-password")])
def test_password_managers_know_which_it_is(purpose: str, token: str) -> None:
    source = '{% from "designsys/password_input.jinja" import password_input %}{{ password_input("p", "語", purpose=purpose) }}'
    html = example_environment().from_string(source).render(purpose=purpose)
    assert f'autocomplete="{token}"' in html
    assert " value=" not in html


def test_in_forced_colours_a_button_out_of_use_looks_different(browser: Any, site: Any, assets: Any) -> None:
    environment = example_environment(assets=("/static/designsys/", assets))
    source = PAGE.replace('hint="英字と数字"', "disabled=disabled")
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    pictures = []
    for disabled in (False, True):
        html = environment.from_string(source).render(disabled=disabled)
        page.goto(site.put(f"/password-{disabled}.html", html))
        pictures.append(page.get_by_role("button", name="パスワードを表示").screenshot())
    context.close()
    assert pictures[0] != pictures[1]
