"""Chart colours stay apart in every colour vision; where they do not, the two are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import TokenError, TokenSystem, build, distances, load
from designsys.tokens.color_vision import VISIONS
from designsys.tokens.series import refuse_near_colors

System = Callable[..., TokenSystem]


def colors(*hexes: str, kind: str = "chart") -> dict[str, Any]:
    def value(text: str) -> dict[str, Any]:
        parts = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        return {"colorSpace": "srgb", "components": parts}

    own = {"jp.designsys": {"series": kind}}
    return {
        f"c{index}": {"$type": "color", "$value": value(text), "$extensions": own}
        for index, text in enumerate(hexes, 1)
    }


def test_our_own_charts_are_measured_everywhere() -> None:
    system = load()
    found = distances(system)
    # 28 pairs of eight colours, in each vision, theme and scheme.
    assert len(found) == 28 * len(VISIONS) * len(system.contexts["theme"]) * len(system.contexts["scheme"])
    assert min(distance.delta_e for distance in found) >= 10


def test_colours_that_are_near_for_one_vision_only_are_refused(system: System) -> None:
    tokens = system(colors("#b35a00", "#6f7f00"))
    assert {one.vision for one in distances(tokens) if not one.passes} == {"protan", "deutan"}
    with pytest.raises(TokenError) as caught:
        refuse_near_colors(tokens)
    sentence = caught.value.en.partition("): ")[2]
    assert sentence.startswith("c1 (#b35a00) and c2 (#6f7f00) are ΔE2000 ")
    assert sentence.endswith(
        " apart for protan vision in theme default, scheme light, and owe 10; "
        "choose colours that differ in lightness (and 1 more)."
    )


def test_a_build_refuses_them_too(system: System) -> None:
    with pytest.raises(TokenError, match="apart for"):
        build(system(colors("#b35a00", "#b35a01")), "css")


def test_two_series_are_not_compared(system: System) -> None:
    tokens = {**colors("#b35a00"), "d": colors("#b35a00", kind="map")["c1"]}
    assert distances(system(tokens)) == []


def test_nine_colours_are_too_many(system: System) -> None:
    with pytest.raises(
        TokenError, match="the series 'chart' has 9 colours; at most 8 can be told apart"
    ) as caught:
        distances(system(colors(*[f"#{step}{step}{step}" for step in range(10, 19)])))
    assert caught.value.place and caught.value.place.pointer == "#/c9"


def test_only_colours_can_be_in_a_series(system: System) -> None:
    token = {"$type": "number", "$value": 1, "$extensions": {"jp.designsys": {"series": "chart"}}}
    with pytest.raises(TokenError, match="'a' is a number; only colours can be in a series"):
        distances(system({"a": token}))
