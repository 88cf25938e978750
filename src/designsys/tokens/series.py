"""The proof that the colours of a chart stay apart, in every kind of colour vision, theme and scheme.

Colour tokens of one series say so under ``jp.designsys`` in their ``$extensions`` (``"series": "chart"``).
That a chart also tells its series apart by pattern and words (WCAG 2.2 criterion 1.4.1) is the page's work.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from designsys.tokens.color import Color, Vector
from designsys.tokens.color_vision import VISIONS, delta_e, simulated
from designsys.tokens.errors import TokenError
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token

__all__ = ["REQUIRED", "Distance", "distances", "refuse_near_colors"]

REQUIRED = 10.0
"""The least CIEDE2000 between two colours of a series."""

MOST = 8
"""How many colours a series may have: more cannot be kept apart, nor remembered."""


@dataclass(frozen=True, slots=True)
class Distance:
    """Two colours of a series, as one kind of colour vision has them.

    :param first: path of a token.
    :param second: path of another.
    :param first_hex: ``#rrggbb``.
    :param second_hex: ``#rrggbb``.
    :param vision: ``normal``, ``protan``, ``deutan`` or ``tritan``.
    :param delta_e: CIEDE2000 between them.
    :param required: the least that is owed.
    :param theme: the theme's name.
    :param scheme: the scheme's name.
    """

    first: str
    second: str
    first_hex: str
    second_hex: str
    vision: str
    delta_e: float
    required: float
    theme: str
    scheme: str

    @property
    def passes(self) -> bool:
        """Whether the two are far enough apart."""
        return self.delta_e >= self.required


def distances(system: TokenSystem) -> list[Distance]:
    """Every two colours of every series, in each colour vision, theme and scheme.

    :raises TokenError: when a series has more than eight colours, or a token in it is no colour.
    """
    return [
        Distance(first.path, second.path, hexes[0], hexes[1], vision, delta, REQUIRED, theme, scheme)
        for theme, scheme, tokens in system.resolutions()
        for series in _series(tokens).values()
        for first, second, hexes, vision, delta in _compared(series)
    ]


def refuse_near_colors(system: TokenSystem, measured: list[Distance] | None = None) -> None:
    """Refuse tokens of which two chart colours come too near to each other.

    :param measured: what :func:`distances` gave for these tokens; measured here when left out.
    :raises TokenError: naming the two, the colour vision and the distance, and how many more there are.
    """
    near = [
        distance for distance in (distances(system) if measured is None else measured) if not distance.passes
    ]
    if not near:
        return
    one, more = near[0], len(near) - 1
    token = system.resolve(**system.inputs(one.theme, one.scheme))[one.first]
    raise TokenError(
        en=f"{one.first} ({one.first_hex}) and {one.second} ({one.second_hex}) are ΔE2000 {one.delta_e:.1f} apart for "
        f"{one.vision} vision in theme {one.theme}, scheme {one.scheme}, and owe {one.required:g}; choose colours that "
        f"differ in lightness{f' (and {more} more).' if more else '.'}",
        ja=f"テーマ {one.theme}、配色 {one.scheme} で、{one.first}（{one.first_hex}）と {one.second}（{one.second_hex}）は、"
        f"色覚 {one.vision} では ΔE2000 {one.delta_e:.1f} しかはなれていません。{one.required:g} が要ります。"
        f"明るさの違う色にしてください{f'（ほかに {more} 組）。' if more else '。'}",
        place=token.place,
    )


def _series(tokens: dict[str, Token]) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens.values():
        if "series" in token.own:
            if token.type != "color":
                raise TokenError(
                    en=f"'{token.path}' is a {token.type}; only colours can be in a series.",
                    ja=f"「{token.path}」は {token.type} です。series に入れられるのは色だけです。",
                    place=token.place,
                )
            found.setdefault(str(token.own["series"]), []).append(token)
    for name, series in found.items():
        if len(series) > MOST:
            raise TokenError(
                en=f"the series '{name}' has {len(series)} colours; at most {MOST} can be told apart.",
                ja=f"series「{name}」に {len(series)} 色あります。見分けられるのは {MOST} 色までです。",
                place=series[MOST].place,
            )
    return found


def _compared(series: list[Token]) -> Iterator[tuple[Token, Token, tuple[str, str], str, float]]:
    # As the eight bits a channel that a screen shows, whatever a file's decimals are.
    colors = [Color.from_hex(Color.of(token.value).hex) for token in series]
    seen: dict[str, list[Vector]] = {
        vision: [simulated(color, vision) for color in colors] for vision in VISIONS
    }
    for first, second in itertools.combinations(range(len(series)), 2):
        hexes = (colors[first].hex, colors[second].hex)
        for vision, labs in seen.items():
            yield series[first], series[second], hexes, vision, delta_e(labs[first], labs[second])
