"""A code as a message prints it, pasted with what stood around its digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import Reading, read_one_time_code

MISTAKES = {
    "": "確認コードを入れてください。",
    " 　": "確認コードを入れてください。",
    "12345": "確認コードの6けたを、すべて入れてください。",
    "1234567": "確認コードの6けたを、すべて入れてください。",
    "12345o": "確認コードは数字だけで入れてください。",
}


@pytest.mark.parametrize(
    "typed", ["012345", "０１２３４５", "012 345", "012-345", "0 1 2 3 4 5", " 012345\n"]
)
def test_takes_every_way_of_writing(typed: str) -> None:
    assert read_one_time_code({"code": typed}, "code") == Reading("code", typed, "012345")


@pytest.mark.parametrize("typed", MISTAKES)
def test_says_what_to_mend(typed: str) -> None:
    reading = read_one_time_code({"code": typed}, "code", locale="ja")
    assert (reading.typed, reading.value, reading.error) == (typed, None, MISTAKES[typed])


@given(st.integers(4, 10), st.data())
def test_any_length(length: int, data: st.DataObject) -> None:
    code = data.draw(st.text("0123456789", min_size=length, max_size=length))
    assert read_one_time_code({"code": code}, "code", length=length).value == code
