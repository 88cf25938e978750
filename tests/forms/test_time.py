"""Reading a time of day back: both clocks, every spelling of the numbers, and one part to mend."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import designsys
from designsys.forms import TimeReading, read_time
from designsys.rendering.examples import example_environment

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))


def read(hour: Any, minute: Any, half: Any = None, **options: Any) -> TimeReading:
    form = {"open-hour": hour, "open-minute": minute, "open-half": half}
    return read_time(form, "open", locale="ja", **options)


def render(call: str, **values: Any) -> str:
    source = '{% from "designsys/time_input.jinja" import time_input %}' + call
    return example_environment().from_string(source).render(**values)


@given(TIMES)
def test_takes_every_time_of_the_day(time: datetime.time) -> None:
    assert read(str(time.hour), f"{time.minute:02}").value == time
    assert read(f" {time.hour}時".translate(FULL_WIDTH), f"{time.minute}分\u3000").value == time


@given(TIMES)
def test_takes_every_time_by_the_twelve_hour_clock(time: datetime.time) -> None:
    half = "pm" if time.hour >= 12 else "am"
    assert read(str(time.hour % 12), str(time.minute), half, clock="12").value == time


@pytest.mark.parametrize(
    ("hour", "half", "value"),
    [
        ("12", "am", (0, 30)),
        ("12", "pm", (12, 30)),
        ("0", "pm", (12, 30)),
        ("15", "pm", (15, 30)),
        ("15", "", (15, 30)),
    ],
)
def test_twelve_and_more_by_the_twelve_hour_clock(hour: str, half: str, value: tuple[int, int]) -> None:
    assert read(hour, "30", half, clock="12").value == datetime.time(*value)


MISTAKES: dict[str, tuple[tuple[str, str, str], dict[str, Any], str, tuple[str, ...]]] = {
    "nothing": (("", "", ""), {"required": True}, "時刻を入れてください。", ("hour", "minute")),
    "nothing_12": (
        ("", "", ""),
        {"required": True, "clock": "12"},
        "時刻を入れてください。",
        ("half", "hour", "minute"),
    ),
    "only_half": (("", "", "pm"), {"clock": "12"}, "時と分を入れてください。", ("hour", "minute")),
    "no_minute": (("9", "", ""), {}, "分を入れてください。", ("minute",)),
    "no_half": (("9", "30", ""), {"clock": "12"}, "午前か午後を選んでください。", ("half",)),
    "garbled_half": (("9", "30", "noon"), {"clock": "12"}, "午前か午後を選んでください。", ("half",)),
    "hour_24": (("24", "0", ""), {}, "時は0から23までです。時を直してください。", ("hour",)),
    "hour_13_am": (
        ("13", "0", "am"),
        {"clock": "12"},
        "時は0から12までです。時を直してください。",
        ("hour",),
    ),
    "minute_60": (("9", "60", ""), {}, "分は0から59までです。分を直してください。", ("minute",)),
    "words": (("九", "半", ""), {}, "時と分は数字で入れてください。", ("hour", "minute")),
    "step": (("9", "10", ""), {"step": 15}, "分は15分きざみです。分を直してください。", ("minute",)),
    "early": (
        ("8", "59", ""),
        {"earliest": datetime.time(9, 0)},
        "9:00以降の時刻を入れてください。",
        ("hour", "minute"),
    ),
    "late": (
        ("17", "1", ""),
        {"latest": datetime.time(17, 0)},
        "17:00以前の時刻を入れてください。",
        ("hour", "minute"),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_says_which_part_to_mend_and_how(mistake: str) -> None:
    (hour, minute, half), options, error, parts = MISTAKES[mistake]
    reading = read(hour, minute, half, **options)
    assert (reading.error, reading.error_parts, reading.value) == (error, parts, None)


@given(*[st.text(max_size=20)] * 3, st.sampled_from(["12", "24"]), st.booleans())
def test_gives_a_time_or_an_error_for_anything(
    hour: str, minute: str, half: str, clock: Any, required: bool
) -> None:
    reading = read(hour, minute, half, clock=clock, required=required)
    assert (reading.hour, reading.minute, reading.half) == (hour, minute, half)
    assert bool(reading.error) == bool(reading.error_parts)
    assert reading.value is None or reading.error is None


@pytest.mark.parametrize("limit", ["earliest", "latest"])
def test_the_limit_itself_is_allowed(limit: str) -> None:
    assert read("9", "0", **{limit: datetime.time(9, 0)}).value == datetime.time(9, 0)


def test_nothing_typed_is_no_error_unless_required() -> None:
    assert read("", "") == TimeReading("open")


@pytest.mark.parametrize("name", ["open", "week[0][open]", "開店"])
def test_reads_the_names_that_the_macro_writes(name: str) -> None:
    html = render("{{ time_input(name, '開店', clock='12') }}", name=name)
    names = re.findall(r' name="([^"]+)"', html)
    form = dict(zip(names, ["pm", "1", "05"], strict=True))
    assert read_time(form, name, clock="12").value == datetime.time(13, 5)


def test_the_reading_goes_straight_into_the_macro() -> None:
    reading = read("２５", "<5>", label="開店")
    html = render("{{ time_input('open', '開店', **old) }}", old=reading.as_arguments())
    assert 'value="２５"' in html
    assert 'value="&lt;5&gt;"' in html
    assert html.count('aria-invalid="true"') == 1


@pytest.mark.parametrize("mistake", ["hour_24", "minute_60", "no_half", "nothing_12"])
def test_the_summary_links_to_the_control_to_mend(mistake: str) -> None:
    (hour, minute, half), options, _, parts = MISTAKES[mistake]
    reading = read(hour, minute, half, label="開店", **options)
    html = render(
        "{{ time_input('open', '開店', clock=clock, **old) }}",
        old=reading.as_arguments(),
        clock=options.get("clock", "24"),
    )
    (item,) = reading.as_error_items()
    assert item["text"] == f"開店：{reading.error}"
    assert f'id="{item["href"][1:]}" name="open-{parts[0]}"' in html


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ("", [("open", "13"), ("open-minute", "05")]),
        (", clock='12'", [("open-half", "pm"), ("open", "1"), ("open-minute", "05")]),
        (", clock='12', step=5", [("open-half", "pm"), ("open", "1"), ("open-minute", "05")]),
        (", step=5", [("open", "13"), ("open-minute", "05")]),
    ],
    ids=["fields", "fields_12", "lists_12", "lists"],
)
def test_a_time_is_shown_by_the_clock_asked_for(options: str, shown: list[tuple[str, str]]) -> None:
    html = render(f"{{{{ time_input('open', '開店', value=time{options}) }}}}", time=datetime.time(13, 5))
    found = [
        (id, value)
        for id, rest in re.findall(r'<(?:input|select)[^>]* id="([^"]+)"(.*?)</div>', html, re.DOTALL)
        for value in re.findall(r' value="([^"]*)"(?: selected| inputmode)', rest)
    ]
    assert found == shown


@pytest.mark.parametrize(("locale", "first"), [("ja", True), ("ko", True), ("en", False), ("es", False)])
def test_a_m_stands_where_the_language_says_it(locale: str, first: bool) -> None:
    with designsys.use_locale(locale):
        html = render("{{ time_input('open', 'x', clock='12') }}")
    assert (html.index("open-half") < html.index("open-hour")) == first
