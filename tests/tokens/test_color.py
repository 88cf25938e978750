"""Colours of every space against an independent library (coloraide), and against known values."""

from __future__ import annotations

import math

import pytest
from coloraide import Color as Reference
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens import Color
from designsys.tokens.color import SPACES

UNIT = st.floats(0, 1)
PERCENT = ("hsl", "hwb")


@pytest.mark.parametrize("space", SPACES)
@given(st.tuples(UNIT, UNIT, UNIT))
def test_a_colour_that_srgb_has_comes_back_from_every_space(
    space: str, rgb: tuple[float, float, float]
) -> None:
    there = Reference("srgb", rgb).convert(space)
    components = [0 if math.isnan(part) else part for part in there[:3]]
    if space in PERCENT:
        components[1:] = [part * 100 for part in components[1:]]
    found = Color.of({"colorSpace": space, "components": components})
    assert (found.red, found.green, found.blue) == pytest.approx(rgb, abs=2e-4)


@pytest.mark.parametrize(
    ("space", "components", "expected"),
    [
        ("srgb", [1, 0, 1], "#ff00ff"),
        ("srgb", ["none", 0.5, 1], "#0080ff"),
        ("srgb-linear", [0.5, 0.5, 0.5], "#bcbcbc"),
        ("hsl", [330, 100, 50], "#ff0080"),
        ("hwb", [120, 50, 50], "#808080"),
        ("hwb", [0, 75, 75], "#808080"),
        ("lab", [100, 0, 0], "#ffffff"),
        ("oklch", [0, 0, 0], "#000000"),
        ("xyz-d65", [0, 0, 0], "#000000"),
    ],
)
def test_known_colours(space: str, components: list[float], expected: str) -> None:
    assert Color.of({"colorSpace": space, "components": components}).hex == expected


@pytest.mark.parametrize("components", [[0, 1, 0], [1, 0, 0], [1, 1, 0], [0, 0, 1]])
def test_a_colour_outside_srgb_keeps_its_hue_and_lightness(components: list[float]) -> None:
    outside = Reference("display-p3", components).convert("oklch")
    lightness, chroma, hue = Color.of({"colorSpace": "display-p3", "components": components}).oklch
    # CSS Color 4 § 13.2: no farther than ΔE OK 0.02, which nobody sees, from a colour of this lightness and hue.
    aside = chroma * math.sin(math.radians(hue - outside["hue"]))
    assert math.hypot(lightness - outside["lightness"], aside) <= 0.0201
    assert chroma < outside["chroma"]


@given(st.floats(0.2, 0.95), st.floats(0, 0.5), st.floats(0, 359.9))
def test_a_theme_s_colour_keeps_hue_and_lightness_exactly(
    lightness: float, chroma: float, hue: float
) -> None:
    made = Color.from_oklch(lightness, chroma, hue)
    found = Reference("srgb", [made.red, made.green, made.blue]).convert("oklch")
    seen = found["chroma"] > 0.02
    assert found["lightness"] == pytest.approx(lightness, abs=0.003)
    assert not seen or abs((found["hue"] - hue + 180) % 360 - 180) < 1


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_hex_there_and_back(text: str) -> None:
    assert Color.from_hex(text).hex == text


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_oklch_there_and_back(text: str) -> None:
    assert Color.from_oklch(*Color.from_hex(text).oklch).hex == text


@given(UNIT, st.floats(0, 0.5), st.floats(0, 359.9))
def test_any_oklch_gives_a_colour_that_a_screen_has(lightness: float, chroma: float, hue: float) -> None:
    found = Color.from_oklch(lightness, chroma, hue)
    assert all(0 <= part <= 1 for part in (found.red, found.green, found.blue))


def test_a_see_through_colour_over_another() -> None:
    assert Color(0, 0, 0, alpha=0.5).over(Color(1, 1, 1)).hex == "#808080"
