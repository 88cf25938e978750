"""CSS colours as people write them: names, ``#…``, ``rgb()`` to ``oklch()`` and ``color()`` (CSS Color 4).

The syntax is read by tinycss2. Colours that depend on where they stand (``currentColor``, system colours,
``light-dark()``) or on other colours (``color-mix()``, ``from``) are none that a theme can be made of.
"""

from __future__ import annotations

from designsys.tokens.color import SPACES, Color
from designsys.tokens.errors import TokenError

__all__ = ["parse_color"]

_LONGEST = 200


def parse_color(text: str) -> Color:
    """The colour that a CSS text names; components out of range are clamped, as CSS does.

    :param text: such as ``#E60012``, ``rebeccapurple`` or ``oklch(0.6 0.2 25)``.
    :raises TokenError: when it is no colour.
    """
    # Imported here: what builds tokens reads no CSS, and starts quicker without a parser for it.
    from tinycss2 import color4

    found = color4.parse_color(text.strip()) if len(text) <= _LONGEST else None
    if found is None or isinstance(found, str):
        shown = text if len(text) <= 40 else text[:39] + "…"
        raise TokenError(
            en=f"'{shown}' is not a colour of CSS; write one such as #e60012, rgb(230 0 18) or crimson.",
            ja=f"「{shown}」は CSS の色ではありません。#e60012、rgb(230 0 18)、crimson のように書いてください。",
        )
    components = [
        min(high, max(low, part or 0.0)) % 360 if open_end else min(high, max(low, part or 0.0))
        for part, (low, high, open_end) in zip(found.coordinates, SPACES[found.space], strict=True)
    ]
    return Color.of({"colorSpace": found.space, "components": components, "alpha": found.alpha or 0.0})
