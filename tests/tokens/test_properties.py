"""The published properties, for linters and editors; and the names that component CSS is written against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Property, TokenSystem, css, load, properties, themes


@pytest.fixture(scope="module")
def found() -> dict[str, Property]:
    return properties()


@pytest.mark.parametrize(
    ("name", "token", "kind", "value"),
    [
        ("--ds-color-text", "color.text", "color", "#333333"),
        ("--ds-color-focus-inner", "color.focus-inner", "color", "#ffd43d"),
        ("--ds-space-16", "space.16", "dimension", "1rem"),
        ("--ds-space-0", "space.0", "dimension", "0rem"),
        ("--ds-radius-full", "radius.full", "dimension", "9999px"),
        ("--ds-line-height-170", "line-height.170", "number", "1.7"),
        ("--ds-type-body-letter-spacing", "type.body", "dimension", "0.02rem"),
        ("--ds-duration-fast", "duration.fast", "duration", "100ms"),
        ("--ds-layer-overlay", "layer.overlay", "number", "100"),
        ("--ds-size-target", "size.target", "dimension", "2.75rem"),
    ],
)
def test_a_property(name: str, token: str, kind: str, value: str, found: dict[str, Property]) -> None:
    assert (found[name].token, found[name].type, found[name].value) == (token, kind, value)


def test_every_property_stands_in_the_style_sheet(found: dict[str, Property]) -> None:
    sheet = css()
    assert [name for name in found if f"  {name}: " not in sheet] == []


def test_every_published_token_says_what_it_is_for_in_japanese_and_english(
    found: dict[str, Property],
) -> None:
    def is_both(text: str) -> bool:
        japanese, slash, english = text.partition(" / ")
        return bool(slash) and not japanese.isascii() and english.isascii() and bool(english)

    assert [one.token for one in found.values() if not is_both(one.description)] == []


def test_breakpoints_are_the_literals_that_media_queries_may_write(found: dict[str, Property]) -> None:
    assert {one.token: one.value for one in found.values() if one.is_breakpoint} == {
        "breakpoint.medium": "48rem",
        "breakpoint.wide": "64rem",
        "breakpoint.widest": "80rem",
    }


def test_no_text_is_smaller_than_14_pixels(found: dict[str, Property]) -> None:
    sizes = {
        name: float(one.value.removesuffix("rem")) for name, one in found.items() if "-font-size-" in name
    }
    assert min(sizes.values()) * 16 == 14


def test_primitive_colours_are_not_published(found: dict[str, Property]) -> None:
    assert [one.token for one in found.values() if one.token.startswith(("palette.", "brand."))] == []


def test_a_deprecated_token_is_told(system: Callable[..., TokenSystem]) -> None:
    tokens: Any = {"a": {"$type": "number", "$value": 1, "$deprecated": "b を使う"}}
    assert properties(system(tokens))["--ds-a"].deprecated == "b を使う"


def test_themes() -> None:
    assert themes(load()) == themes() == ("default", "wakaba", "shu")


def test_without_a_theme_modifier_there_is_the_default(system: Callable[..., TokenSystem]) -> None:
    assert themes(system({})) == ("default",)
