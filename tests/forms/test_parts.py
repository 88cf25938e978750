"""The parts of a control: their names in the form, their text, and the link to the one to mend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms.parts import Fault, error_items, numbers, part_name, plain, sent, words_for

NAMES = {"hour": "時", "minute": "分"}


@pytest.mark.parametrize(
    ("name", "full"),
    [("open", "open-hour"), ("week[0][open]", "week[0][open][hour]"), ("開く", "開く-hour")],
)
def test_a_part_is_named_after_its_control(name: str, full: str) -> None:
    assert part_name(name, "hour") == full


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("9", "9"),
        (["9", "8"], "9"),
        ((), ""),
        (9, "9"),
        (None, ""),
        (b"9", ""),
        pytest.param(object(), "", id="object"),
    ],
    ids=repr,
)
def test_what_is_no_text_is_nothing(value: object, text: str) -> None:
    assert sent({"x": value}, "x") == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [("９", "9"), (" 9時 ", "9"), ("9 時", "9"), ("時", ""), ("９\u3000", "9"), ("9時半", "9時半")],
)
def test_blanks_width_and_unit_do_not_matter(typed: str, text: str) -> None:
    assert plain(typed, "時") == text


@given(st.text(max_size=80))
def test_any_text_becomes_a_number_or_a_fault(typed: str) -> None:
    text = plain(typed)
    try:
        assert numbers({"hour": text}, NAMES, words_for("ja"))["hour"] >= 0
    except Fault as fault:
        assert fault.parts == ("hour",)
        assert not text.isdecimal() or not text.isascii()


def test_all_empty_parts_are_named_at_once() -> None:
    with pytest.raises(Fault, match="時と分を入れてください。") as caught:
        numbers({"hour": "", "minute": ""}, NAMES, words_for("ja"))
    assert caught.value.parts == ("hour", "minute")


@pytest.mark.parametrize(
    ("parts", "id", "href"),
    [
        (("hour", "minute"), None, "#week-0-open"),
        (("minute",), None, "#week-0-open-minute"),
        ((), None, "#week-0-open"),
        (("minute",), "x", "#x-minute"),
    ],
)
def test_the_link_leads_to_the_first_part_at_fault(parts: tuple[str, ...], id: str | None, href: str) -> None:
    assert error_items("week[0][open]", "直す", parts, "hour", id) == [{"text": "直す", "href": href}]


def test_no_error_no_link() -> None:
    assert error_items("open", None, (), "hour") == []
