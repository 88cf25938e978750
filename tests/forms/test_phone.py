"""A telephone number in every way of writing, and a message that says what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import Reading, read_phone

WRITTEN = {
    "03-1234-5678": "0312345678",
    "０３ー１２３４ー５６７８": "0312345678",
    "（03）1234−5678": "0312345678",
    "03 (1234) 5678": "0312345678",
    "03.1234.5678": "0312345678",
    "０９０　１２３４　５６７８": "09012345678",
    "\u202a090-1234-5678\u202c": "09012345678",
    "0120-000-000": "0120000000",
    "+81 90-1234-5678": "09012345678",
    "＋８１（０）９０ー１２３４ー５６７８": "09012345678",
    "+82 2-1234-5678": "+82212345678",
}
NUMBERS_ONLY = "電話番号は数字だけで入れてください。ハイフンはあってもかまいません。"
LENGTH = "電話番号は0から始まる10けたか11けたです。市外局番から入れてください。"
ABROAD = "外国の電話番号は、「+」の後に国番号から7けた〜15けたで入れてください。"
MISTAKES = {
    "": "電話番号を入れてください。",
    "---": "電話番号を入れてください。",
    "なし": NUMBERS_ONLY,
    "03-1234-5678 内線12": NUMBERS_ONLY,
    "03++1234567": NUMBERS_ONLY,
    "1234-5678": LENGTH,
    "03-1234-567": LENGTH,
    "090-1234-56789": LENGTH,
    "90-1234-5678": LENGTH,
    "+81 90": LENGTH,
    "+1 23": ABROAD,
    "+1234567890123456": ABROAD,
}


@pytest.mark.parametrize("typed", WRITTEN)
def test_takes_every_way_of_writing(typed: str) -> None:
    assert read_phone({"tel": typed}, "tel") == Reading("tel", typed, WRITTEN[typed])


@pytest.mark.parametrize("typed", MISTAKES)
def test_says_what_to_mend(typed: str) -> None:
    reading = read_phone({"tel": typed}, "tel", required=True, locale="ja")
    assert (reading.typed, reading.value, reading.error) == (typed, None, MISTAKES[typed])


def test_hyphens_alone_are_no_answer_to_an_optional_question() -> None:
    assert read_phone({"tel": "ーー"}, "tel").error is not None


@given(st.from_regex(r"0[0-9]{9,10}", fullmatch=True), st.lists(st.sampled_from("-ー　()."), max_size=11))
def test_whatever_stands_between_the_digits(number: str, between: list[str]) -> None:
    typed = "".join(a + b for a, b in zip(number, [*between, *[""] * len(number)], strict=False))
    assert read_phone({"tel": typed}, "tel").value == number
