"""What the counter counts, says and leaves alone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "ご意見" %}
{% from "designsys/textarea.jinja" import textarea %}
{% block content %}
{{ textarea("opinion", "ご意見", character_limit=20, hint="短くてかまいません", error="ご意見を書いてください") }}
{{ textarea("kept", "前に書いた文", value="\\n  一行あけて\\n書いた文") }}
{% endblock %}
"""
LEFT = ".ds-textarea__left"
PAUSE = 1000


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/textarea.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    page = browser.new_page()
    page.clock.install(time=0)
    page.goto(address)
    # Else the clock goes on by itself, and a slow machine has pauses of its own.
    page.clock.pause_at(60 * 60 * PAUSE)
    yield page
    page.close()


@pytest.fixture
def box(page: Any) -> Any:
    return page.get_by_label("ご意見")


def left(page: Any) -> str:
    text: str = page.locator(LEFT).text_content()
    return text


def heard(page: Any) -> str:
    """What the live region holds."""
    text: str = page.get_by_role("status").text_content()
    return text


def test_without_script_the_limit_is_there_and_described(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    box = page.get_by_label("ご意見")
    assert page.get_by_text("20文字まで").is_visible()
    assert box.get_attribute("aria-describedby") == "opinion-hint opinion-limit opinion-error"
    assert left(page) == ""
    context.close()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("みどり", 17, id="kana"),
        pytest.param("𠮷野家", 17, id="outside-the-basic-plane"),
        pytest.param("👨‍👩‍👧‍👦🇯🇵", 18, id="joined-emoji"),
        pytest.param("か\u3099き\u3099", 18, id="combining-marks"),
        pytest.param("葛\U000e0100城", 18, id="variant-of-kanji"),
        pytest.param("一\n二", 17, id="line-break"),
        pytest.param(" 　", 18, id="blanks"),
    ],
)
def test_counts_what_people_see_as_one(page: Any, box: Any, text: str, number: int) -> None:
    box.fill(text)
    assert left(page) == f"あと{number}文字"


def test_typing_past_the_limit_goes_on(page: Any, box: Any) -> None:
    box.press_sequentially("あ" * 23)
    assert box.input_value() == "あ" * 23
    assert left(page) == "3文字超えています"
    box.fill("い")
    assert left(page) == "あと19文字"
    assert page.locator("[data-exceeded]").count() == 0


def test_is_heard_only_in_a_pause(page: Any, box: Any) -> None:
    box.fill("あ" * 10)
    page.clock.run_for(PAUSE - 100)
    assert heard(page) == ""
    box.press_sequentially("い")
    page.clock.run_for(PAUSE - 100)
    assert heard(page) == ""
    page.clock.run_for(200)
    assert heard(page) == "あと9文字"


def test_is_not_heard_again_within_the_same_tenth(page: Any, box: Any) -> None:
    box.fill("あ" * 11)
    page.clock.run_for(PAUSE)
    assert heard(page) == "あと9文字"
    box.press_sequentially("い")
    page.clock.run_for(PAUSE)
    assert (left(page), heard(page)) == ("あと8文字", "あと9文字")
    box.press_sequentially("う")
    page.clock.run_for(PAUSE)
    assert heard(page) == "あと7文字"


@pytest.mark.parametrize(
    ("typed", "words"),
    [(19, "あと1文字"), (20, "あと0文字"), (21, "1文字超えています"), (22, "2文字超えています")],
)
def test_every_number_is_heard_at_the_end(page: Any, box: Any, typed: int, words: str) -> None:
    box.fill("あ" * (typed - 1))
    page.clock.run_for(PAUSE)
    box.press_sequentially("い")
    page.clock.run_for(PAUSE)
    assert heard(page) == words


def test_waits_for_the_input_method(page: Any, box: Any) -> None:
    box.focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "みどり", "selectionStart": 3, "selectionEnd": 3})
    assert box.input_value() == "みどり"
    assert left(page) == "あと20文字"
    keyboard.send("Input.insertText", {"text": "緑"})
    assert box.input_value() == "緑"
    assert left(page) == "あと19文字"


def test_nothing_is_heard_of_a_counter_taken_out(page: Any, box: Any) -> None:
    box.fill("あ" * 10)
    counter = page.locator("ds-character-count").element_handle()
    counter.evaluate("e => { window.place = e.parentNode; e.remove() }")
    page.clock.run_for(PAUSE)
    counter.evaluate("e => window.place.append(e)")
    assert heard(page) == ""
    box.press_sequentially("いい")
    page.clock.run_for(PAUSE)
    assert (left(page), heard(page)) == ("あと8文字", "あと8文字")


def test_counts_what_the_browser_puts_back(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_label("ご意見").evaluate("box => { box.value = 'あいう' }")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert left(page) == "あと17文字"
    page.close()


def test_keeps_the_first_line_break(page: Any) -> None:
    assert page.get_by_label("前に書いた文").input_value() == "\n  一行あけて\n書いた文"
