"""A fault is told where it is to be mended, with a name that is right there."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.tokens import TokenError, load

from .conftest import BLUE, PX, Folder, Sentences, number, pointers, ref, token


def test_a_cycle_of_braces_and_a_pointer_is_told_at_every_token(sentences: Sentences) -> None:
    """Told at c alone, as "#/a/$value/color → #/a/$value/color", which names neither c nor the way."""
    tokens = {
        "a": token("border", {"color": "{c}", "width": PX, "style": "solid"}),
        "c": token("color", ref("#/a/$value/color")),
    }
    assert pointers(sentences({"a.tokens.json": tokens})) == ["#/a", "#/c"]


NO_HINT: dict[str, tuple[Any, str]] = {
    # The nearest name is the token that holds the reference: to take it would make a cycle.
    "Color § 7.1.3": ({"color": {"button": {"primary": {"$value": "{color.brand.primary}"}}}}, "color.button.primary"),
    "Format § 9.1": ({"layered-shadow": token("shadow", ["{base.shadow}"])}, "layered-shadow"),
    "Format § 9.4": ({"border": {"focusring": token(
        "border", {"color": "{color.focusring}", "width": PX, "style": "solid"})}}, "border.focusring"),
    "its own $root": ({"a": {"$root": {"$value": "{a}"}}}, "a.$root"),
    # A right name is one whose type is wanted.
    "another type": ({"gaps": number(1), "a": token("color", "{gap}")}, "gaps"),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "wrong"), NO_HINT.values(), ids=list(NO_HINT))
def test_a_hint_is_a_name_that_can_stand_there(tokens: Any, wrong: str, sentences: Sentences) -> None:
    assert wrong not in sentences({"a.tokens.json": tokens})[-1].partition("leads to no token")[2]


HINTS: dict[str, tuple[Any, str]] = {
    # errors.nearest counts capitals as other letters.
    "srgb": (token("color", {**BLUE, "colorSpace": "sRGB"}), "srgb"),
    "px": (token("dimension", {"value": 1, "unit": "PX"}), "px"),
    "bold": (token("fontWeight", "BOLD"), "bold"),
    "rem": (token("dimension", {"value": 1, "unit": "REM"}), "rem"),
    # A group's properties do not include $value, which is what was meant.
    "$value": ({"$type": "number", "$valeu": 1}, "$value"),
    # The one part that is missing is the one that is misspelt: one fault, not two.
    "width": (token("border", {"color": BLUE, "widht": PX, "style": "solid"}), "width"),
}  # fmt: skip


@pytest.mark.parametrize(("made", "near"), HINTS.values(), ids=list(HINTS))
def test_one_sentence_names_the_nearest(made: Any, near: str, sentences: Sentences) -> None:
    (told,) = sentences({"a.tokens.json": {"a": made}})
    assert told.endswith(f" Did you mean '{near}'?")


def test_half_a_character_is_told_at_its_place(folder: Folder) -> None:
    text = '{\n"a": {"$type": "fontFamily",\n "$value": "\\ud800"}}'
    with pytest.raises(TokenError) as caught:
        load(folder({"a.tokens.json": text}) / "a.tokens.json")
    place = caught.value.place
    assert place is not None
    assert (place.line, place.pointer, caught.value.frame != "") == (3, "#/a/$value", True)


def test_a_type_that_an_heir_changes_is_told_at_the_heir(sentences: Sentences) -> None:
    """Format § 6.7.3: the reader is sent to ``base.primary``, which is right, and told five times."""
    base = {"$type": "color", "primary": {"$value": BLUE}}
    tokens = {"base": base, "extended": {"$extends": "{base}", "$type": "dimension"}}
    (told,) = sentences({"a.tokens.json": tokens})
    assert told.startswith("#/extended/$type ") and "primary" in told
