"""How a place is told in front of what is wrong there."""

from __future__ import annotations

import pytest

from designsys.tokens import Place, TokenError
from designsys.tokens.errors import hint


@pytest.mark.parametrize(
    ("place", "front"),
    [
        (Place("色.json", 3, "#/color/text"), "色.json:3 (#/color/text): "),
        (Place("a.json", 1), "a.json:1: "),
        (Place("a.json"), "a.json: "),
        (None, ""),
    ],
)
def test_the_place_comes_first_in_both_languages(place: Place | None, front: str) -> None:
    error = TokenError(en="no.", ja="いいえ。", place=place)
    assert (error.en, error.ja) == (f"{front}no.", f"{front}いいえ。")


def test_a_hint_names_the_nearest() -> None:
    assert hint("colr.text", ["color.text", "space.4"]) == (
        " Did you mean 'color.text'?",
        "「color.text」のことですか。",
    )


def test_without_a_near_name_there_is_no_hint() -> None:
    assert hint("x", ["color.text"]) == ("", "")
