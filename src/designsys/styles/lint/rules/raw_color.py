"""Colours that are not tokens: they stay as they are in dark, in high contrast and in a municipality's theme.

Their contrast is never proven (WCAG 1.4.3, 1.4.11). The system's colours are right where
forced colours are active, and only there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from designsys.styles.lint.sheet import Declaration, Fault, Node, Sheet, tokens_in
from designsys.styles.lint.vocabulary import Vocabulary, color_of

__all__ = ["check"]

# CSS Color 4 § 6.2, with those of appendix A that browsers still know.
_SYSTEM = frozenset(
    """
    accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext
    graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext
    activeborder activecaption appworkspace background buttonhighlight buttonshadow captiontext inactiveborder
    inactivecaption inactivecaptiontext infobackground infotext menu menutext scrollbar threeddarkshadow threedface
    threedhighlight threedlightshadow threedshadow window windowframe windowtext
    """.split()  # forty strings would be harder to compare with the standard
)
_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "device-cmyk"}
# Elsewhere a word such as "tan" may name an area, an animation or a font.
_TAKES_COLOR = re.compile(
    r"color|background|border|outline|shadow|fill|stroke|filter|column-rule|mask|text-decoration|text-emphasis|^--"
)


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each colour written out, and each system colour outside forced colours."""
    for declaration in sheet.declarations:
        for node in tokens_in(declaration.node.value):
            if _is_color(node, declaration):
                near = tokens.nearest_color(color, declaration.name) if (color := color_of(node)) else None
                written = node.serialize()
                yield Fault(
                    node,
                    en=f"{written} is a raw colour; use "
                    + (f"var({near})." if near else "a token, var(--ds-color-…)."),
                    ja=f"{written} は色の直書きです。"
                    + (f"var({near})" if near else "トークン var(--ds-color-…)")
                    + " を使ってください。",
                )
            elif _is_system(node, declaration) and not declaration.in_forced_colors:
                yield Fault(
                    node,
                    en=f"{node.value} is a system colour; use a token, and this only inside @media (forced-colors: active).",
                    ja=f"{node.value} はシステムの色です。トークンを使い、これは @media (forced-colors: active) の中だけにしてください。",
                )


def _is_color(node: Node, declaration: Declaration) -> bool:
    if node.type == "hash":
        return color_of(node) is not None
    if node.type == "function":
        return node.lower_name in _FUNCTIONS
    return node.type == "ident" and bool(_TAKES_COLOR.search(declaration.name)) and color_of(node) is not None


def _is_system(node: Node, declaration: Declaration) -> bool:
    return (
        node.type == "ident" and node.lower_value in _SYSTEM and bool(_TAKES_COLOR.search(declaration.name))
    )
