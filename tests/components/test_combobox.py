"""The combobox as residents use it: what it finds, what its keys do, and what is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

from designsys.forms import read_combobox, typed_name
from designsys.rendering.examples import example_environment

TOWNS = [
    {"value": "13", "label": "東京都", "reading": "とうきょうと"},
    {"value": "22", "label": "静岡県", "reading": "しずおかけん"},
    {"value": "26", "label": "京都府", "reading": "きょうとふ"},
    {"value": "27", "label": "大阪府", "reading": "おおさかふ"},
    {"value": "41", "label": "新橋", "reading": "しんばし"},
    {"value": "42", "label": "十条", "reading": "じゅうじょう"},
    {"value": "43", "label": "札幌", "reading": "さっぽろ"},
    {"value": "44", "label": "フィリピン", "reading": ""},
    {"value": "45", "label": "チェコ", "reading": ""},
    {"value": "46", "label": "ニュータウン", "reading": ""},
    {"value": "47", "label": "中央（北）", "reading": "ちゅうおう"},
    {"value": "48", "label": "中央（南）", "reading": "ちゅうおう"},
]
PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "本籍の届け出" %}
{% from "designsys/combobox.jinja" import combobox %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% from "designsys/text_input.jinja" import text_input %}
{% block content %}
{% call form(action="/combobox.html", method="get") %}
{{ combobox(name, "本籍", towns, value=value, typed=typed, hint="漢字、かな、ローマ字", error=error, required=true) }}
{{ combobox("job", "仕事", [("a", "農業"), ("b", "漁業")], free_text=true) }}
{{ text_input("next", "次の欄") }}
{{ button("送る") }}
{% endcall %}
{% endblock %}
"""
MANY = 2000
COMPOSITION_KEY = 229


class Service:
    """Puts the page up with what a service would hand to it."""

    def __init__(self, site: Any, assets: Any) -> None:
        self.site = site
        self.environment = example_environment(assets=("/static/designsys/", assets))

    def put(self, name: str = "town", towns: Any = None, **arguments: Any) -> str:
        values = {"value": None, "typed": None, "error": None, **arguments}
        html = self.environment.from_string(PAGE).render(name=name, towns=towns or TOWNS, **values)
        address: str = self.site.put("/combobox.html", html)
        return address


@pytest.fixture(scope="module")
def service(site: Any, assets: Any) -> Service:
    return Service(site, assets)


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 400, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def scriptless(browser: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Any, service: Service) -> Any:
    tab.goto(service.put())
    return tab


@pytest.fixture
def box(page: Any) -> Any:
    return page.get_by_role("combobox", name="本籍")


def found(page: Any) -> list[str]:
    texts: list[str] = page.get_by_role("option").all_text_contents()
    return texts


def active(page: Any, box: Any) -> str | None:
    """The choice that a screen reader is told of."""
    name = box.get_attribute("aria-activedescendant")
    return page.locator(f'[id="{name}"]').text_content() if name else None


def sent(page: Any) -> list[tuple[str, str]]:
    """What the form sends, in the browser's own encoding."""
    with page.expect_navigation():
        page.get_by_role("button", name="送る").click()
    return parse_qsl(page.url.partition("?")[2], keep_blank_values=True)


def of_town(page: Any) -> dict[str, str]:
    return {name: value for name, value in sent(page) if name.startswith("town")}


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        pytest.param("東京", "東京都", id="kanji"),
        pytest.param("岡", "静岡県", id="kanji-within"),
        pytest.param("とうきょう", "東京都", id="hiragana"),
        pytest.param("トウキョウ", "東京都", id="katakana"),
        pytest.param("ﾄｳｷｮｳ", "東京都", id="half-width-katakana"),
        pytest.param("とうk", "東京都", id="half-typed-syllable"),
        pytest.param("tokyo", "東京都", id="long-vowel-left-out"),
        pytest.param("toukyou", "東京都", id="long-vowel-as-kana"),
        pytest.param("Tōkyō", "東京都", id="macron"),
        pytest.param("ｔｏｋｙｏ", "東京都", id="full-width-letters"),
        pytest.param("shizuoka", "静岡県", id="hepburn-shi"),
        pytest.param("sizuoka", "静岡県", id="kunrei-si"),
        pytest.param("osaka", "大阪府", id="long-o"),
        pytest.param("oosaka", "大阪府", id="double-o"),
        pytest.param("shinbashi", "新橋", id="n"),
        pytest.param("Shimbashi", "新橋", id="m"),
        pytest.param("sinbasi", "新橋", id="kunrei-n"),
        pytest.param("jujo", "十条", id="hepburn-ju"),
        pytest.param("zyuuzyou", "十条", id="kunrei-zyu"),
        pytest.param("sapporo", "札幌", id="double-consonant"),
        pytest.param("firipin", "フィリピン", id="small-i"),
        pytest.param("cheko", "チェコ", id="small-e"),
        pytest.param("nyuutaun", "ニュータウン", id="long-mark"),
    ],
)
def test_is_found_by_kanji_kana_and_romaji(page: Any, box: Any, typed: str, label: str) -> None:
    box.fill(typed)
    assert label in found(page)
    assert len(found(page)) < 4


def test_what_begins_with_the_text_comes_first(page: Any, box: Any) -> None:
    box.fill("kyo")
    assert found(page) == ["京都府", "東京都"]


def test_the_arrows_go_round_and_enter_takes_the_choice(page: Any, box: Any) -> None:
    box.focus()
    page.keyboard.press("ArrowDown")
    assert (active(page, box), box.get_attribute("aria-expanded")) == ("東京都", "true")
    page.keyboard.press("ArrowUp")
    assert active(page, box) == "中央（南）"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert (box.input_value(), box.get_attribute("aria-expanded"), found(page)) == ("静岡県", "false", [])
    assert of_town(page) == {"town": "22"}


def test_enter_sends_the_form_only_when_the_list_is_closed(page: Any, box: Any) -> None:
    box.press_sequentially("shizu")
    before = page.url
    page.keyboard.press("Enter")
    assert (page.url, found(page)) == (before, [])
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_tab_takes_the_choice_and_goes_on(page: Any, box: Any) -> None:
    box.press_sequentially("osaka")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "job"
    assert of_town(page) == {"town": "27"}


def test_escape_closes_the_list_and_keeps_focus_and_text(page: Any, box: Any) -> None:
    box.press_sequentially("kyo")
    page.keyboard.press("Escape")
    assert found(page) == []
    assert page.evaluate("document.activeElement.id") == "town"
    assert box.input_value() == "kyo"


def test_alt_and_arrow_open_and_close_without_choosing(page: Any, box: Any) -> None:
    box.focus()
    page.keyboard.press("Alt+ArrowDown")
    assert (len(found(page)), active(page, box)) == (len(TOWNS), None)
    page.keyboard.press("Alt+ArrowUp")
    assert (found(page), box.input_value()) == ([], "")


def test_a_finger_takes_a_choice(browser: Any, service: Service) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto(service.put())
    page.get_by_role("combobox", name="本籍").tap()
    choice = page.get_by_role("option", name="大阪府")
    assert choice.bounding_box()["height"] >= 44
    choice.tap()
    assert of_town(page) == {"town": "27"}
    context.close()


def test_a_whole_name_needs_no_choosing(page: Any, box: Any) -> None:
    box.press_sequentially("東京都")
    assert of_town(page) == {"town": "13"}


@pytest.mark.parametrize("typed", ["とうきょうと", "tokyoto"])
def test_a_whole_reading_is_taken_on_leaving(page: Any, box: Any, typed: str) -> None:
    box.press_sequentially(typed)
    page.keyboard.press("Tab")
    assert box.input_value() == "東京都"


def test_a_reading_of_two_choices_is_not_guessed(page: Any, box: Any) -> None:
    box.press_sequentially("ちゅうおう")
    assert of_town(page) == {"town": "", "town-typed": "ちゅうおう"}


@pytest.mark.parametrize("name", ["town", "person[0][town]"])
def test_text_that_is_no_choice_reaches_the_server_and_not_the_former_choice(
    tab: Any, service: Service, name: str
) -> None:
    tab.goto(service.put(name, value="13"))
    box = tab.get_by_role("combobox", name="本籍")
    assert box.input_value() == "東京都"
    box.fill("東京とか")
    form = dict(sent(tab))
    assert (form[name], form[typed_name(name)]) == ("", "東京とか")
    reading = read_combobox(form, name, TOWNS, locale="ja")
    tab.goto(service.put(name, **reading.as_arguments()))
    assert box.input_value() == "東京とか"
    assert box.get_attribute("aria-invalid") == "true"
    again = dict(sent(tab))
    assert (again[name], again[typed_name(name)]) == ("", "東京とか")


def test_clearing_sends_a_blank(tab: Any, service: Service) -> None:
    tab.goto(service.put(value="13"))
    tab.get_by_role("combobox", name="本籍").fill("")
    assert of_town(tab) == {"town": ""}


@pytest.mark.parametrize("value", [None, "27"])
def test_the_same_is_sent_with_and_without_script(
    tab: Any, scriptless: Any, service: Service, value: str | None
) -> None:
    address = service.put(value=value)
    tab.goto(address)
    scriptless.goto(address)
    assert scriptless.locator("select[name=town]").is_visible()
    assert sent(tab) == sent(scriptless)


def test_a_choice_is_the_same_with_and_without_script(page: Any, box: Any, scriptless: Any) -> None:
    scriptless.goto(page.url)
    scriptless.get_by_label("本籍").select_option("大阪府")
    scriptless.get_by_label("仕事").fill("林業")
    box.fill("おおさか")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_label("仕事").fill("林業")
    assert sent(page) == sent(scriptless)


def test_free_text_is_sent_as_it_is(page: Any) -> None:
    job = page.get_by_role("combobox", name="仕事")
    job.fill("業")
    assert found(page) == ["農業", "漁業"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert job.input_value() == "農業"
    job.fill("林業")
    assert dict(sent(page))["job"] == "林業"


def test_label_hint_and_error_belong_to_the_text(tab: Any, service: Service) -> None:
    tab.goto(service.put(typed="とか", error="一覧から選んでください"))
    box = tab.get_by_role("combobox", name="本籍")
    assert box.get_attribute("id") == "town"
    assert box.get_attribute("aria-describedby") == "town-hint town-error"
    assert box.get_attribute("required") is not None
    assert not tab.locator("select[required]").count()


@pytest.mark.parametrize(
    ("typed", "words"), [("kyo", "候補は2件です"), ("そのほか", "打った文字に合う候補はありません")]
)
def test_says_in_a_pause_how_many_there_are(browser: Any, service: Service, typed: str, words: str) -> None:
    # A clock stops the whole context.
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    page.goto(service.put())
    page.clock.pause_at(1_000_000)
    page.get_by_role("combobox", name="本籍").fill(typed)
    status = page.locator("#town ~ [role=status]")
    assert status.text_content() == ""
    page.clock.run_for(1000)
    assert status.text_content() == words
    context.close()


def test_keys_of_an_input_method_are_left_alone(page: Any, box: Any) -> None:
    """CDP composes as browsers do; the last Enter is Safari's, which comes after the text."""
    box.focus()
    page.keyboard.press("ArrowDown")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "きょう", "selectionStart": 3, "selectionEnd": 3})
    assert found(page) == ["京都府", "東京都"]
    for key in ("ArrowDown", "Enter", "Escape"):
        keyboard.send(
            "Input.dispatchKeyEvent",
            {"type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": COMPOSITION_KEY},
        )
    assert (found(page), active(page, box)) == (["京都府", "東京都"], None)
    keyboard.send("Input.insertText", {"text": "京"})
    keyboard.send(
        "Input.dispatchKeyEvent",
        {"type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": COMPOSITION_KEY},
    )
    assert (box.input_value(), found(page)) == ("京", ["京都府", "東京都"])


def test_rows_are_made_as_people_come_to_them(tab: Any, service: Service) -> None:
    tab.goto(service.put(towns=[(str(number), f"{number}丁目") for number in range(MANY)]))
    box = tab.get_by_role("combobox", name="本籍")
    box.focus()
    tab.keyboard.press("Alt+ArrowDown")
    assert len(found(tab)) < 100
    assert tab.get_by_role("option").first.get_attribute("aria-setsize") == str(MANY)
    tab.keyboard.press("ArrowUp")
    assert active(tab, box) == f"{MANY - 1}丁目"
    tab.keyboard.press("Enter")
    assert of_town(tab) == {"town": str(MANY - 1)}


def test_survives_being_moved_and_taken_out(page: Any, box: Any) -> None:
    box.fill("kyo")
    page.evaluate("const e = document.querySelector('ds-combobox'); e.parentNode.append(e)")
    assert (found(page), page.get_by_role("combobox", name="本籍").count()) == ([], 1)
    box.fill("osaka")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert of_town(page) == {"town": "27"}


def test_a_reset_shows_the_first_choice_again(tab: Any, service: Service) -> None:
    tab.goto(service.put(value="13"))
    box = tab.get_by_role("combobox", name="本籍")
    box.fill("ほか")
    tab.evaluate("document.forms[0].reset()")
    expect(box).to_have_value("東京都")
    assert of_town(tab) == {"town": "13"}


def test_text_and_choice_are_there_after_back(page: Any, box: Any) -> None:
    box.fill("おおさかふ")
    page.keyboard.press("Tab")
    sent(page)
    page.go_back()
    assert box.input_value() == "大阪府"
    assert of_town(page) == {"town": "27"}


def test_the_current_choice_differs_in_forced_colours(browser: Any, service: Service) -> None:
    context = browser.new_context(viewport={"width": 400, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(service.put())
    page.get_by_role("combobox", name="本籍").focus()
    page.keyboard.press("ArrowDown")
    row = page.get_by_role("option").first
    current = row.screenshot()
    page.keyboard.press("ArrowDown")
    assert row.screenshot() != current
    context.close()


@pytest.mark.parametrize(
    "state",
    ["input.disabled = true", "input.setAttribute('aria-invalid', 'true')"],
    ids=["disabled", "invalid"],
)
def test_states_differ_in_forced_colours(browser: Any, service: Service, state: str) -> None:
    context = browser.new_context(viewport={"width": 400, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(service.put())
    control = page.locator("ds-combobox").first
    before = control.screenshot()
    page.locator("#town").evaluate(f"input => {{ {state} }}")
    assert control.screenshot() != before
    context.close()
