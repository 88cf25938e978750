"""The closed days of an office: weekdays, holidays, and its own."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import closed_days

FIRST, LAST = datetime.date(2027, 4, 26), datetime.date(2027, 5, 9)


def days(**options: Any) -> list[str]:
    return [f"{day.month}-{day.day}" for day in closed_days(FIRST, LAST, **options)]


@pytest.mark.parametrize(
    ("options", "closed"),
    [
        ({}, "4-29 5-1 5-2 5-3 5-4 5-5 5-8 5-9"),
        ({"holidays": False}, "5-1 5-2 5-8 5-9"),
        ({"weekdays": ()}, "4-29 5-3 5-4 5-5"),
        ({"weekdays": [0], "holidays": False}, "4-26 5-3"),
        ({"weekdays": (), "holidays": False, "also": [datetime.date(2027, 5, 7)]}, "5-7"),
        ({"weekdays": (), "holidays": False, "also": [datetime.date(2027, 5, 10)]}, ""),
    ],
    ids=["office", "no_holidays", "holidays", "mondays", "own", "outside"],
)
def test_lists_the_closed_days_between(options: dict[str, Any], closed: str) -> None:
    assert days(**options) == closed.split()


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)), st.integers(-3, 60))
def test_is_in_order_and_within_the_days_asked_for(first: datetime.date, length: int) -> None:
    last = first + datetime.timedelta(days=length)
    found = closed_days(first, last)
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
