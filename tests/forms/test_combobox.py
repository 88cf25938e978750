"""Reading a combobox back: the choice, or exactly what was typed, and never the choice made before."""

from __future__ import annotations

import enum
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import designsys
from designsys.forms import ComboboxReading, read_combobox, typed_name
from designsys.rendering.examples import example_environment


class School(enum.Enum):
    """Choices as a service has them in its code."""

    ASAHI = "asahi"
    KITA = "kita"


ITEMS = [
    {"value": "13", "label": "東京都", "reading": "とうきょうと"},
    {"value": 27, "label": "大阪府", "reading": "おおさかふ"},
    {"value": "c1", "label": "中央（北）", "reading": "ちゅうおう"},
    {"value": "c2", "label": "中央（南）", "reading": "ちゅうおう"},
    {"value": "ny", "label": "New Town"},
]
NOT_IN_LIST = "「%s」は一覧にありません。一覧から選んでください。"


def read(value: Any, typed: Any = None, **options: Any) -> ComboboxReading:
    return read_combobox({"town": value, "town-typed": typed}, "town", ITEMS, locale="ja", **options)


@pytest.mark.parametrize("value", ["13", "27", "ny"])
def test_a_choice_is_its_value(value: str) -> None:
    assert read(value) == ComboboxReading("town", value=value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        pytest.param("東京都", "13", id="label"),
        pytest.param("  東京都　", "13", id="blanks"),
        pytest.param("トウキョウト", "13", id="katakana"),
        pytest.param("ｵｵｻｶﾌ", "27", id="half-width"),
        pytest.param("ｎｅｗ　ｔｏｗｎ", "ny", id="full-width"),
    ],
)
def test_text_that_is_one_choice_is_that_choice(typed: str, value: str) -> None:
    assert read("", typed) == ComboboxReading("town", value=value)


@pytest.mark.parametrize("typed", ["東京", "ちゅうおう", "x", "<b>", "13"])
@pytest.mark.parametrize("former", ["", "13", "27"])
def test_other_text_is_an_error_and_never_the_former_choice(typed: str, former: str) -> None:
    reading = read(former, typed, label="本籍")
    assert (reading.value, reading.typed, reading.error) == (None, typed, NOT_IN_LIST % typed)
    assert reading.as_error_items() == [{"text": f"本籍：{NOT_IN_LIST % typed}", "href": "#town"}]


@pytest.mark.parametrize("blank", [None, "", []])
def test_a_blank_is_an_error_only_where_required(blank: Any) -> None:
    assert read(blank, blank) == ComboboxReading("town")
    assert read(blank, blank, required=True).error == "一覧から選んでください。"


def test_a_value_that_is_no_choice_is_an_error() -> None:
    assert read("99").error == "一覧から選んでください。"


@pytest.mark.parametrize(("sent", "value"), [("林業", "林業"), ("とうきょうと", "13"), ("　", None)])
def test_free_text_is_an_answer(sent: str, value: str | None) -> None:
    assert read(sent, free_text=True) == ComboboxReading("town", value=value)


def test_a_blank_free_text_can_be_required() -> None:
    reading = read(" ", free_text=True, required=True)
    assert reading.error == "候補から選ぶか、答えを書いてください。"


@pytest.mark.parametrize(
    "items", [School, [("asahi", "A"), ("kita", "B")], list(School)], ids=["enum", "pairs", "members"]
)
def test_takes_the_items_that_the_macro_takes(items: Any) -> None:
    assert read_combobox({"town": "kita"}, "town", items).value == "kita"


@given(value=st.text(max_size=20), typed=st.text(max_size=60), free=st.booleans(), required=st.booleans())
def test_gives_an_answer_or_an_error_for_anything(value: str, typed: str, free: bool, required: bool) -> None:
    reading = read(value, typed, free_text=free, required=required)
    assert reading.value is None or reading.error is None
    if reading.error is not None and not free:
        assert reading.typed == typed
    if reading.value is None and reading.error is None:
        assert not required


@pytest.mark.parametrize("character", ["1", "京", " ", "\u0301\u0316", "ﷺ", "\0", "\ud800"], ids=ascii)
def test_ten_thousand_characters_come_back_untouched(character: str) -> None:
    typed = character * 10_000
    reading = read("13", typed)
    assert reading.typed == ("" if typed.isspace() else typed)
    assert len(reading.error or "") < 100


@pytest.mark.parametrize("value", [object(), b"13", {"a": 1}, 4.5], ids=lambda value: type(value).__name__)
def test_what_is_no_text_counts_as_nothing(value: object) -> None:
    assert read(value, value) == ComboboxReading("town")


def test_reads_lists_of_values() -> None:
    assert read_combobox(parse_qs("town=13"), "town", ITEMS).value == "13"


@pytest.mark.parametrize("name", ["town", "person[0][town]"])
def test_the_reading_goes_straight_into_the_macro(name: str) -> None:
    form = {name: "13", typed_name(name): "<東京>"}
    reading = read_combobox(form, name, ITEMS)
    source = '{% from "designsys/combobox.jinja" import combobox %}{{ combobox(name, "本籍", items, **reading.as_arguments()) }}'
    html = example_environment().from_string(source).render(name=name, items=ITEMS, reading=reading)
    assert f'data-typed-name="{typed_name(name)}"' in html
    assert 'data-typed="&lt;東京&gt;"' in html
    assert " selected" not in html
    assert 'aria-invalid="true"' in html


def test_messages_follow_the_locale_of_the_request() -> None:
    with designsys.use_locale("en"):
        assert (
            read_combobox({"town-typed": "x"}, "town", ITEMS).error
            == "“x” is not in the list. Choose from the list."
        )
