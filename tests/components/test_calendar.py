"""The calendar by keyboard, in words, and beside the fields that remain without it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import axe_playwright_python
import pytest

import designsys
from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "予約" %}
{% from "designsys/calendar.jinja" import calendar %}
{% from "designsys/date_input.jinja" import date_input %}
{% from "designsys/date_range.jinja" import date_range %}
{% from "designsys/form.jinja" import form %}
{% from "designsys/button.jinja" import button %}
{% block content %}
{% call form(method="get") %}
{% call calendar(earliest={"year": 2026, "month": 7, "day": 6}, latest={"year": 2027, "month": 8, "day": 20}, closed=["2026-07-15"]) %}
{{ date_input("visit", "来る日") }}
{% endcall %}
{% call calendar(earliest={"year": 2026, "month": 7, "day": 1}, latest={"year": 2026, "month": 12, "day": 31}) %}
{{ date_range("stay", "泊まる日", start_label="着く日", end_label="帰る日") }}
{% endcall %}
{{ button("送る") }}
{% endcall %}
{% endblock %}
"""
UNKNOWN = """
{% extends "designsys/page.jinja" %}{% set title = "届け" %}
{% from "designsys/calendar.jinja" import calendar %}{% from "designsys/date_input.jinja" import date_input %}
{% block content %}
{% call calendar(earliest={"year": 2026, "month": 7, "day": 1}, latest={"year": 2026, "month": 12, "day": 31}) %}
{{ date_input("visit", "見つけた日", value={"year": "2026", "unknown_day": true}, unknown_day=true) }}
{% endcall %}
{% endblock %}
"""
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TODAY = "2026-07-14T03:00:00Z"


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/calendar.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture(scope="module")
def context(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, timezone_id="Asia/Tokyo")
    yield context
    context.close()


@pytest.fixture
def page(context: Any, address: str) -> Iterator[Any]:
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(address)
    yield page
    page.close()


def opener(page: Any) -> Any:
    return page.get_by_role("group", name="来る日").locator(".ds-calendar__open")


def opened(page: Any, year: str = "", month: str = "", day: str = "") -> Any:
    """The calendar, opened by keyboard with this date typed."""
    for part, text in (("year", year), ("month", month), ("day", day)):
        page.locator(f"[name=visit-{part}]").fill(text)
    opener(page).press("Enter")
    return page.get_by_role("dialog", name="カレンダーから選ぶ")


def focused(page: Any) -> str:
    """The name of what has focus."""
    name: str = page.evaluate(
        """() => { const e = document.activeElement;
        return e.getAttribute('aria-label') ?? (e.querySelector('.ds-visually-hidden') ?? e).textContent }"""
    )
    return name


def typed(page: Any, name: str = "visit") -> list[str]:
    return [page.locator(f"[name={name}-{part}]").input_value() for part in ("year", "month", "day")]


def test_opens_at_today_and_reads_the_day_in_full(page: Any) -> None:
    dialog = opened(page)
    assert focused(page) == "7月14日 火曜日"
    assert dialog.get_by_role("grid", name="2026年7月").count() == 1
    assert dialog.locator("[aria-current=date]").get_attribute("value") == "2026-07-14"


def test_a_day_that_is_chosen_is_known(page: Any, site: Any, assets: Any) -> None:
    environment = example_environment(assets=("/static/designsys/", assets))
    page.goto(site.put("/unknown.html", environment.from_string(UNKNOWN).render()))
    unknown = page.get_by_role("checkbox", name="月や日が分からない")
    assert unknown.is_checked()
    page.locator(".ds-calendar__open").press("Enter")
    page.keyboard.press("Enter")
    assert typed(page) == ["2026", "7", "14"]
    assert not unknown.is_checked()


@pytest.mark.parametrize(
    ("date", "name"),
    [
        (("2026", "8", "3"), "8月3日 月曜日"),
        (("２０２６", "８月", " ３"), "8月3日 月曜日"),
        (("2020", "1", "1"), "7月6日 月曜日"),
        (("2030", "1", "1"), "8月20日 金曜日"),
        (("2026", "2", "30"), "7月14日 火曜日"),
        (("2026", "x", "3"), "7月14日 火曜日"),
    ],
    ids=["typed", "full_width", "too_early", "too_late", "impossible", "no_date"],
)
def test_opens_at_the_typed_day_within_the_limits(page: Any, date: tuple[str, str, str], name: str) -> None:
    opened(page, *date)
    assert focused(page).startswith(name)


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (["ArrowRight"], "8月13日 木曜日"),
        (["ArrowLeft"], "8月11日 火曜日 山の日"),
        (["ArrowUp"], "8月5日 水曜日"),
        (["ArrowDown"], "8月19日 水曜日"),
        (["Home"], "8月9日 日曜日"),
        (["End"], "8月15日 土曜日"),
        (["PageUp"], "7月12日 日曜日"),
        (["PageDown"], "9月12日 土曜日"),
        (["Shift+PageDown"], "8月12日 木曜日"),
        (["PageDown", "Shift+PageUp"], "7月1日 水曜日 選べません"),
        (["ArrowUp", "ArrowUp"], "7月29日 水曜日"),
        (["PageUp", "PageUp"], "7月1日 水曜日 選べません"),
        (["Shift+PageDown", "Shift+PageDown"], "8月31日 火曜日 選べません"),
    ],
    ids=" ".join,
)
def test_keys_move_as_in_the_apg(page: Any, keys: list[str], name: str) -> None:
    """ARIA Authoring Practices, date picker dialog."""
    opened(page, "2026", "8", "12")
    for key in keys:
        page.keyboard.press(key)
    assert focused(page) == name
    assert page.locator(".ds-calendar__day[tabindex='0']").count() == 1


def test_a_month_without_that_day_gives_its_last_day(page: Any) -> None:
    opened(page, "2027", "1", "31")
    page.keyboard.press("PageDown")
    assert focused(page) == "2月28日 日曜日"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_day_is_taken_and_focus_returns(page: Any, key: str) -> None:
    dialog = opened(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert typed(page) == ["2026", "7", "21"]
    assert dialog.count() == 0
    assert focused(page) == "カレンダーから選ぶ: 2026年7月21日 火曜日"


def test_the_service_hears_of_the_day_as_if_it_were_typed(page: Any) -> None:
    page.evaluate(
        """() => { window.heard = []; for (const type of ['input', 'change'])
        document.addEventListener(type, e => window.heard.push(type + ' ' + e.target.name)); }"""
    )
    opened(page)
    page.evaluate("window.heard = []")
    page.keyboard.press("Enter")
    assert page.evaluate("window.heard") == [
        f"{kind} visit-{part}" for part in ("year", "month", "day") for kind in ("input", "change")
    ]


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_closing_changes_nothing_and_focus_returns(page: Any, way: str) -> None:
    dialog = opened(page, "2026", "７", "14")
    page.keyboard.press("ArrowDown")
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name="閉じる").press("Enter")
    assert dialog.count() == 0
    assert typed(page) == ["2026", "７", "14"]
    assert page.evaluate("document.activeElement.matches('.ds-calendar__open')")


def test_focus_goes_to_the_button_that_had_none_when_it_was_clicked(page: Any) -> None:
    """As in Safari, where a click focuses no button."""
    opener(page).dispatch_event("click")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement.matches('.ds-calendar__open')")


@pytest.mark.parametrize(
    ("key", "name"),
    [("ArrowRight", "7月15日 水曜日 選べません"), ("Home", "7月12日 日曜日")],
    ids=["closed", "open"],
)
def test_a_closed_day_can_be_read_but_not_chosen(page: Any, key: str, name: str) -> None:
    dialog = opened(page)
    page.keyboard.press(key)
    assert focused(page) == name
    page.keyboard.press("Enter")
    assert (typed(page) == ["", "", ""]) == ("選べません" in name)
    assert dialog.count() == ("選べません" in name)


@pytest.mark.parametrize(("day", "chosen"), [("5", False), ("6", True)])
def test_days_before_the_first_cannot_be_chosen(page: Any, day: str, chosen: bool) -> None:
    # Forced, since a pointer does not ask whether a day can be chosen.
    opened(page).get_by_text(day, exact=True).click(force=True)
    assert (typed(page) == ["2026", "7", day]) == chosen


def test_holidays_are_named_in_the_grid_and_below(page: Any) -> None:
    dialog = opened(page, "2026", "9", "1")
    for name in ("9月21日 月曜日 敬老の日", "9月22日 火曜日 国民の休日", "9月23日 水曜日 秋分の日"):
        assert dialog.get_by_role("button", name=name, exact=True).count() == 1
    assert dialog.get_by_role("listitem").all_text_contents() == [
        "9月21日 敬老の日",
        "9月22日 国民の休日",
        "9月23日 秋分の日",
    ]


@pytest.mark.parametrize(
    ("step", "month"),
    [("次の月", "2026年8月"), ("次の年", "2027年7月"), ("前の月", "2026年7月"), ("前の年", "2026年7月")],
)
def test_buttons_go_by_month_and_year_within_the_limits(page: Any, step: str, month: str) -> None:
    dialog = opened(page)
    button = dialog.get_by_role("button", name=step)
    button.press("Enter")
    assert dialog.get_by_role("grid", name=month).count() == 1
    assert dialog.locator("[aria-live]").text_content() == month
    assert focused(page) == step
    assert (button.get_attribute("aria-disabled") == "true") == (month == "2026年7月" or step == "次の年")


def test_tab_stays_in_the_dialog(page: Any) -> None:
    opened(page)
    names = []
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        names.append(focused(page))
    assert names == ["次の年", "次の月", "前の月"]


def test_each_day_of_a_period_has_its_own_button(page: Any) -> None:
    for label, down in (("着く日", 0), ("帰る日", 1)):
        page.get_by_role("group", name=label).locator(".ds-calendar__open").press("Enter")
        for _ in range(down):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    assert typed(page, "stay-start") == ["2026", "7", "14"]
    assert typed(page, "stay-end") == ["2026", "7", "21"]


def test_an_input_method_keeps_its_keys(page: Any) -> None:
    opened(page)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send(
        "Input.dispatchKeyEvent",
        {"type": "rawKeyDown", "key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 229},
    )
    assert focused(page) == "7月14日 火曜日"


def test_composing_in_a_field_leaves_the_calendar_alone(page: Any) -> None:
    box = page.locator("[name=visit-year]")
    box.focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "２０２６", "selectionStart": 4, "selectionEnd": 4})
    keyboard.send(
        "Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 229}
    )
    keyboard.send("Input.insertText", {"text": "２０２６"})
    assert box.input_value() == "２０２６"
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("script", [True, False], ids=["script", "noscript"])
def test_the_same_is_sent_with_and_without_script(browser: Any, address: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script, timezone_id="Asia/Tokyo")
    page = context.new_page()
    if script:
        page.clock.set_fixed_time(TODAY)
    page.goto(address)
    if script:
        opener(page).press("Enter")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    else:
        assert page.locator(".ds-calendar__open").count() == 0
        for part, text in (("year", "2026"), ("month", "7"), ("day", "16")):
            page.locator(f"[name=visit-{part}]").fill(text)
    page.get_by_role("button", name="送る").press("Enter")
    page.wait_for_url("**/*visit-year=*")
    sent = parse_qs(urlsplit(page.url).query)
    assert sent == {"visit-year": ["2026"], "visit-month": ["7"], "visit-day": ["16"]}
    context.close()


CHANGES = {
    "moved": "e => document.querySelector('form').append(e)",
    "swapped_in": "e => e.replaceWith(e.cloneNode(true))",
    "removed_and_back": "e => { const p = e.parentNode; e.remove(); p.prepend(e) }",
    "moved_while_open": "e => { e.querySelector('.ds-calendar__open').click(); document.querySelector('form').append(e) }",
    "script_twice": """async e => { const url = document.querySelector('script[src]').src;
        const trusted = trustedTypes.createPolicy('test', {createScriptURL: text => text});
        const again = document.createElement('script'); again.type = 'module';
        again.src = trusted.createScriptURL(url + '?2');
        await new Promise(done => { again.onload = done; document.head.append(again) }) }""",
}


@pytest.mark.parametrize("change", CHANGES)
def test_survives_what_pages_do(page: Any, change: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.locator("ds-calendar").first.evaluate(CHANGES[change])
    assert page.locator("dialog[open]").count() == 0
    assert opener(page).count() == 1
    opened(page)
    page.keyboard.press("ArrowRight")
    assert focused(page) == "7月15日 水曜日 選べません"
    page.keyboard.press("Escape")
    assert errors == []


def test_no_listener_stays_when_it_is_removed(page: Any) -> None:
    page.locator("ds-calendar").first.evaluate("e => { window.kept = e; e.remove() }")
    page.evaluate("window.kept.querySelector('.ds-calendar__open').click()")
    assert page.evaluate("window.kept.querySelector('td')") is None


@pytest.mark.parametrize(
    ("locale", "name"),
    [("en", "Tuesday, July 14"), ("ko", "7월 14일 화요일"), ("th", "วันอังคารที่ 14 กรกฎาคม")],
)
def test_days_are_read_in_the_language_of_the_page(
    context: Any, site: Any, assets: Any, locale: str, name: str
) -> None:
    environment = example_environment(assets=("/static/designsys/", assets))
    with designsys.use_locale(locale):
        address = site.put(f"/calendar-{locale}.html", environment.from_string(PAGE).render())
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(address)
    page.locator(".ds-calendar__open").first.press("Enter")
    assert focused(page) == name
    assert "2026" in page.locator("dialog[open] [aria-live]").text_content()
    page.close()


def test_arrows_follow_the_eye_from_right_to_left(page: Any) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    opened(page)
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "7月15日 水曜日 選べません"


def test_states_of_a_day_differ_in_forced_colours(browser: Any, address: str) -> None:
    context = browser.new_context(forced_colors="active", timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.clock.set_fixed_time("2026-06-01T00:00:00Z")
    page.goto(address)
    # 8 and 15 July are Wednesdays, each with digits of its own; the number is the same for all.
    opened(page, "2026", "7", "8")
    page.evaluate(
        "for (const day of document.querySelectorAll('dialog[open] .ds-calendar__day')) day.textContent = '0'"
    )
    day = "dialog[open] .ds-calendar__day[value='2026-07-{}']"
    page.locator(day.format("31")).focus()
    plain, chosen, closed, holiday = (
        page.locator(day.format(number)).screenshot() for number in ("10", "08", "15", "20")
    )
    assert len({plain, chosen, closed, holiday}) == 4
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark", "high", "forced"])
def test_axe_finds_nothing_in_the_open_calendar(browser: Any, address: str, scheme: str) -> None:
    """The matrix sees it closed."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
        contrast="more" if scheme == "high" else "no-preference",
        forced_colors="active" if scheme == "forced" else "none",
    )
    page = context.new_page()
    page.goto(address)
    opened(page, "2026", "7", "20")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
    assert [violation["id"] for violation in found["violations"]] == []
    context.close()


def test_fits_a_narrow_window_with_targets_to_hit(page: Any) -> None:
    opened(page)
    box = page.locator("dialog[open]").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    day = page.locator(".ds-calendar__day").first.bounding_box()
    assert day["height"] >= 44 and day["width"] >= 36
