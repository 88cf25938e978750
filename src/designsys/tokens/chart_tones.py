"""Gives a brand colour its place among the eight chart colours, when one can be found.

A tone of the brand takes the place of the one chart colour that it comes too near to; the other seven stay.
In a chart the same place is then the brand's in every scheme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from designsys.tokens.color import Color, Vector
from designsys.tokens.color_vision import VISIONS, delta_e, simulated
from designsys.tokens.contrast import contrast_ratio
from designsys.tokens.series import REQUIRED
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token

__all__ = ["chart_tones"]

_GROUPS = {
    "light": "brand.chart.light.",
    "dark": "brand.chart.dark.",
    "high-contrast": "brand.chart.high-contrast.",
}
_GROUNDS = ("color.background", "color.background-subtle", "color.background-raised")
_RATIOS = {"light": 3.0, "dark": 3.0, "high-contrast": 4.5}


def chart_tones(base: TokenSystem, brand: Color, steps: Mapping[str, Color]) -> dict[str, dict[str, Color]]:
    """For each scheme, the chart colours that a theme replaces, by their place (``"1"`` to ``"8"``).

    :param base: the tokens that the theme is made for.
    :param brand: the brand colour.
    :param steps: its scale.
    :returns: one place a scheme, the same in all; empty when no tone keeps its distance from the other colours.
    """
    schemes = [scheme for scheme in _GROUPS if scheme in base.contexts.get("scheme", ())]
    found = {scheme: dict(_candidates(base, scheme, [brand, *steps.values()])) for scheme in schemes}
    places = [set(tones) for tones in found.values()]
    shared = set.intersection(*places) if places else set()
    if not shared:
        return {}
    # The place whose tones are nearest to the brand itself; the first of equals.
    place = min(sorted(shared), key=lambda one: sum(_apart(found[scheme][one], brand) for scheme in schemes))
    return {scheme: {place: found[scheme][place]} for scheme in schemes}


def _candidates(base: TokenSystem, scheme: str, tones: list[Color]) -> Iterator[tuple[str, Color]]:
    """The places that a tone of the brand could take in a scheme, the best tone of each last."""
    tokens = base.resolve(scheme=scheme)
    grounds = [Color.of(tokens[path].value) for path in _GROUNDS if path in tokens]
    charts = _seen(tokens, _GROUPS[scheme])
    for color in reversed(tones):
        if any(contrast_ratio(color, ground) < _RATIOS[scheme] for ground in grounds):
            continue
        near = _nearest_two(color, charts)
        if near and (len(near) == 1 or near[1][0] >= REQUIRED):
            yield near[0][1], color


def _nearest_two(color: Color, charts: dict[str, list[Vector]]) -> list[tuple[float, str]]:
    own = [simulated(color, vision) for vision in VISIONS]
    return sorted(
        (min(delta_e(mine, theirs) for mine, theirs in zip(own, seen, strict=True)), place)
        for place, seen in charts.items()
    )[:2]


def _seen(tokens: dict[str, Token], group: str) -> dict[str, list[Vector]]:
    return {
        path.removeprefix(group): [
            simulated(Color.from_hex(Color.of(token.value).hex), vision) for vision in VISIONS
        ]
        for path, token in tokens.items()
        if path.startswith(group)
    }


def _apart(first: Color, second: Color) -> float:
    return delta_e(simulated(first, "normal"), simulated(second, "normal"))
