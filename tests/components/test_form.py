"""What a form sends besides its controls, and what it shows on top."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from markupsafe import Markup

from designsys.rendering.examples import example_environment

CALL = """{% from "designsys/form.jinja" import form %}
{% call form(action="/a", csrf=csrf, errors=errors, id=id) %}<p>中身</p>{% endcall %}"""


class Lazy:
    """Stands for Django's csrf_input: no str, but HTML when asked."""

    def __html__(self) -> str:
        return '<input type="hidden" name="csrfmiddlewaretoken" value="lazy">'


def render(csrf: Any = None, errors: Any = (), id: str | None = None) -> str:
    return example_environment().from_string(CALL).render(csrf=csrf, errors=errors, id=id)


@pytest.mark.parametrize(
    ("csrf", "field"),
    [
        pytest.param("abc", '<input type="hidden" name="csrf_token" value="abc">', id="token"),
        pytest.param(
            '"><script>',
            '<input type="hidden" name="csrf_token" value="&#34;&gt;&lt;script&gt;">',
            id="escaped",
        ),
        pytest.param(
            Markup('<input type="hidden" name="t" value="x">'),
            '<input type="hidden" name="t" value="x">',
            id="markup",
        ),
        pytest.param(Lazy(), Lazy().__html__(), id="lazy-html"),
    ],
)
def test_the_guard_against_forgery_is_sent(csrf: Any, field: str) -> None:
    assert re.findall(r"<input[^\n]*", render(csrf)) == [field]


def test_without_one_nothing_hidden_is_sent() -> None:
    assert "<input" not in render()


def test_errors_stand_before_the_controls() -> None:
    html = render(errors=[{"text": "直してください", "href": "#a"}])
    assert html.index("ds-error-summary") < html.index("中身")


def test_two_forms_have_summaries_of_their_own() -> None:
    error = [{"text": "直してください", "href": "#a"}]
    ids = re.findall(r'\sid="([^"]+)"', render(errors=error, id="one") + render(errors=error, id="two"))
    assert len(ids) == len(set(ids)) == 6


def test_the_browser_leaves_judging_to_the_server() -> None:
    assert re.search(r"<form[^>]* novalidate", render())


SENDING = """
{% extends "designsys/page.jinja" %}
{% set title = "申込み" %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/text_input.jinja" import text_input %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(action="/form-sent.html", method="get", one_time_key="k1") %}
{{ text_input("who", "氏名") }}
{{ button("申し込む", name="do", value="send") }}
{{ button("下書きにする", name="do", value="draft", kind="secondary") }}
{% endcall %}
{% endblock %}
"""
# Keeps the page where it is and counts how often it would have been sent.
STAY = """() => { window.times = 0;
  document.addEventListener('submit', e => { if (!e.defaultPrevented) times += 1; e.preventDefault(); }); }"""


@pytest.fixture(scope="module")
def sending(site: Any, assets: Any) -> str:
    html = example_environment(assets=("/static/designsys/", assets)).from_string(SENDING).render()
    site.put("/form-sent.html", html)
    address: str = site.put("/form.html", html)
    return address


@pytest.fixture
def page(browser: Any, sending: str) -> Iterator[Any]:
    page = browser.new_page()
    page.clock.install(time=0)
    page.goto(sending)
    page.clock.pause_at(60 * 60 * 1000)
    page.evaluate(STAY)
    yield page
    page.close()


def times(page: Any) -> int:
    """How often the form would have been sent."""
    count: int = page.evaluate("times")
    return count


@pytest.mark.parametrize("key", [None, "Enter", "Space"], ids=["mouse", "enter", "space"])
def test_a_double_click_sends_once(page: Any, key: str | None) -> None:
    button = page.get_by_role("button", name="申し込む")
    for _ in range(3):
        button.press(key) if key else button.click()
    assert times(page) == 1
    assert button.is_enabled()


def test_after_a_while_it_can_be_sent_again(page: Any) -> None:
    button = page.get_by_role("button", name="申し込む")
    button.click()
    page.clock.run_for(2001)
    button.click()
    assert times(page) == 2


def test_another_button_is_another_wish(page: Any) -> None:
    page.get_by_role("button", name="申し込む").click()
    page.get_by_role("button", name="下書きにする").click()
    assert times(page) == 2


def test_what_a_script_of_the_service_sends_is_left_to_it(page: Any) -> None:
    page.evaluate("""() => { window.own = 0; const form = document.querySelector('form');
        form.addEventListener('submit', e => { own += 1; e.preventDefault(); }, {capture: true}); }""")
    for _ in range(2):
        page.get_by_role("button", name="申し込む").click()
    assert page.evaluate("own") == 2


def test_a_form_whose_key_is_taken_out_is_not_guarded(page: Any) -> None:
    page.evaluate("document.querySelector('ds-one-time-key').remove()")
    for _ in range(2):
        page.get_by_role("button", name="申し込む").click()
    assert times(page) == 2


@pytest.mark.parametrize("script", [True, False], ids=["script", "noscript"])
def test_the_same_is_sent_with_and_without_script(browser: Any, sending: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(sending)
    page.get_by_label("氏名").fill("若草 みどり")
    page.get_by_label("氏名").press("Enter")
    page.wait_for_url("**/form-sent.html?*")
    assert parse_qsl(urlsplit(page.url).query) == [
        ("one_time_key", "k1"),
        ("who", "若草 みどり"),
        ("do", "send"),
    ]
    context.close()


@pytest.fixture
def keeping(browser_type: Any, browser_type_launch_args: dict[str, Any], sending: str) -> Iterator[Any]:
    """A page in a browser that keeps the pages it leaves, which Playwright's own settings forbid."""
    browser = browser_type.launch(
        **browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"]
    )
    page = browser.new_page()
    page.goto(sending)
    yield page
    browser.close()


def test_after_back_the_kept_page_can_be_sent_at_once(keeping: Any) -> None:
    keeping.evaluate("addEventListener('pageshow', e => { window.kept = e.persisted })")
    keeping.get_by_label("氏名").fill("若草 みどり")
    button = keeping.get_by_role("button", name="申し込む")
    button.click()
    keeping.wait_for_url("**/form-sent.html?*")
    # A page that was kept does not load again, which go_back() would wait for.
    keeping.go_back(wait_until="commit")
    assert keeping.evaluate("window.kept") is True, "the browser did not keep the page"
    assert keeping.get_by_label("氏名").input_value() == "若草 みどり"
    assert button.is_enabled()
    button.click()
    keeping.wait_for_url("**/form-sent.html?*")
