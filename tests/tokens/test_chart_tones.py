"""A brand colour takes one place among the chart colours, the same in every scheme, and never a near one."""

from __future__ import annotations

import itertools

import pytest

from designsys.tokens import Color, load
from designsys.tokens.chart_tones import chart_tones
from designsys.tokens.color_vision import VISIONS, distance
from designsys.tokens.tones import scale


def charts(brand: str) -> dict[str, dict[str, Color]]:
    color = Color.from_hex(brand)
    return chart_tones(load(), color, scale(color))


@pytest.mark.parametrize("brand", ["#0a5c36", "#e60012", "#ffe100", "#808080", "#6a0dad"])
def test_one_place_the_same_in_every_scheme(brand: str) -> None:
    found = charts(brand)
    assert set(found) == {"light", "dark", "high-contrast"}
    assert len({place for colors in found.values() for place in colors}) == 1
    assert all(len(colors) == 1 for colors in found.values())


@pytest.mark.parametrize("brand", ["#0a5c36", "#e60012", "#ffe100", "#808080", "#6a0dad"])
def test_the_eight_stay_apart_with_the_brand_among_them(brand: str) -> None:
    for scheme, replaced in charts(brand).items():
        tokens = load().resolve(scheme=scheme)
        colors = {
            str(place): Color.of(tokens[f"color.chart-{place}"].value) for place in range(1, 9)
        } | replaced
        nearest = min(
            distance(first, second, vision)
            for first, second in itertools.combinations(colors.values(), 2)
            for vision in VISIONS
        )
        assert nearest >= 10


def test_where_no_tone_keeps_its_distance_nothing_is_replaced() -> None:
    assert charts("#000000") == {}


def test_tokens_without_charts_get_none() -> None:
    color = Color.from_hex("#0a5c36")
    assert chart_tones(load().only(scheme="light"), color, scale(color)) != {}
