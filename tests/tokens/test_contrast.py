"""Contrast by WCAG 2.2."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from designsys.tokens import Color, contrast_ratio
from designsys.tokens.contrast import floor_ratio, nearest_passing, relative_luminance

HEX = st.integers(0, 0xFFFFFF).map(lambda number: Color.from_hex(f"#{number:06x}"))
BLACK, WHITE = Color(0, 0, 0), Color(1, 1, 1)


@pytest.mark.parametrize(
    ("foreground", "background", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.542),
        ("#777777", "#ffffff", 4.478),
        ("#0000ff", "#ffffff", 8.592),
        ("#ff0000", "#ffffff", 3.998),
    ],
)
def test_known_ratios(foreground: str, background: str, ratio: float) -> None:
    assert contrast_ratio(Color.from_hex(foreground), Color.from_hex(background)) == pytest.approx(
        ratio, abs=0.0005
    )


@given(HEX, HEX)
def test_the_order_does_not_matter_and_the_range_is_1_to_21(one: Color, other: Color) -> None:
    assert contrast_ratio(one, other) == contrast_ratio(other, one)
    assert 1 <= contrast_ratio(one, other) <= 21.0000001


def test_a_see_through_foreground_is_judged_as_it_is_seen() -> None:
    assert contrast_ratio(Color(0, 0, 0, alpha=0.5), WHITE) == contrast_ratio(
        Color.from_hex("#808080"), WHITE
    )


def test_colours_are_judged_as_a_screen_shows_them() -> None:
    assert relative_luminance(Color(0.4641, 0.4641, 0.4641)) == relative_luminance(Color.from_hex("#767676"))


@pytest.mark.parametrize(
    ("ratio", "shown"), [(4.4999, 4.49), (4.5, 4.5), (2.9999999, 2.99), (21.0, 21.0), (4.55, 4.55)]
)
def test_ratios_are_cut_and_not_rounded(ratio: float, shown: float) -> None:
    assert floor_ratio(ratio) == shown


@given(HEX, HEX, st.sampled_from([3.0, 4.5, 7.0]))
def test_the_nearest_passing_colour_passes_and_keeps_its_hue(
    color: Color, ground: Color, required: float
) -> None:
    assume(contrast_ratio(color, ground) < required)
    found = nearest_passing(color, ground, required)
    reachable = max(contrast_ratio(BLACK, ground), contrast_ratio(WHITE, ground)) >= required
    assert (found is not None) == reachable
    if found is not None:
        assert contrast_ratio(found, ground) >= required
        if color.oklch[1] > 0.05 and found.oklch[1] > 0.05:
            turn = abs(found.oklch[2] - color.oklch[2]) % 360
            assert min(turn, 360 - turn) < 3


def test_the_nearest_passing_gray_is_the_lightest_that_passes() -> None:
    found = nearest_passing(Color.from_hex("#949494"), WHITE, 4.5)
    assert found is not None
    assert found.hex == "#767676"


def test_the_nearest_passing_colour_is_at_most_one_step_from_failing() -> None:
    orange, gray = Color.from_hex("#c74700"), Color.from_hex("#f2f2f2")
    found = nearest_passing(orange, gray, 4.5)
    assert found is not None
    assert 4.5 <= contrast_ratio(found, gray) < 4.55
