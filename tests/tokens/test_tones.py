"""Tones of any brand colour keep its hue and have the luminance that their work needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens import Color, contrast_ratio
from designsys.tokens.contrast import relative_luminance
from designsys.tokens.tones import PRIMARY_AT_MOST, scale, tone, visited

brands = st.integers(0, 2**24 - 1).map(lambda number: Color.from_hex(f"#{number:06x}"))
WHITE = Color(1, 1, 1)


def turned(color: Color, brand: Color) -> float:
    """How far the hue is from the brand's, in degrees."""
    return abs((color.oklch[2] - brand.oklch[2] + 180) % 360 - 180)


@given(brands)
def test_every_tone_keeps_the_hue_or_has_none(brand: Color) -> None:
    for color in [*scale(brand).values(), *visited(brand).values()]:
        assert color.oklch[1] < 0.04 or turned(color, brand) <= 5


@given(brands, st.floats(0.005, 0.95))
def test_a_tone_has_the_luminance_that_was_asked_for(brand: Color, luminance: float) -> None:
    assert relative_luminance(tone(brand, luminance)) == pytest.approx(luminance, abs=0.006)


@given(brands)
def test_chroma_never_grows(brand: Color) -> None:
    # Eight bits a channel are a step of up to 0.012 in the darkest tones.
    assert all(color.oklch[1] <= brand.oklch[1] + 0.012 for color in scale(brand).values())


@given(brands)
def test_text_steps_have_their_contrast_on_white(brand: Color) -> None:
    steps = scale(brand)
    assert contrast_ratio(steps["900"], WHITE) >= 5
    assert contrast_ratio(steps["1100"], WHITE) >= 7
    assert contrast_ratio(steps["1200"], WHITE) >= 7


@given(brands)
def test_hover_and_press_differ_from_rest(brand: Color) -> None:
    steps = scale(brand)
    assert len({steps[step].hex for step in ("900", "1000", "1200")}) == 3
    assert len({steps[step].hex for step in ("300", "200", "100")}) == 3


@pytest.mark.parametrize(
    ("brand", "steps"),
    [("#0a5c36", {"900"}), ("#000000", {"900", "1100"}), ("#ffe100", {"300"}), ("#e60012", set())],
)
def test_the_brand_colour_itself_is_used_wherever_it_has_the_contrast(brand: str, steps: set[str]) -> None:
    found = scale(Color.from_hex(brand))
    assert {step for step, color in found.items() if color.hex == brand} == steps


def test_a_colour_that_cannot_carry_text_gets_the_lightest_partner_that_can() -> None:
    partner = scale(Color.from_hex("#ffe100"))["900"]
    assert relative_luminance(partner) == pytest.approx(PRIMARY_AT_MOST, abs=0.004)
    assert turned(partner, Color.from_hex("#ffe100")) < 5


def test_a_visited_link_is_pale_and_another_colour_than_a_link() -> None:
    brand = Color.from_hex("#0017c1")
    found = visited(brand)["light"]
    assert found.oklch[1] <= 0.045
    assert found.hex != scale(brand)["1000"].hex
