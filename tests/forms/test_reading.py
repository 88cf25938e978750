"""What the readers of one name have in common: any form, any text, and the way back into the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

import designsys
from designsys.forms import Reading, read_email, read_number, read_one_time_code, read_phone

READERS: dict[str, Callable[..., Reading[Any]]] = {
    "phone": read_phone,
    "email": read_email,
    "number": read_number,
    "one_time_code": read_one_time_code,
}
FORMS: dict[str, Callable[[str], Any]] = {
    "dict": lambda query: {name: values[0] for name, values in parse_qs(query).items()},
    "lists": parse_qs,
    "werkzeug": lambda query: MultiDict(parse_qs(query)),
    "werkzeug_immutable": lambda query: ImmutableMultiDict(parse_qs(query)),
}
NO_TEXT = [None, [], object(), b"4", {"a": 1}]


@pytest.mark.parametrize("reader", READERS)
@given(typed=st.text(max_size=300))
def test_gives_a_value_or_an_error_for_anything(reader: str, typed: str) -> None:
    reading = READERS[reader]({"x": typed}, "x")
    assert reading.typed == typed
    assert reading.value is None or reading.error is None
    assert reading.as_arguments() == {"value": typed, "error": reading.error}
    assert len(reading.as_error_items()) == (reading.error is not None)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "character", ["1", "-", "ー", " ", "\u200b", "@", ".", "\u0301\u0316", "ﷺ", "\0", "\ud800"], ids=ascii
)
def test_ten_thousand_characters_are_no_answer(reader: str, character: str) -> None:
    typed = character * 10_000
    reading = READERS[reader]({"x": typed}, "x")
    assert (reading.typed, reading.value) == (typed, None)


@pytest.mark.parametrize("framework", FORMS)
def test_reads_the_form_of_any_framework(framework: str) -> None:
    form = FORMS[framework]("person[0][phone]=03-1234-5678")
    assert read_phone(form, "person[0][phone]").value == "0312345678"


@pytest.mark.parametrize("value", NO_TEXT, ids=lambda value: type(value).__name__)
def test_what_is_no_text_counts_as_nothing_typed(value: object) -> None:
    assert read_number({"n": value}, "n") == Reading("n")


def test_a_number_in_json_is_text_typed() -> None:
    assert read_number({"n": 12}, "n").value == 12


@pytest.mark.parametrize("reader", ["phone", "email", "number"])
def test_nothing_typed_is_no_error_unless_required(reader: str) -> None:
    assert READERS[reader]({"x": " 　"}, "x") == Reading("x", " 　")
    assert READERS[reader]({"x": " 　"}, "x", required=True).error is not None


def test_the_summary_names_the_question_and_leads_to_the_control() -> None:
    reading = read_phone({}, "person[0][tel]", label="父の電話番号", required=True, locale="ja")
    assert reading.as_error_items() == [
        {"text": "父の電話番号：電話番号を入れてください。", "href": "#person-0-tel"}
    ]
    assert reading.as_error_items("oya")[0]["href"] == "#oya"


def test_without_a_label_the_summary_is_the_error() -> None:
    reading = read_number({}, "n", required=True, locale="ja")
    assert reading.as_error_items() == [{"text": "数字を入れてください。", "href": "#n"}]


def test_messages_come_in_the_language_of_the_page() -> None:
    with designsys.use_locale("en"):
        assert read_number({}, "n", required=True).error == "Enter a number."
