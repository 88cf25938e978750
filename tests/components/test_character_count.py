"""What the counter counts, says and leaves alone, in a real browser."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from designsys.forms import count_bytes, count_characters
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "ご意見" %}
{% from "designsys/textarea.jinja" import textarea %}
{% from "designsys/text_input.jinja" import text_input %}
{% block content %}
{{ textarea("opinion", "ご意見", character_limit=20, hint="短くてかまいません", error="ご意見を書いてください") }}
{{ textarea("story", "くわしい話", character_limit=20, limit_threshold=50) }}
{{ text_input("katagaki", "方書", character_limit=20, limit_encoding="shift_jis") }}
{{ text_input("column", "列", character_limit=20, limit_encoding="utf_8") }}
{% endblock %}
"""
LEFT = ".ds-character-count__left"
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
    text: str = page.locator(LEFT).first.text_content()
    return text


def heard(page: Any, which: int = 0) -> str:
    """What the live region holds."""
    text: str = page.get_by_role("status").nth(which).text_content()
    return text


def test_without_script_the_limit_is_there_and_described(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    box = page.get_by_label("ご意見")
    assert page.locator("#opinion-limit").is_visible()
    assert box.get_attribute("aria-describedby") == "opinion-hint opinion-limit opinion-error"
    assert page.locator(LEFT).count() == 0
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
    assert page.locator("ds-character-count[data-exceeded]").count() == 0


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
    counter = page.locator("ds-character-count").first.element_handle()
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


def test_below_its_threshold_the_rest_is_not_in_the_page(page: Any) -> None:
    story, rest = page.get_by_label("くわしい話"), page.locator("#story-limit ~ .ds-character-count__left")
    assert rest.count() == 0
    story.press_sequentially("あ" * 9)
    page.clock.run_for(PAUSE)
    assert (rest.count(), heard(page, 1)) == (0, "")
    story.press_sequentially("あ")
    page.clock.run_for(PAUSE)
    assert (rest.text_content(), heard(page, 1)) == ("あと10文字", "あと10文字")
    story.fill("あ")
    page.clock.run_for(PAUSE)
    assert (rest.count(), heard(page, 1)) == (0, "")


def test_older_systems_are_told_of_in_full_width_characters(page: Any) -> None:
    box, rest = page.get_by_label("方書"), page.locator("#katagaki-limit ~ .ds-character-count__left")
    assert page.locator("#katagaki-limit").text_content() == "全角で10文字まで"
    box.fill("若草荘203")
    assert rest.text_content() == "あと全角で5文字"
    box.fill("若草荘" * 4)
    assert rest.text_content() == "全角で2文字超えています"


# Every rule at least once; the server's count is tested against Unicode's own in tests/forms.
TEXTS = [
    "葛\U000e0100城と葛城",
    "👨‍👩‍👧‍👦が🇯🇵🇰🇷を👋🏽",
    "か\u3099き\u3099ｶﾞｷﾞ",
    "一行目\n二行目\r\n三行目",
    "𠮷野家 ¥100 ‾ ~",
    "क्षत्रिय नमस्ते",
    "각각",
    "zero\u200dwidth\u200cjoiner\u00ad",
    "\u0600١٢٣",
    "①㈱〶❤️‍🔥🏳️‍🌈",
]
LIMIT = 10_000


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", [None, "shift_jis", "euc_jp", "utf_8"])
def test_counts_as_the_server_does(page: Any, encoding: Any, text: str) -> None:
    count = count_characters(text) if encoding is None else count_bytes(text, encoding)
    counter = page.locator("ds-character-count").first
    counter.evaluate(
        "(e, [limit, encoding]) => { e.dataset.limit = limit; e.dataset.left = '{number}';"
        " if (encoding) e.dataset.encoding = encoding }",
        [LIMIT, encoding],
    )
    counter.locator("textarea").fill(text)
    per_character = {None: 1, "utf_8": 3}.get(encoding, 2)
    assert left(page) == str((LIMIT - count) // per_character)


def test_graphemes_are_those_of_the_browser(page: Any) -> None:
    """Every assigned character that is no plain letter, after か, before か, and between two that may join."""
    codes = [
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs", "Lo", "Lu", "Ll"}
        and chr(code) not in "\r\n"
    ]
    texts = [f"か{chr(code)}か" for code in codes] + [f"👩{chr(code)}\u200d👩" for code in codes]
    counts = page.evaluate(
        "texts => { const s = new Intl.Segmenter(); return texts.map(t => [...s.segment(t)].length) }", texts
    )
    assert [
        (ascii(text), count)
        for text, count in zip(texts, counts, strict=True)
        if count_characters(text) != count
    ] == []
