"""Reading a date back: every spelling that people use is taken, and nothing they send breaks the page."""

from __future__ import annotations

import calendar
import datetime
import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import django
import pytest
from django.conf import settings
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

import designsys
from designsys.forms import DateReading, PartialDate, date_part_names, read_date

PARTS = ("year", "month", "day")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def sent(year: Any, month: Any, day: Any, name: str = "moved") -> dict[str, Any]:
    return dict(zip(date_part_names(name).values(), (year, month, day), strict=True))


def read(year: Any, month: Any, day: Any, **options: Any) -> DateReading:
    return read_date(sent(year, month, day), "moved", locale="ja", **options)


SPELLINGS: dict[str, Callable[[int], str]] = {
    "plain": str,
    "padded": lambda number: f"{number:02}",
    "full_width": lambda number: str(number).translate(FULL_WIDTH),
    "blanks": lambda number: f"\u3000{number} \t",
}
DATES = st.dates(min_value=datetime.date(1000, 1, 1))


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(date=DATES)
def test_takes_every_spelling_of_every_date(spelling: str, date: datetime.date) -> None:
    typed = [SPELLINGS[spelling](number) for number in (date.year, date.month, date.day)]
    reading = read(*typed)
    assert (reading.value, reading.error, reading.error_parts) == (date, None, ())


@given(date=DATES)
def test_takes_the_units_people_write_after_the_numbers(date: datetime.date) -> None:
    assert read(f"{date.year}年", f"{date.month} 月", f"{date.day}日 ".translate(FULL_WIDTH)).value == date


@given(st.tuples(*[st.text(max_size=60)] * 3), st.booleans())
def test_gives_a_date_or_an_error_for_anything(typed: tuple[str, str, str], required: bool) -> None:
    reading = read(*typed, required=required)
    nothing = not any(text.strip() for text in typed)
    assert (reading.year, reading.month, reading.day) == typed
    assert bool(reading.error) == bool(reading.error_parts)
    assert set(reading.error_parts) <= set(PARTS)
    if nothing:
        assert bool(reading.error) == required
    else:
        assert (reading.value is None) == bool(reading.error)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("character", ["1", "年", " ", "\u0301\u0316", "ﷺ", "\0", "\ud800"], ids=ascii)
def test_ten_thousand_characters_are_an_error_at_once(part: str, character: str) -> None:
    typed = {"year": "2027", "month": "4", "day": "1", part: character * 10_000}
    start = time.perf_counter()
    reading = read(**typed)
    assert time.perf_counter() - start < 0.1
    assert reading.error_parts == (part,)
    assert getattr(reading, part) == typed[part]


MISTAKES = {
    "after_the_month": (("2028", "2", "30"), "2028年2月は29日までです。日を直してください。", ("day",)),
    "no_leap_year": (("2027", "2", "29"), "2027年2月は28日までです。日を直してください。", ("day",)),
    "day_zero": (("2027", "4", "0"), "日は1からです。日を直してください。", ("day",)),
    "month_13": (("2027", "13", "1"), "月は1から12までです。月を直してください。", ("month",)),
    "era_year": (("8", "4", "1"), "年は西暦4けたで入れてください。例：2026", ("year",)),
    "five_digits": (("20270", "4", "1"), "年は西暦4けたで入れてください。例：2026", ("year",)),
    "year_zero": (("0000", "4", "1"), "年は西暦4けたで入れてください。例：2026", ("year",)),
    "era": (("令和9", "4", "1"), "年は数字で入れてください。", ("year",)),
    "kanji": (("2027", "四", "一"), "月と日は数字で入れてください。", ("month", "day")),
    "signs": (("2027", "-4", "1.5"), "月と日は数字で入れてください。", ("month", "day")),
    "two_missing": (("2027", "", " "), "月と日を入れてください。", ("month", "day")),
    "year_missing": (("", "4", "1"), "年を入れてください。", ("year",)),
    "nothing": (("", "", ""), "日付を入れてください。", PARTS),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_says_which_part_to_mend_and_how(mistake: str) -> None:
    typed, error, parts = MISTAKES[mistake]
    reading = read(*typed, required=True)
    assert (reading.error, reading.error_parts, reading.value) == (error, parts, None)


@given(year=st.integers(1000, 9999), month=st.integers(1, 12), over=st.integers(1, 60))
def test_names_the_last_day_of_the_month(year: int, month: int, over: int) -> None:
    last = calendar.monthrange(year, month)[1]
    assert read(year, month, last).value == datetime.date(year, month, last)
    reading = read(year, month, last + over)
    assert reading.error_parts == ("day",)
    assert f"は{last}日まで" in (reading.error or "")


def test_nothing_typed_is_no_error_unless_required() -> None:
    assert read("", "", "") == DateReading("moved")


LIMITS = {"earliest": datetime.date(2026, 4, 1), "latest": datetime.date(2027, 3, 31)}


@pytest.mark.parametrize(
    ("date", "error"),
    [
        ((2026, 3, 31), "2026年4月1日以降の日付を入れてください。"),
        ((2026, 4, 1), None),
        ((2027, 3, 31), None),
        ((2027, 4, 1), "2027年3月31日以前の日付を入れてください。"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_holds_to_earliest_and_latest_day(date: tuple[int, int, int], error: str | None) -> None:
    reading = read(*date, **LIMITS)
    assert reading.error == error
    assert reading.error_parts == (PARTS if error else ())


@pytest.mark.parametrize(
    "closed", [[datetime.date(2027, 4, 1)], {datetime.date(2027, 4, 1)}], ids=["list", "set"]
)
def test_a_closed_day_is_told_with_its_date(closed: Any) -> None:
    reading = read("2027", "4", "1", closed=closed)
    assert reading.error == "2027年4月1日は受け付けていません。ほかの日を入れてください。"
    assert (reading.value, reading.error_parts) == (None, PARTS)
    assert read("2027", "4", "2", closed=closed).error is None


def read_unknown(year: Any, month: Any, day: Any, **options: Any) -> DateReading:
    form = {**sent(year, month, day), "moved-unknown_day": "yes"}
    return read_date(form, "moved", locale="ja", **{"unknown_day": True, **options})


@pytest.mark.parametrize(
    ("month", "partial"),
    [("", PartialDate(1978)), ("３月", PartialDate(1978, 3))],
    ids=["year", "month"],
)
def test_what_is_known_of_a_date_comes_back(month: str, partial: PartialDate) -> None:
    reading = read_unknown("1978年", month, "", required=True)
    assert (reading.partial, reading.value, reading.error) == (partial, None, None)
    assert reading.unknown_day


UNKNOWN_MISTAKES = {
    "day_there": (
        ("1978", "3", "5"),
        "日を空けるか、「月や日が分からない」を外してください。",
        ("day",),
    ),
    "no_year": (("", "3", ""), "年を入れてください。", ("year",)),
    "nothing": (("", "", ""), "年を入れてください。", ("year",)),
    "month_13": (("1978", "13", ""), "月は1から12までです。月を直してください。", ("month",)),
    "year_in_letters": (("昭和", "", ""), "年は数字で入れてください。", ("year",)),
}


@pytest.mark.parametrize("mistake", UNKNOWN_MISTAKES)
def test_an_unknown_day_still_needs_the_rest_to_be_right(mistake: str) -> None:
    typed, error, parts = UNKNOWN_MISTAKES[mistake]
    reading = read_unknown(*typed)
    assert (reading.error, reading.error_parts, reading.partial) == (error, parts, None)
    assert reading.unknown_day


@pytest.mark.parametrize(
    ("month", "limits", "wrong"),
    [
        ("", {"earliest": datetime.date(1978, 12, 31)}, False),
        ("", {"earliest": datetime.date(1979, 1, 1)}, True),
        ("2", {"earliest": datetime.date(1978, 2, 28)}, False),
        ("2", {"earliest": datetime.date(1978, 3, 1)}, True),
        ("2", {"latest": datetime.date(1978, 2, 1)}, False),
        ("2", {"latest": datetime.date(1978, 1, 31)}, True),
    ],
)
def test_an_unknown_day_is_refused_only_when_no_day_of_it_is_allowed(
    month: str, limits: dict[str, datetime.date], wrong: bool
) -> None:
    assert bool(read_unknown("1978", month, "", **limits).error) == wrong


def test_the_tick_counts_only_where_the_service_offers_it() -> None:
    reading = read_unknown("1978", "", "", unknown_day=False)
    assert (reading.error, reading.unknown_day) == ("月と日を入れてください。", False)


@given(st.tuples(*[st.text(max_size=20)] * 3), st.booleans(), st.booleans())
def test_anything_beside_the_tick_gives_a_reading(typed: tuple[str, ...], tick: bool, required: bool) -> None:
    form = {**sent(*typed), **({"moved-unknown_day": "yes"} if tick else {})}
    reading = read_date(form, "moved", unknown_day=True, required=required)
    assert (reading.year, reading.month, reading.day) == typed
    assert sum(found is not None for found in (reading.value, reading.partial, reading.error)) <= 1
    if tick:
        assert (reading.partial is None) == bool(reading.error)


@pytest.mark.parametrize("name", ["moved", "person[0][born]"])
def test_the_tick_comes_back_as_it_was(name: str) -> None:
    key = f"{name}[unknown_day]" if name.endswith("]") else f"{name}-unknown_day"
    reading = read_date({key: "yes"}, name, unknown_day=True)
    html = render(
        "{{ date_input(name, '移った日', unknown_day=true, **old) }}", name=name, old=reading.as_arguments()
    )
    assert re.search(rf'type="checkbox"[^>]* name="{re.escape(key)}" value="yes" checked', html)


def test_a_partial_date_is_a_value_for_the_macro() -> None:
    html = render(
        "{{ date_input('moved', '移った日', unknown_day=true, value=value) }}", value=PartialDate(1978, 3)
    )
    assert re.findall(r' value="([^"]*)"', html) == ["1978", "3", "yes"]
    assert " checked" in html


@pytest.mark.parametrize(("unknown_day", "required"), [(False, 3), (True, 1)], ids=["whole", "unknown"])
def test_only_what_must_be_there_is_required(unknown_day: bool, required: int) -> None:
    html = render("{{ date_input('moved', '移った日', unknown_day=u, required=true) }}", u=unknown_day)
    assert len(re.findall(r"<input[^>]* required", html)) == required


@pytest.mark.parametrize(("purpose", "count"), [(None, 0), ("birthday", 3)], ids=["other", "birthday"])
def test_a_browser_fills_in_only_ones_own_birthday(purpose: str | None, count: int) -> None:
    html = render("{{ date_input('born', '誕生日', purpose=purpose) }}", purpose=purpose)
    assert html.count('autocomplete="bday-') == count


def _django(query: str) -> QueryDict:
    if not settings.configured:
        settings.configure(DEFAULT_CHARSET="utf-8")
        django.setup()
    return QueryDict(query)


FORMS: dict[str, Callable[[str], Any]] = {
    "dict": lambda query: {name: values[0] for name, values in parse_qs(query).items()},
    "lists": parse_qs,
    "werkzeug": lambda query: MultiDict(parse_qs(query)),
    "werkzeug_immutable": lambda query: ImmutableMultiDict(parse_qs(query)),
    "django": _django,
}


@pytest.mark.parametrize("framework", FORMS)
def test_reads_the_form_of_any_framework(framework: str) -> None:
    form = FORMS[framework]("moved-year=2027&moved-month=4&moved-day=1")
    assert read_date(form, "moved").value == datetime.date(2027, 4, 1)


@pytest.mark.parametrize(
    "value", [None, [], object(), b"4", {"a": 1}], ids=lambda value: type(value).__name__
)
def test_what_is_no_text_counts_as_nothing_typed(value: object) -> None:
    reading = read("2027", value, "1")
    assert (reading.month, reading.error_parts) == ("", ("month",))


@pytest.mark.parametrize("name", ["moved", "person[0][born]", "引っ越す日"])
def test_reads_the_names_that_the_macro_writes(name: str) -> None:
    html = render('{{ date_input(name, "引っ越す日") }}', name=name)
    for part_name in date_part_names(name).values():
        assert f' name="{part_name}"' in html
    assert read_date(sent("2027", "4", "1", name), name).value == datetime.date(2027, 4, 1)


def test_the_reading_goes_straight_into_the_macro() -> None:
    reading = read("２０２８", "<2>", "30")
    html = render('{{ date_input("moved", "引っ越す日", **reading.as_arguments()) }}', reading=reading)
    assert 'value="２０２８"' in html
    assert 'value="&lt;2&gt;"' in html
    assert html.count('aria-invalid="true"') == 1
    assert reading.error is not None
    assert reading.error in html


@pytest.mark.parametrize(
    ("typed", "part"), [(("2028", "2", "30"), "day"), (("2028", "x", "1"), "month"), (("", "", ""), "year")]
)
def test_the_summary_links_to_the_control_to_mend(typed: tuple[str, str, str], part: str) -> None:
    reading = read(*typed, required=True, label="引っ越す日")
    (item,) = reading.as_error_items()
    assert item["text"] == f"引っ越す日：{reading.error}"
    html = render('{{ date_input("moved", "引っ越す日", **reading.as_arguments()) }}', reading=reading)
    wanted = f'id="{item["href"][1:]}" name="moved-{part}"'
    assert wanted in html


def test_no_item_for_the_summary_when_nothing_is_wrong() -> None:
    assert read("2027", "4", "1").as_error_items() == []


def test_messages_follow_the_locale_of_the_request() -> None:
    form = sent("2028", "2", "30")
    with designsys.use_locale("en"):
        assert read_date(form, "moved").error == "Month 2 of 2028 has 29 days. Correct the day."
    assert read_date(form, "moved").error == "2028年2月は29日までです。日を直してください。"


def render(call: str, **values: Any) -> str:
    environment = Environment(autoescape=True)
    designsys.install(environment)
    source = '{% from "designsys/date_input.jinja" import date_input %}' + call
    return environment.from_string(source).render(**values)
