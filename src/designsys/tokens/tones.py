"""The tones of a theme: from one brand colour, lighter and darker colours of the same hue.

Each tone is placed by its WCAG luminance, so that what it owes in contrast holds for every hue; that it
does is proven afterwards (:mod:`designsys.tokens.proof`). The colour's hue is kept, its chroma never grows.
"""

from __future__ import annotations

from designsys.tokens.color import Color
from designsys.tokens.contrast import relative_luminance

__all__ = ["PRIMARY_AT_MOST", "Scale", "scale", "tone", "visited"]

Scale = dict[str, Color]
"""Colours by step, from ``50`` (nearly white) to ``1300`` (nearly black)."""

PRIMARY_AT_MOST = 0.15
"""Luminance of a colour that has 4.5:1 on every ground of the light scheme, error-subtle being the darkest."""

_DARK_AT_LEAST = 0.48
"""Luminance of a colour that has 7:1 on every ground of the dark scheme."""

_HIGH_CONTRAST_AT_MOST = 0.085
"""Luminance of a colour that has 7:1 on white, with room for a screen's 8 bits."""

_NEARLY_BLACK = 0.03
"""Luminance under which a colour cannot be darkened visibly: its hover is lighter."""

# How much of the brand's chroma each step keeps: tinted grounds stay quiet, and so do the darkest.
_KEPT = {"50": 0.12, "100": 0.25, "200": 0.5, "300": 0.8, "1100": 0.9, "1200": 0.8, "1300": 0.35}

_MUTED = 0.035
"""Chroma of a visited link: told from a link by paleness, since its hue is the brand's."""

_COLORED = 0.04
"""Chroma from which a hue is seen; below it eight bits a channel cannot keep one."""


def scale(brand: Color) -> Scale:
    """The steps of a brand colour.

    ``900`` carries text and buttons in the light scheme, ``300`` in the dark, ``1100`` in high contrast; the brand
    colour itself is among them wherever it has the contrast.

    :param brand: an opaque colour.
    """
    own = relative_luminance(brand)
    text = min(own, PRIMARY_AT_MOST)
    night = own if _DARK_AT_LEAST <= own <= 0.85 else 0.52
    bright = max(0.68, night + 0.35 * (1 - night))
    darker = text >= _NEARLY_BLACK
    steps = {
        "50": 0.9,
        "100": max(0.8, bright + 0.35 * (1 - bright)),
        "200": bright,
        "300": night,
        "400": 0.38,
        **{str(100 * step): 0.38 * (text / 0.38 + 0.001) ** ((step - 4) / 5) for step in (5, 6, 7, 8)},
        "900": text,
        "1000": text * 0.55 if darker else 0.035,
        "1100": min(_HIGH_CONTRAST_AT_MOST, text * 0.45 if darker else text),
        "1200": text * 0.25 if darker else 0.06,
        "1300": 0.018,
    }
    found = {step: tone(brand, luminance, _KEPT.get(step, 1.0)) for step, luminance in steps.items()}
    exact = {step: brand for step in ("300", "900", "1100") if steps[step] == own}
    return {**found, **exact}


def visited(brand: Color) -> dict[str, Color]:
    """A visited link for each scheme: the brand's hue, pale, with the contrast of text."""
    chroma = brand.oklch[1]
    kept = min(1.0, _MUTED / chroma) if chroma else 1.0
    luminances = {"light": 0.13, "dark": 0.52, "high-contrast": _HIGH_CONTRAST_AT_MOST}
    return {scheme: tone(brand, luminance, kept) for scheme, luminance in luminances.items()}


def tone(brand: Color, luminance: float, kept: float = 1.0) -> Color:
    """The colour of the brand's hue that has a luminance.

    :param luminance: WCAG relative luminance, 0 to 1.
    :param kept: how much of the brand's chroma it keeps at most, 0 to 1; a screen may show less.
    """
    _, chroma, hue = brand.oklch
    chroma *= kept
    while True:
        found = _at_luminance(luminance, chroma, hue)
        _, seen, turned = found.oklch
        # In the darkest tones a step of eight bits turns the hue: a grayer one has none to turn.
        if seen < _COLORED or abs((turned - hue + 180) % 360 - 180) <= 4:
            return found
        chroma = min(chroma, seen) * 0.8


def _at_luminance(luminance: float, chroma: float, hue: float) -> Color:
    low, high = 0.0, 1.0
    for _ in range(14):
        middle = (low + high) / 2
        red, green, blue = Color.from_oklch(middle, chroma, hue).linear
        if 0.2126 * red + 0.7152 * green + 0.0722 * blue < luminance:
            low = middle
        else:
            high = middle
    return Color.from_hex(Color.from_oklch((low + high) / 2, chroma, hue).hex)
