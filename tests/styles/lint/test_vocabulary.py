"""Which token is suggested for a raw value."""

from __future__ import annotations

import pytest
import tinycss2

from designsys.styles.lint.vocabulary import Vocabulary, color_of, pixels
from designsys.tokens import properties


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(properties())


@pytest.mark.parametrize(
    ("property_name", "color", "token"),
    [
        ("background-color", "#fff", "--ds-color-background"),
        ("color", "#323232", "--ds-color-text"),
        ("border-color", "#c00", "--ds-color-error"),
        ("outline", "black", "--ds-color-focus-outer"),
    ],
)
def test_nearest_color_serves_the_property(
    vocabulary: Vocabulary, property_name: str, color: str, token: str
) -> None:
    found = color_of(tinycss2.parse_one_component_value(color))
    assert found is not None
    assert vocabulary.nearest_color(found, property_name) == token


@pytest.mark.parametrize(
    ("property_name", "size", "token"),
    [
        ("margin-block", 23, "--ds-space-24"),
        ("top", -7, "--ds-space-8"),
        ("font-size", 19, "--ds-font-size-18"),
        ("border-start-start-radius", 5, "--ds-radius-4"),
        ("inline-size", 45, "--ds-size-target"),
    ],
)
def test_nearest_length_serves_the_property(
    vocabulary: Vocabulary, property_name: str, size: float, token: str
) -> None:
    assert vocabulary.nearest_length(size, property_name) == token


@pytest.mark.parametrize("text", ["transparent", "currentColor", "solid", "var(--x)", "10px"])
def test_what_is_no_colour(text: str) -> None:
    assert color_of(tinycss2.parse_one_component_value(text)) is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(1, "rem", 16), (1, "IN", 96), (2.54, "cm", 96), (1, "ch", None), (1, "s", None)],
)
def test_pixels(value: float, unit: str, expected: float | None) -> None:
    assert pixels(value, unit) == (expected if expected is None else pytest.approx(expected))
