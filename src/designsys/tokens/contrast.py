"""Contrast of two colours by WCAG 2.2, and the nearest colour that has enough of it.

Ratios are exact and never rounded; colours are judged as the eight bits a channel
that a screen shows. Which pairs owe which ratio is not known here.
"""

from __future__ import annotations

import math
from functools import lru_cache

from designsys.tokens.color import Color

__all__ = ["contrast_ratio", "floor_ratio", "nearest_passing", "relative_luminance"]


# A proof asks for each of some fifty colours a hundred times.
@lru_cache(maxsize=4096)
def relative_luminance(color: Color) -> float:
    """WCAG 2.2 relative luminance of an opaque colour, from 0 (black) to 1 (white)."""
    red, green, blue = (
        _LINEAR[math.floor(part * 255 + 0.5)] for part in (color.red, color.green, color.blue)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(shown: float) -> float:
    return shown / 12.92 if shown <= 0.04045 else float(((shown + 0.055) / 1.055) ** 2.4)


_LINEAR = tuple(_linear(step / 255) for step in range(256))


def contrast_ratio(foreground: Color, background: Color) -> float:
    """WCAG 2.2 contrast ratio, from 1 to 21; a see-through foreground is laid on the background first."""
    lighter, darker = relative_luminance(foreground.over(background)), relative_luminance(background)
    if lighter < darker:
        lighter, darker = darker, lighter
    return (lighter + 0.05) / (darker + 0.05)


def floor_ratio(ratio: float) -> float:
    """A ratio with two decimals, cut and not rounded: 4.4999 is 4.49, which is not 4.5."""
    return math.floor(ratio * 100 + 1e-9) / 100


def nearest_passing(color: Color, background: Color, required: float) -> Color | None:
    """The colour of the same OKLCH hue, nearest in lightness, that reaches a ratio on a background.

    :param required: the ratio owed.
    :returns: None when neither black nor white reaches it.
    """
    lightness, chroma, hue = color.oklch

    def at(candidate: float) -> Color | None:
        found = Color.from_oklch(candidate, chroma, hue)
        return found if contrast_ratio(found, background) >= required else None

    for step in range(1, 101):
        for direction in (-0.01, 0.01):
            passing, failing = lightness + direction * step, lightness + direction * (step - 1)
            if at(passing) is None or not -0.01 < passing < 1.01:
                continue
            for _ in range(8):
                middle = (passing + failing) / 2
                passing, failing = (middle, failing) if at(middle) else (passing, middle)
            return at(passing)
    return None
