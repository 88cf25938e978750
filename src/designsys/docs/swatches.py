"""The style sheet that shows tokens: a class a token, since pages under our policy have no inline style.

A published token is shown by its custom property, so that a swatch follows scheme and theme; one that CSS
does not get, by its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from designsys.tokens import Token
from designsys.tokens.css_values import css_text, declarations

__all__ = ["TOKEN", "class_name", "shape", "swatch_rules"]

TOKEN = "docs-token"
"""What the classes of designsys' own tokens begin with."""

# What a token of a type shows itself by; where a group says more than its type does, the group decides.
_BY_TYPE = {
    "color": "background",
    "gradient": "background",
    "dimension": "inline-size",
    "shadow": "box-shadow",
    "border": "border",
    "fontFamily": "font-family",
    "fontWeight": "font-weight",
    "typography": "font",
}
_BY_GROUP = {
    ("radius", "dimension"): "border-radius",
    ("font", "dimension"): "font-size",
    ("line-height", "number"): "line-height",
}


def class_name(token: Token, prefix: str = TOKEN) -> str:
    """The class that shows a token: ``docs-token-color-text``."""
    return "-".join([prefix, *(name.lstrip("$").replace(" ", "-") for name in token.names)])


def shape(token: Token) -> str:
    """The CSS property by which a token's class shows it; empty when there is nothing to be seen of it."""
    return _BY_GROUP.get((token.names[0], token.type)) or _BY_TYPE.get(token.type, "")


def swatch_rules(tokens: Iterable[Token], prefix: str = TOKEN) -> str:
    """The rules for some tokens, one a line; a colour has a second class, ``…-ink``, that writes in it."""
    return "".join(f"{rule}\n" for token in tokens for rule in _rules(token, prefix))


def _rules(token: Token, prefix: str) -> Iterator[str]:
    name = class_name(token, prefix)
    values = {
        key: f"var({key})" if token.published else css_text(pieces)
        for key, pieces in declarations(token).items()
    }
    value, *rest = values.values()
    if shape(token):
        spacing = f";letter-spacing:{rest[0]}" if rest else ""
        yield f".{name}{{{shape(token)}:{value}{spacing}}}"
    if token.type == "color":
        yield f".{name}-ink{{color:{value}}}"
