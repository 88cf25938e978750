"""A choice can be hit by a finger, shows what is chosen, and asks for more only where it counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "選択肢" %}
{% from "designsys/radios.jinja" import radios %}
{% from "designsys/checkboxes.jinja" import checkboxes %}
{% from "designsys/choice.jinja" import choice %}
{% block content %}
{{ radios("one", "1つ", [("a", "甲"), ("b", "乙")], value="a") }}
{{ checkboxes("many", "いくつでも", [("a", "丙"), ("b", "丁")], values=["a"]) }}
{{ radios("small", "小さい", [("a", "戊")], size="small") }}
{{ radios("large", "大きい", [("a", "己")], size="large") }}
{{ choice("part", "庚", value="a", type="checkbox", indeterminate=true) }}
{% endblock %}
"""
FORM = """
{% extends "designsys/page.jinja" %}
{% set title = "連絡先" %}
{% from "designsys/radios.jinja" import radios %}
{% from "designsys/checkboxes.jinja" import checkboxes %}
{% from "designsys/text_input.jinja" import text_input %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% set phone %}{{ text_input("person[0][phone]", "電話番号") }}{% endset %}
{% set mail %}{{ checkboxes("mail", "受け取る便り", [("news", "広報"), ("other", "ほか")]) }}{% endset %}
{% call form(method="get", action="/choice-sent.html", id="form") %}
{{ radios("person[0][how]", "連絡の方法", [
    {"value": "phone", "label": "電話", "content": phone},
    {"value": "mail", "label": "メール", "content": mail},
    {"value": "post", "label": "郵便", "divider": "または"},
]) }}
{{ button("送る") }}
{% endcall %}
{% endblock %}
"""


def put(site: Any, assets: Any, path: str, source: str) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put(path, environment.from_string(source).render())
    return address


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    return put(site, assets, "/choice.html", PAGE)


@pytest.fixture(scope="module")
def form_address(site: Any, assets: Any) -> str:
    put(site, assets, "/choice-sent.html", FORM)
    return put(site, assets, "/choice-form.html", FORM)


@pytest.fixture(scope="module")
def contexts(browser: Any) -> Iterator[dict[bool, Any]]:
    """A window with script and one without."""
    contexts = {script: browser.new_context(java_script_enabled=script) for script in (True, False)}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def form(contexts: Any, form_address: str) -> Iterator[Any]:
    page = contexts[True].new_page()
    page.goto(form_address)
    yield page
    page.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab of its own, 320 pixels wide."""
    context = browser.new_context(viewport={"width": 320, "height": 600})
    yield context.new_page()
    context.close()


def sent(page: Any) -> list[tuple[str, str]]:
    """What the form sent: it has the method get."""
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


@pytest.mark.parametrize("words", ["乙", "丁", "戊", "己"], ids=["radio", "checkbox", "small", "large"])
def test_the_whole_line_is_44_pixels_high_and_chooses(page: Any, address: str, words: str) -> None:
    page.goto(address)
    line = page.locator("label", has_text=words)
    box = line.bounding_box()
    assert box["height"] >= 44 and box["width"] >= 44
    # The corner of the line, where there is neither circle nor word.
    page.mouse.click(box["x"] + 1, box["y"] + 1)
    assert page.get_by_label(words).is_checked()


def test_the_sizes_differ_and_the_circle_stays_round(page: Any, address: str) -> None:
    page.goto(address)
    boxes = [page.get_by_label(words).bounding_box() for words in ("戊", "甲", "己")]
    assert [box["width"] for box in boxes] == [20, 24, 32]
    assert [box["height"] for box in boxes] == [20, 24, 32]


@pytest.mark.parametrize("kind", ["radio", "checkbox"])
@pytest.mark.parametrize("forced", ["active", "none"])
def test_checked_and_not_checked_differ(browser: Any, address: str, kind: str, forced: Any) -> None:
    context = browser.new_context(forced_colors=forced)
    page = context.new_page()
    page.goto(address)
    controls = page.locator(f"input[type={kind}]")
    assert controls.nth(0).screenshot() != controls.nth(1).screenshot()
    context.close()


@pytest.mark.parametrize("forced", ["active", "none"])
def test_in_part_is_neither_checked_nor_not_checked(browser: Any, address: str, forced: Any) -> None:
    context = browser.new_context(forced_colors=forced)
    page = context.new_page()
    page.goto(address)
    part, checked, unchecked = (page.get_by_label(words) for words in ("庚", "丙", "丁"))
    assert part.evaluate("e => [e.indeterminate, e.checked]") == [True, False]
    pictures = {control.screenshot() for control in (part, checked, unchecked)}
    assert len(pictures) == 3
    part.click()
    assert part.evaluate("e => [e.indeterminate, e.checked]") == [False, True]
    # Moved within the page, it is what the person made it.
    part.evaluate("e => document.querySelector('main').append(e.closest('ds-choice'))")
    assert part.evaluate("e => [e.indeterminate, e.checked]") == [False, True]
    context.close()


def test_more_is_asked_only_with_its_choice(form: Any) -> None:
    assert not form.get_by_label("電話番号").is_visible()
    form.get_by_role("radio", name="電話").focus()
    form.keyboard.press("Space")
    assert form.get_by_label("電話番号").is_visible()
    assert not form.get_by_role("group", name="メール").is_visible()
    # The other radio takes the place; no event tells this one.
    form.keyboard.press("ArrowDown")
    assert not form.get_by_label("電話番号").is_visible()
    assert form.get_by_role("group", name="メール", exact=True).is_visible()
    assert form.get_by_role("radio", name="メール").get_attribute("aria-expanded") is None


def test_what_is_revealed_is_next_by_tab_and_a_group_named_by_its_choice(form: Any) -> None:
    form.get_by_role("radio", name="電話").check()
    form.keyboard.press("Tab")
    assert form.locator(":focus").get_attribute("name") == "person[0][phone]"
    group = form.get_by_role("group", name="電話", exact=True)
    assert group.get_by_label("電話番号").count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "noscript"])
def test_the_same_is_sent_with_and_without_script(contexts: Any, form_address: str, script: bool) -> None:
    page = contexts[script].new_page()
    page.goto(form_address)
    page.get_by_role("radio", name="電話").check()
    page.get_by_label("電話番号").fill("000")
    page.get_by_role("button", name="送る").press("Enter")
    assert sent(page) == [("person[0][how]", "phone"), ("person[0][phone]", "000")]
    page.close()


def test_without_script_everything_is_there(contexts: Any, form_address: str) -> None:
    page = contexts[False].new_page()
    page.goto(form_address)
    assert page.get_by_label("電話番号").is_visible()
    assert page.get_by_label("広報").is_visible()
    page.close()


def test_an_answer_that_no_longer_counts_is_not_sent(form: Any) -> None:
    form.get_by_role("radio", name="電話").check()
    form.get_by_label("電話番号").fill("000")
    form.get_by_label("郵便").check()
    form.get_by_role("button", name="送る").click()
    assert sent(form) == [("person[0][how]", "post")]


def test_after_back_the_page_is_as_it_was(form: Any) -> None:
    form.get_by_role("radio", name="電話").check()
    form.get_by_label("電話番号").fill("000")
    form.get_by_role("button", name="送る").click()
    form.go_back()
    assert form.get_by_role("radio", name="電話").is_checked()
    assert form.get_by_label("電話番号").is_visible()
    assert form.get_by_label("電話番号").input_value() == "000"


def test_a_reset_takes_what_was_revealed_away(form: Any) -> None:
    form.get_by_role("radio", name="電話").check()
    form.evaluate("document.querySelector('form').reset()")
    form.get_by_label("電話番号").wait_for(state="hidden")


def test_a_choice_taken_out_listens_no_more_and_again_when_put_back(form: Any) -> None:
    form.evaluate("""() => { window.choice = document.querySelector('ds-choice'); window.place = choice.parentNode;
        choice.remove(); }""")
    form.get_by_label("郵便").check()
    assert form.evaluate("choice.querySelector('fieldset').hidden") is True
    # Checked while it was out: a listener that was left behind would have shown it.
    form.evaluate("""() => { choice.querySelector('input').checked = true;
        document.dispatchEvent(new Event('change')); }""")
    assert form.evaluate("choice.querySelector('fieldset').hidden") is True
    form.evaluate("place.prepend(choice)")
    assert form.get_by_label("電話番号").is_visible()


def test_one_put_in_later_works(form: Any) -> None:
    form.evaluate("""() => { const old = document.querySelector('ds-choice'); const fresh = old.cloneNode(true);
        old.replaceWith(fresh); }""")
    form.get_by_role("radio", name="電話").check()
    assert form.get_by_label("電話番号").is_visible()
