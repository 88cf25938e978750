"""CIEDE2000 and the simulations, against published values and an independent library (coloraide)."""

from __future__ import annotations

import pytest
from coloraide import Color as Reference
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens import Color
from designsys.tokens.color_vision import VISIONS, delta_e, distance, simulated

hexes = st.integers(0, 2**24 - 1).map(lambda number: f"#{number:06x}")


# Sharma, Wu and Dalal (2005), table 1: pairs chosen for where implementations go wrong.
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0011), 7.2195),
        ((50.0, -0.0010, 2.4900), (50.0, 0.0011, -2.4900), 4.7461),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_published_distances(
    first: tuple[float, float, float], second: tuple[float, float, float], expected: float
) -> None:
    assert delta_e(first, second) == pytest.approx(expected, abs=0.0001)
    assert delta_e(second, first) == pytest.approx(expected, abs=0.0001)


@given(hexes, hexes)
def test_distance_agrees_with_another_implementation(first: str, second: str) -> None:
    ours = distance(Color.from_hex(first), Color.from_hex(second))
    assert ours == pytest.approx(Reference(first).delta_e(second, method="2000"), abs=0.01)


@pytest.mark.parametrize("vision", sorted(set(VISIONS) - {"normal"}))
@given(text=hexes)
def test_simulation_agrees_with_another_implementation(vision: str, text: str) -> None:
    theirs = Reference(text).filter(vision, 1, method="machado").convert("srgb-linear").clip()
    expected = theirs.convert("lab-d65").coords(nans=False)
    assert simulated(Color.from_hex(text), vision) == pytest.approx(expected, abs=0.1)


@given(hexes)
def test_normal_vision_changes_nothing(text: str) -> None:
    assert distance(Color.from_hex(text), Color.from_hex(text)) == 0
    expected = Reference(text).convert("lab-d65").coords(nans=False)
    assert simulated(Color.from_hex(text), "normal") == pytest.approx(expected, abs=0.01)


def test_red_and_green_come_together_without_red_cones() -> None:
    red, green = Color.from_hex("#b35a00"), Color.from_hex("#6f7f00")
    assert distance(red, green, "protan") < 15 < distance(red, green)
