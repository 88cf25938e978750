"""The one table of what people type for digits, hyphens and blanks, case by case, in every reader."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import read_number, read_one_time_code, read_phone
from designsys.forms.characters import HYPHENS, SPACES, half_width, hyphenated, without

# What somebody types for each, as (digits of a number, hyphen, blank) of 03-1234-5678.
DIGITS = {
    "ascii": "0123456789",
    "full_width": "０１２３４５６７８９",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "urdu": "۰۱۲۳۴۵۶۷۸۹",
    "nepali": "०१२३४५६७८९",
    "thai": "๐๑๒๓๔๕๖๗๘๙",
    "burmese": "၀၁၂၃၄၅၆၇၈၉",
    "khmer": "០១២៣៤៥៦៧៨៩",
}


def named(characters: Any) -> list[Any]:
    return [
        pytest.param(character, id=f"U+{ord(character):04X}") for character in sorted(characters, key=ord)
    ]


@pytest.mark.parametrize("script", DIGITS)
def test_digits(script: str) -> None:
    assert half_width(DIGITS[script]) == "0123456789"
    assert read_phone({"p": DIGITS[script]}, "p").value == "0123456789"
    assert read_number({"n": DIGITS[script]}, "n").value == 123456789
    assert read_one_time_code({"c": DIGITS[script]}, "c", length=10).value == "0123456789"


@pytest.mark.parametrize("hyphen", named(HYPHENS))
def test_hyphens(hyphen: str) -> None:
    assert hyphenated(hyphen) == "-"
    assert read_phone({"p": f"03{hyphen}1234{hyphen}5678"}, "p").value == "0312345678"
    assert read_one_time_code({"c": f"123{hyphen}456"}, "c").value == "123456"


# A soft hyphen is not seen, so that nobody types it for a minus.
@pytest.mark.parametrize("hyphen", named(HYPHENS - SPACES))
def test_a_hyphen_before_a_number_is_a_minus(hyphen: str) -> None:
    assert read_number({"n": f"{hyphen}5"}, "n").value == -5


@pytest.mark.parametrize("space", named(SPACES))
def test_spaces(space: str) -> None:
    assert read_phone({"p": f"{space}03{space}1234{space}5678{space}"}, "p").value == "0312345678"
    assert read_number({"n": f"1{space}234{space}"}, "n").value == 1234
    assert read_one_time_code({"c": f"123{space}456"}, "c").value == "123456"


DASHES = {chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Pd"}
# Of two strokes, waves or slants, or of a script that writes no numbers with them.
UNLIKE = set("\u1400\u2e17\u2e1a\u2e40\u2e5d\u301c\u3030\u30a0")


@pytest.mark.parametrize("character", named(DASHES - UNLIKE))
def test_every_dash_of_unicode_that_looks_like_a_hyphen_is_one(character: str) -> None:
    assert character in HYPHENS


@given(st.text(max_size=200))
def test_width_and_nothing_else_is_changed(text: str) -> None:
    narrow = half_width(text)
    assert len(narrow) == len(text)
    changed = [(old, new) for old, new in zip(text, narrow, strict=True) if old != new]
    assert all(new.isascii() and unicodedata.normalize("NFKC", old) in (new, old) for old, new in changed)


@given(st.text(max_size=200))
def test_leaves_out_only_what_is_named(text: str) -> None:
    rest = without(text, SPACES | HYPHENS)
    assert not set(rest) & (SPACES | HYPHENS)
    assert [character for character in text if character not in SPACES | HYPHENS] == list(rest)
