"""Token values as CSS text, colours kept apart so that a scheme can still change them.

One token may be several properties: typography is a ``font`` shorthand and a letter spacing.
Which value holds where on a page is the work of :mod:`designsys.tokens.outputs.css`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from designsys.tokens.color import Color
from designsys.tokens.token import Token
from designsys.tokens.values import FONT_WEIGHTS

__all__ = ["Pieces", "css_color", "css_text", "declarations", "property_name"]

Pieces = tuple[str | Color, ...]
"""A CSS value in order: text, and the colours in it."""

_NO_IDENTIFIER = re.compile(r"[^\w-]")

# Family names that are keywords, which a quotation mark would turn into the name of a font.
_GENERIC = re.compile(
    r"serif|sans-serif|monospace|cursive|fantasy|math|emoji|system-ui|ui-[a-z-]+|-apple-system|BlinkMacSystemFont"
)


def property_name(token: Token) -> str:
    """``--ds-`` and the names joined by dashes; ``$root`` goes by its group's name."""
    names = [name for name in token.names if name != "$root"]
    return "--ds-" + _NO_IDENTIFIER.sub("-", "-".join(names))


def declarations(token: Token) -> dict[str, Pieces]:
    """The custom properties of a token, by name."""
    name = property_name(token)
    if token.type == "typography":
        value = token.value
        weight, size, family = (
            _weight(value["fontWeight"]),
            _measure(value["fontSize"]),
            _families(value["fontFamily"]),
        )
        return {
            name: (f"{weight} {size}/{_number(value['lineHeight'])} {family}",),
            f"{name}-letter-spacing": (_measure(value["letterSpacing"]),),
        }
    return {name: _joined(_WRITERS[token.type](token.value))}


def css_text(pieces: Pieces) -> str:
    """A value as it is written when nothing changes it."""
    return "".join(piece if isinstance(piece, str) else css_color(piece) for piece in pieces)


def css_color(color: Color) -> str:
    """``#rrggbb``, or ``rgb(r g b / a)`` when it is see-through."""
    if color.alpha == 1:
        return color.hex
    red, green, blue = (int(color.hex[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red} {green} {blue} / {_number(color.alpha)})"


def _joined(pieces: Pieces) -> Pieces:
    """Neighbouring texts made one, so that equal values have equal pieces."""
    result: list[str | Color] = []
    for piece in pieces:
        if isinstance(piece, str) and result and isinstance(result[-1], str):
            result[-1] += piece
        else:
            result.append(piece)
    return tuple(result)


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _measure(value: dict[str, Any]) -> str:
    return _number(value["value"]) + str(value["unit"])


def _weight(value: Any) -> str:
    return _number(FONT_WEIGHTS[value] if isinstance(value, str) else value)


def _families(value: Any) -> str:
    names = value if isinstance(value, list) else [value]
    return ", ".join(name if _GENERIC.fullmatch(name) else _quoted(name) for name in names)


def _quoted(text: str) -> str:
    # CSS Syntax 3 § 4.3.5: a line break ends a string, so it must be written as an escape.
    return '"' + re.sub(r'["\\\n\r\f<]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'


def _bezier(value: list[float]) -> str:
    return f"cubic-bezier({', '.join(_number(number) for number in value)})"


def _stroke(value: Any) -> str:
    # CSS has no dash pattern; the format's own text names ``dashed`` as the fallback.
    return value if isinstance(value, str) else "dashed"


def _border(value: dict[str, Any]) -> Pieces:
    return (f"{_measure(value['width'])} {_stroke(value['style'])} ", Color.of(value["color"]))


def _shadow(value: Any) -> Pieces:
    pieces: list[str | Color] = []
    for layer in value if isinstance(value, list) else [value]:
        lengths = " ".join(_measure(layer[part]) for part in ("offsetX", "offsetY", "blur", "spread"))
        pieces += [
            ", " if pieces else "",
            f"{'inset ' if layer.get('inset') else ''}{lengths} ",
            Color.of(layer["color"]),
        ]
    return tuple(pieces)


def _stops(value: list[Any]) -> list[dict[str, Any]]:
    return [stop for item in value for stop in (_stops(item) if isinstance(item, list) else [item])]


def _gradient(value: list[Any]) -> Pieces:
    pieces: list[str | Color] = []
    for stop in _stops(value):
        position = min(1, max(0, stop["position"])) * 100
        pieces += [", " if pieces else "", Color.of(stop["color"]), f" {_number(position)}%"]
    return tuple(pieces)


def _transition(value: dict[str, Any]) -> Pieces:
    return (f"{_measure(value['duration'])} {_bezier(value['timingFunction'])} {_measure(value['delay'])}",)


_WRITERS: dict[str, Callable[[Any], Pieces]] = {
    "color": lambda value: (Color.of(value),),
    "dimension": lambda value: (_measure(value),),
    "fontFamily": lambda value: (_families(value),),
    "fontWeight": lambda value: (_weight(value),),
    "duration": lambda value: (_measure(value),),
    "cubicBezier": lambda value: (_bezier(value),),
    "number": lambda value: (_number(value),),
    "strokeStyle": lambda value: (_stroke(value),),
    "border": _border,
    "transition": _transition,
    "shadow": _shadow,
    "gradient": _gradient,
}
