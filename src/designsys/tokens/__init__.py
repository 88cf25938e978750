"""Design tokens: DTCG 2025.10 files read, resolved for each theme and scheme, proven, written to CSS.

Nothing here knows of components.
"""

from __future__ import annotations

from designsys.tokens.color import Color
from designsys.tokens.contrast import contrast_ratio
from designsys.tokens.document import Document
from designsys.tokens.errors import Place, TokenError, TokenErrors
from designsys.tokens.outputs import build, outputs
from designsys.tokens.proof import Pair, exempt, prove
from designsys.tokens.properties import Property, properties, themes
from designsys.tokens.series import Distance, distances
from designsys.tokens.system import TokenSystem, load
from designsys.tokens.theme import Theme, new_theme
from designsys.tokens.theme_choice import choose_themes
from designsys.tokens.token import Token

__all__ = [
    "Color",
    "Distance",
    "Document",
    "Pair",
    "Place",
    "Property",
    "Theme",
    "Token",
    "TokenError",
    "TokenErrors",
    "TokenSystem",
    "build",
    "choose_themes",
    "contrast_ratio",
    "css",
    "distances",
    "exempt",
    "load",
    "new_theme",
    "outputs",
    "properties",
    "prove",
    "themes",
]


def css(system: TokenSystem | None = None) -> str:
    """The custom properties of a token system as a style sheet, once every pair is proven.

    :param system: designsys' own tokens when left out.
    :raises TokenError: when a pair misses its contrast, or CSS cannot say a token.
    """
    return build(system or load(), "css")
