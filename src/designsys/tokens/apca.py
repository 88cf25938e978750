"""APCA lightness contrast (APCA-W3 0.1.9, 4g constants), for information beside the proof.

No standard asks for it yet, and it decides nothing here: WCAG 2.2 ratios do
(:mod:`designsys.tokens.contrast`).
"""

from __future__ import annotations

from designsys.tokens.color import Color

__all__ = ["lightness_contrast"]


def lightness_contrast(foreground: Color, background: Color) -> float:
    """APCA Lc, about -108 (white on black) to 106 (black on white); 0 when hardly anything is seen.

    :param foreground: the text; where it is see-through, as it is seen on the background.
    :param background: the ground, opaque.
    """
    text, ground = _screen(foreground.over(background)), _screen(background)
    if abs(ground - text) < 0.0005:
        return 0.0
    if ground > text:
        contrast = (ground**0.56 - text**0.57) * 1.14
        return 0.0 if contrast < 0.1 else (contrast - 0.027) * 100
    contrast = (ground**0.65 - text**0.62) * 1.14
    return 0.0 if contrast > -0.1 else (contrast + 0.027) * 100


def _screen(color: Color) -> float:
    """Luminance as APCA estimates it, with its soft clamp near black."""
    light = 0.2126729 * color.red**2.4 + 0.7151522 * color.green**2.4 + 0.0721750 * color.blue**2.4
    return float(light + (0.022 - light) ** 1.414) if light < 0.022 else float(light)
