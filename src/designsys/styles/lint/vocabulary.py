"""The tokens as a writer of CSS should use them: which exist, and which is meant by a raw value.

A suggestion is the nearest value of a fitting kind; whether its meaning fits too, a person must see.
"""

from __future__ import annotations

import math
import re
from functools import cached_property

import tinycss2.color4

from designsys.errors import nearest
from designsys.tokens import Color, Property

__all__ = ["Vocabulary", "color_of", "pixels"]

_UNITS = {
    "px": 1.0,
    "rem": 16.0,
    "em": 16.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
    "q": 2.4 / 2.54,
}
_LENGTH = re.compile(r"(-?[\d.]+)(px|rem)\Z")

# Which tokens serve a property, the first fitting row; colours by what they are for.
_COLORS = (
    (
        re.compile(r"^(background|accent)"),
        re.compile(r"background|subtle|primary(-hover|-active)?$|-(error|success|warning|info)$"),
    ),
    (
        re.compile(r"^(border|outline|column-rule)|shadow"),
        re.compile(r"border|focus|primary$|brand|-color-(error|success|warning|info)$"),
    ),
    (re.compile(r""), re.compile(r"color-(text|on-|link|primary|code|error$|success$|warning$|info$|brand)")),
)
_LENGTHS = (
    (re.compile(r"^(font|font-size)$"), "font.size-"),
    (re.compile(r"letter-spacing|word-spacing"), "type."),
    (re.compile(r"radius"), "radius."),
    (
        re.compile(
            r"^(margin|padding|gap|row-gap|column-gap|inset|scroll-|text-indent)|^(top|right|bottom|left)$"
        ),
        "space.",
    ),
    (re.compile(r""), "size."),
)


class Vocabulary:
    """The published tokens.

    :param tokens: every published custom property by name.
    """

    def __init__(self, tokens: dict[str, Property]) -> None:
        self.tokens = tokens

    @cached_property
    def breakpoints(self) -> dict[str, Property]:
        """The breakpoint tokens by the literal value that ``@media`` may write."""
        return {token.value: token for token in self.tokens.values() if token.is_breakpoint}

    def nearest_name(self, name: str) -> str | None:
        """The token that looks most like ``name``."""
        return nearest(name, self.tokens)

    def nearest_color(self, color: Color, property_name: str) -> str | None:
        """The colour token that looks most like ``color``, of those that serve the property."""
        fitting = next(names for pattern, names in _COLORS if pattern.search(property_name))
        colors = {name: known for name, known in self._colors.items() if fitting.search(name)} or self._colors
        return min(colors, key=lambda name: _distance(colors[name], color), default=None)

    def nearest_length(self, size: float, property_name: str) -> str | None:
        """The length token nearest to ``size`` pixels, of those that serve the property."""
        group = next(prefix for pattern, prefix in _LENGTHS if pattern.search(property_name))
        sizes = {
            token.name: pixels(float(match[1]), match[2]) or 0
            for token in self.tokens.values()
            if token.type == "dimension"
            and token.token.startswith(group)
            and (match := _LENGTH.match(token.value))
        }
        sizes = {name: known for name, known in sizes.items() if known > 0}
        return min(sizes, key=lambda name: abs(sizes[name] - abs(size)), default=None)

    @cached_property
    def _colors(self) -> dict[str, Color]:
        found = {}
        for token in self.tokens.values():
            color = (
                color_of(tinycss2.parse_one_component_value(token.value)) if token.type == "color" else None
            )
            if color is not None:
                found[token.name] = color
        return found


def color_of(node: object) -> Color | None:
    """The colour that a node of tinycss2 is; None for ``currentcolor``, ``transparent`` and what is no colour."""
    parsed = tinycss2.color4.parse_color(node)
    if parsed is None or parsed == "currentcolor" or getattr(node, "lower_value", "") == "transparent":
        return None
    components = [0.0 if part is None else float(part) for part in parsed.coordinates]
    return Color.of({"colorSpace": parsed.space, "components": components, "alpha": parsed.alpha})


def pixels(value: float, unit: str) -> float | None:
    """A length in pixels at the browser's own text size; None for units that are measured on the page."""
    return value * _UNITS[unit.lower()] if unit.lower() in _UNITS else None


def _distance(one: Color, other: Color) -> float:
    """The distance in OKLab, which is about what the eye sees."""
    points = []
    for color in (one, other):
        lightness, chroma, hue = color.oklch
        turn = math.radians(hue)
        points.append((lightness, chroma * math.cos(turn), chroma * math.sin(turn)))
    return math.dist(points[0], points[1])
