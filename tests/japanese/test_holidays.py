"""The public holidays, held to the days that the Cabinet Office has published and to the rules of the law."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.japanese import public_holidays
from designsys.japanese.holidays import FIRST_YEAR, LAST_YEAR

# 内閣府「国民の祝日について」（昭和30年～令和9年国民の祝日・休日月日）
PUBLISHED = {
    2022: "1-1 1-10 2-11 2-23 3-21 4-29 5-3 5-4 5-5 7-18 8-11 9-19 9-23 10-10 11-3 11-23",
    2023: "1-1 1-2 1-9 2-11 2-23 3-21 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-23 10-9 11-3 11-23",
    2024: "1-1 1-8 2-11 2-12 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-15 8-11 8-12 9-16 9-22 9-23 10-14 11-3 11-4 11-23",
    2025: "1-1 1-13 2-11 2-23 2-24 3-20 4-29 5-3 5-4 5-5 5-6 7-21 8-11 9-15 9-23 10-13 11-3 11-23 11-24",
    2026: "1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-20 8-11 9-21 9-22 9-23 10-12 11-3 11-23",
    2027: "1-1 1-11 2-11 2-23 3-21 3-22 4-29 5-3 5-4 5-5 7-19 8-11 9-20 9-23 10-11 11-3 11-23",
}
YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
DAY = datetime.timedelta(days=1)
SUBSTITUTE, BETWEEN = "Substitute holiday", "National holiday"


@pytest.mark.parametrize("year", PUBLISHED)
def test_is_what_the_cabinet_office_published(year: int) -> None:
    days = " ".join(f"{day.month}-{day.day}" for day in public_holidays(year, year))
    assert days == PUBLISHED[year]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ((2026, 9, 22), BETWEEN),
        ((2026, 9, 23), "Autumnal Equinox Day"),
        ((2026, 5, 6), SUBSTITUTE),
        ((2027, 3, 22), SUBSTITUTE),
        ((2026, 10, 12), "Sports Day"),
        ((2032, 9, 21), BETWEEN),
    ],
)
def test_each_day_has_its_name(day: tuple[int, int, int], name: str) -> None:
    assert public_holidays(day[0], day[0])[datetime.date(*day)] == name


@given(YEARS)
def test_a_holiday_on_a_sunday_moves_to_the_next_free_day(year: int) -> None:
    """国民の祝日に関する法律 第3条第2項."""
    found = public_holidays(year, year)
    for day, name in found.items():
        if day.weekday() == 6 and name not in (SUBSTITUTE, BETWEEN):
            later = day + DAY
            while found.get(later) not in (SUBSTITUTE, None):
                later += DAY
            assert found.get(later) == SUBSTITUTE


@given(YEARS)
def test_a_day_between_two_holidays_is_one(year: int) -> None:
    """国民の祝日に関する法律 第3条第3項."""
    found = public_holidays(year, year)
    named = {day for day, name in found.items() if name not in (SUBSTITUTE, BETWEEN)}
    assert all(day + DAY in found for day in named if day + 2 * DAY in named)


@given(YEARS)
def test_a_year_has_sixteen_named_holidays_in_order(year: int) -> None:
    found = public_holidays(year, year)
    assert len([name for name in found.values() if name not in (SUBSTITUTE, BETWEEN)]) == 16
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("first", "last", "count"), [(2010, 2021, 0), (2100, 2300, 0), (2021, 2022, 16), (2027, 2026, 0)]
)
def test_years_it_cannot_know_have_none(first: int, last: int, count: int) -> None:
    assert len(public_holidays(first, last)) == count
