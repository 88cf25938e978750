"""Reading a period back: both days as dates are read, and their order told at the last day."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import DateRangeReading, date_part_names, read_date_range
from designsys.rendering.examples import example_environment

DATES = st.dates(min_value=datetime.date(1000, 1, 1))
PARTS = ("year", "month", "day")


def form_of(start: Any, end: Any) -> dict[str, Any]:
    return {
        key: text
        for name, texts in (("stay-start", start), ("stay-end", end))
        for key, text in zip(date_part_names(name).values(), texts, strict=True)
    }


def read(start: Any, end: Any, **options: Any) -> DateRangeReading:
    return read_date_range(form_of(start, end), "stay", locale="ja", **options)


def typed(day: datetime.date) -> tuple[str, str, str]:
    return str(day.year), str(day.month), str(day.day)


def render(call: str, **values: Any) -> str:
    source = '{% from "designsys/date_range.jinja" import date_range %}' + call
    return example_environment().from_string(source).render(**values)


@given(DATES, DATES)
def test_two_dates_are_a_period_or_in_the_wrong_order(first: datetime.date, last: datetime.date) -> None:
    reading = read(typed(first), typed(last))
    if first <= last:
        assert (reading.value, reading.error) == ((first, last), None)
    else:
        assert (reading.value, reading.start.error) == (None, None)
        assert reading.end.error is not None
        (part,) = reading.end.error_parts
        assert getattr(last, part) < getattr(first, part)


@pytest.mark.parametrize(
    ("end", "part"),
    [
        (("2026", "12", "31"), "year"),
        (("2027", "4", "30"), "month"),
        (("2027", "5", "19"), "day"),
    ],
)
def test_an_end_before_the_start_marks_the_part_that_is_too_small(end: tuple[str, ...], part: str) -> None:
    reading = read(("2027", "5", "20"), end)
    assert reading.end.error == "終わりの日は、2027年5月20日か、その後の日にしてください。"
    assert reading.end.error_parts == (part,)
    assert (reading.end.year, reading.end.month, reading.end.day) == end


@pytest.mark.parametrize(("last", "wrong"), [(22, False), (23, True)])
def test_a_period_may_be_limited(last: int, wrong: bool) -> None:
    reading = read(("2027", "5", "20"), ("2027", "5", str(last)), longest=3)
    assert reading.end.error == (
        "3日までです。終わりの日は、2027年5月22日か、その前の日にしてください。" if wrong else None
    )


@pytest.mark.parametrize(
    ("start", "end", "start_parts", "end_parts"),
    [
        (("2027", "5", "20"), ("", "", ""), (), PARTS),
        (("", "", ""), ("2027", "5", "20"), PARTS, ()),
        (("2027", "", "20"), ("2027", "4", "31"), ("month",), ("day",)),
        (("x", "", ""), ("", "", ""), ("month", "day"), PARTS),
    ],
    ids=["no_end", "no_start", "both", "garbage"],
)
def test_each_day_has_its_own_error(start: Any, end: Any, start_parts: Any, end_parts: Any) -> None:
    reading = read(start, end)
    assert (reading.start.error_parts, reading.end.error_parts) == (start_parts, end_parts)
    assert reading.value is None


@pytest.mark.parametrize("required", [True, False])
def test_nothing_typed_is_no_error_unless_required(required: bool) -> None:
    reading = read(("", "", ""), ("", "", ""), required=required)
    assert (bool(reading.start.error), bool(reading.end.error)) == (required, required)


def test_limits_hold_for_both_days() -> None:
    limits = {"earliest": datetime.date(2027, 5, 1), "latest": datetime.date(2027, 5, 31)}
    reading = read(("2027", "4", "30"), ("2027", "6", "1"), **limits)
    assert reading.start.error == "2027年5月1日以降の日付を入れてください。"
    assert reading.end.error == "2027年5月31日以前の日付を入れてください。"


@given(*[st.tuples(*[st.text(max_size=12)] * 3)] * 2, st.booleans())
def test_anything_gives_a_reading(start: Any, end: Any, required: bool) -> None:
    reading = read(start, end, required=required)
    assert (reading.start.year, reading.start.month, reading.start.day) == start
    assert (reading.end.year, reading.end.month, reading.end.day) == end
    assert reading.value is None or reading.error is None


@pytest.mark.parametrize("name", ["stay", "trips[0][stay]", "泊まる"])
def test_reads_the_names_that_the_macro_writes(name: str) -> None:
    names = re.findall(r' name="([^"]+)"', render("{{ date_range(name, '泊まる日') }}", name=name))
    form = dict(zip(names, ["2027", "8", "2", "2027", "8", "4"], strict=True))
    assert read_date_range(form, name).value == (datetime.date(2027, 8, 2), datetime.date(2027, 8, 4))


def test_the_reading_goes_straight_into_the_macro_and_the_summary_into_it() -> None:
    reading = read(("２０２７", "5", "20"), ("2027", "<5>", "2"), start_label="着く日", end_label="帰る日")
    html = render("{{ date_range('stay', '泊まる日', **old) }}", old=reading.as_arguments())
    assert 'value="２０２７"' in html
    assert html.count('aria-invalid="true"') == 1
    assert reading.as_error_items() == [
        {"text": "帰る日：月は数字で入れてください。", "href": "#stay-end-month"}
    ]
    assert 'id="stay-end-month" name="stay-end-month" value="&lt;5&gt;"' in html


def test_the_links_follow_the_id_given() -> None:
    reading = read(("", "5", "20"), ("2027", "", "2"))
    html = render("{{ date_range('stay', '泊まる日', id='x', **old) }}", old=reading.as_arguments())
    hrefs = [item["href"] for item in reading.as_error_items("x")]
    assert hrefs == ["#x-start", "#x-end-month"]
    assert all(f'id="{href[1:]}"' in html for href in hrefs)
