"""The form of the theme maker: what is typed is kept, and what is wrong is told beside its field."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest

from designsys.docs.site import Site
from designsys.docs.theme_form import LONGEST, ThemeForm
from designsys.tokens import Theme, new_theme


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    found: dict[str, Any] = Site().words["ja"]["maker"]
    return found


def make(brand: str, name: str, id: str, secondary: str, corners: str) -> Theme:
    return new_theme(brand, name, id=id or None, secondary=secondary or None, corners=corners or None)


def form(words: dict[str, Any], **fields: str) -> ThemeForm:
    return ThemeForm({"brand": "#e60012", "name": "朱鷺市", **fields}, "ja", words, make)


def test_a_colour_and_a_name_are_a_theme(words: dict[str, Any]) -> None:
    made = form(words, corners="round", secondary="gold").theme
    assert made is not None
    assert (made.id, made.name, made.brand.hex) == ("朱鷺市", "朱鷺市", "#e60012")
    assert all(pair.passes for pair in made.pairs)


def test_the_id_is_what_pages_call_it(words: dict[str, Any]) -> None:
    made = form(words, id="toki").theme
    assert made is not None and made.id == "toki"


@pytest.mark.parametrize(
    ("fields", "field", "text"),
    [
        ({"brand": ""}, "brand", "まちの色を書いてください。例：#0b5cad"),
        ({"brand": "  "}, "brand", "まちの色を書いてください。例：#0b5cad"),
        ({"name": ""}, "name", "まちの名前を書いてください"),
        (
            {"brand": "blurple"},
            "brand",
            "「blurple」は CSS の色ではありません。#e60012、rgb(230 0 18)、crimson のように書いてください。",
        ),
        (
            {"secondary": "url(x)"},
            "secondary",
            "「url(x)」は CSS の色ではありません。#e60012、rgb(230 0 18)、crimson のように書いてください。",
        ),
        ({"name": "a" * 61}, "name", "60文字までで書いてください"),
        ({"brand": "a" * 101}, "brand", "100文字までで書いてください"),
        (
            {"name": "東/西"},
            "name",
            "「東/西」はテーマの id にできません（ファイルの名前にもなります）。yokohama のように書いてください。",
        ),
        (
            {"id": "../x"},
            "id",
            "「../x」はテーマの id にできません（ファイルの名前にもなります）。yokohama のように書いてください。",
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_fault_is_told_at_its_field(
    words: dict[str, Any], fields: dict[str, str], field: str, text: str
) -> None:
    made = form(words, **fields)
    assert made.errors == {field: text}
    assert made.theme is None
    assert made.values[field] == fields[field].strip()


def test_all_faults_are_told_at_once(words: dict[str, Any]) -> None:
    assert list(form(words, brand="x", name="", secondary="y").errors) == ["brand", "name", "secondary"]


@pytest.mark.parametrize(
    ("pick", "shown", "brand"),
    [("#00ff00", "#e60012", "#00ff00"), ("#e60012", "#e60012", "crimson"), ("", "", "crimson")],
    ids=["moved", "left", "not there"],
)
def test_the_picker_is_meant_when_it_was_moved(
    words: dict[str, Any], pick: str, shown: str, brand: str
) -> None:
    made = form(words, brand="crimson", pick=pick, shown=shown)
    assert made.values["brand"] == brand


def test_the_picker_shows_the_colour(words: dict[str, Any]) -> None:
    assert form(words, brand="crimson").picked == "#dc143c"
    assert form(words, brand="x").picked == "#000000"


def test_the_address_carries_what_was_filled_in(words: dict[str, Any]) -> None:
    assert parse_qs(form(words, id="", pick="#e60012").query) == {"brand": ["#e60012"], "name": ["朱鷺市"]}


@pytest.mark.parametrize("field", LONGEST)
def test_every_field_has_a_bound(words: dict[str, Any], field: str) -> None:
    assert field in form(words, **{field: "x" * (LONGEST[field] + 1)}).errors
