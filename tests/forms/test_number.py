"""Numbers as people write them, and never another number than they meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import Reading, read_number

WRITTEN: dict[str, tuple[dict[str, Any], int | Decimal]] = {
    "12": ({}, 12),
    "１２": ({}, 12),
    "007": ({}, 7),
    "1,234,567": ({}, 1234567),
    "１，２３４": ({}, 1234),
    "1、234": ({}, 1234),
    "1 234": ({}, 1234),
    "ー5": ({}, -5),
    "+5": ({}, 5),
    "3人": ({"unit": "人"}, 3),
    "３　㎡": ({"unit": "㎡"}, 3),
    "12.5": ({"decimals": 2}, Decimal("12.5")),
    "１２．５０ｍ": ({"decimals": 2, "unit": "m"}, Decimal("12.50")),
    "3 メートル": ({"unit": "メートル"}, 3),
}
DIGITS_ONLY = "数字だけで入れてください。例：12"
MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "": ({}, "数字を入れてください。"),
    "三": ({}, DIGITS_ONLY),
    "3万": ({}, DIGITS_ONLY),
    "約5": ({}, DIGITS_ONLY),
    "1-2": ({}, DIGITS_ONLY),
    "1,5": ({}, DIGITS_ONLY),
    "12,34": ({"decimals": 2}, DIGITS_ONLY),
    "5.": ({"decimals": 2}, DIGITS_ONLY),
    "1e5": ({}, DIGITS_ONLY),
    "人": ({"unit": "人"}, "数字を入れてください。"),
    "12.0": ({}, "小数点を使わず、整数で入れてください。"),
    "1.234": ({"decimals": 2}, "小数点の後は2けたまでにしてください。"),
    "0": ({"minimum": 1}, "1以上の数を入れてください。"),
    "1,201": ({"maximum": 1200}, "1,200以下の数を入れてください。"),
}


@pytest.mark.parametrize("typed", WRITTEN)
def test_takes_every_way_of_writing(typed: str) -> None:
    options, value = WRITTEN[typed]
    reading = read_number({"n": typed}, "n", **options)
    assert reading == Reading("n", typed, value)
    assert type(reading.value) is type(value)


@pytest.mark.parametrize("typed", MISTAKES)
def test_says_what_to_mend(typed: str) -> None:
    options, error = MISTAKES[typed]
    reading = read_number({"n": typed}, "n", required=True, locale="ja", **options)
    assert (reading.typed, reading.value, reading.error) == (typed, None, error)


@pytest.mark.parametrize("typed", ["1", "1200"])
def test_the_limits_themselves_are_allowed(typed: str) -> None:
    assert read_number({"n": typed}, "n", minimum=1, maximum=1200).error is None


@given(st.integers(-(10**20), 10**20), st.booleans())
def test_every_whole_number_is_read_as_itself(number: int, commas: bool) -> None:
    typed = f"{number:,}" if commas else str(number)
    assert read_number({"n": typed}, "n").value == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_every_decimal_is_read_as_itself(number: Decimal) -> None:
    assert read_number({"n": f"{number:f}"}, "n", decimals=3).value == number
