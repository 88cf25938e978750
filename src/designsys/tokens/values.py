"""The thirteen DTCG types: which parts a value has, and what each part may be.

Values come here with their references already followed; nothing here knows of
files, tokens or other values.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from designsys.tokens.color import SPACES
from designsys.tokens.pointer import Path

__all__ = ["FONT_WEIGHTS", "PARTS", "TYPES", "ValueFault", "check_leaf"]

PARTS: dict[str, dict[str, str]] = {
    "border": {"color": "color", "width": "dimension", "style": "strokeStyle"},
    "transition": {"duration": "duration", "delay": "duration", "timingFunction": "cubicBezier"},
    "shadow": {
        "color": "color",
        "offsetX": "dimension",
        "offsetY": "dimension",
        "blur": "dimension",
        "spread": "dimension",
        "inset": "boolean",
    },
    "gradient": {"color": "color", "position": "number"},
    "typography": {
        "fontFamily": "fontFamily",
        "fontSize": "dimension",
        "fontWeight": "fontWeight",
        "letterSpacing": "dimension",
        "lineHeight": "number",
    },
    "strokeStyle": {"dashArray": "dashArray", "lineCap": "lineCap"},
}
"""The composite types: the type of each part. ``gradient`` names the parts of one stop."""

OPTIONAL_PARTS = {"inset"}

FONT_WEIGHTS = {
    "thin": 100, "hairline": 100, "extra-light": 200, "ultra-light": 200, "light": 300,
    "normal": 400, "regular": 400, "book": 400, "medium": 500, "semi-bold": 600, "demi-bold": 600,
    "bold": 700, "extra-bold": 800, "ultra-bold": 800, "black": 900, "heavy": 900,
    "extra-black": 950, "ultra-black": 950,
}  # fmt: skip
"""The names a font weight may have, and the number that each stands for."""

_STROKES = ("solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset")
_CAPS = ("round", "butt", "square")


class ValueFault(Exception):
    """A value that its type does not allow.

    :param en: what to write instead, in English (follows "is not a …: ").
    :param ja: the same in Japanese.
    :param path: the way from the value to the part at fault.
    """

    def __init__(self, en: str, ja: str, path: Path = ()) -> None:
        super().__init__(en)
        self.en = en
        self.ja = ja
        self.path = path


def is_number(value: object) -> bool:
    """Whether a JSON value is a finite number (``true`` is not one, ``1e999`` neither)."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _one_of(allowed: tuple[str, ...]) -> tuple[str, str]:
    words = ", ".join(allowed)
    return f"write one of {words}", f"{words} のどれかを書いてください"


def _require(holds: bool, en: str, ja: str, *path: str) -> None:
    if not holds:
        raise ValueFault(en, ja, path)


def check_parts(value: dict[str, Any], allowed: set[str], required: set[str]) -> None:
    """Refuse an object that lacks a part or has one that its type does not know.

    :raises ValueFault: naming the part.
    """
    for name in sorted(required - value.keys()):
        raise ValueFault(f"it lacks '{name}'", f"「{name}」がありません")
    for name in value:
        words = ", ".join(sorted(allowed))
        _require(
            name in allowed, f"it has no part '{name}'; write {words}",
            f"「{name}」という部分はありません。あるのは {words} です", name,
        )  # fmt: skip


def _measure(units: tuple[str, str], example: str) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        shape = f'{{"value": {example}, "unit": "{units[0]}"}}'
        _require(
            isinstance(value, dict), f"write an object such as {shape}", f"{shape} のように書いてください"
        )
        check_parts(value, {"value", "unit"}, {"value", "unit"})
        _require(is_number(value["value"]), "write a number", "数を書いてください", "value")
        _require(value["unit"] in units, *_one_of(units), "unit")

    return check


def _color(value: Any) -> None:
    shape = '{"colorSpace": "srgb", "components": [1, 0, 0], "hex": "#ff0000"}'
    _require(isinstance(value, dict), f"write an object such as {shape}", f"{shape} のように書いてください")
    check_parts(value, {"colorSpace", "components", "alpha", "hex"}, {"colorSpace", "components"})
    space, components = value["colorSpace"], value["components"]
    known = isinstance(space, str) and space in SPACES
    _require(known, *_one_of(tuple(SPACES)), "colorSpace")
    three = isinstance(components, list) and len(components) == 3
    _require(three, "write three components", "成分を三つ書いてください", "components")
    for index, (component, (low, high, open_end)) in enumerate(zip(components, SPACES[space], strict=True)):
        if component == "none":
            continue
        fits = (
            is_number(component)
            and low <= component
            and (component < high if open_end else component <= high)
        )
        bound = f"from {low:g} to {'below ' if open_end else ''}{high:g}"
        limits = f"{low:g} 以上 {high:g} {'未満' if open_end else '以下'}"
        if math.isinf(high):
            bound, limits = (
                ("that is finite", "有限") if math.isinf(low) else (f"of {low:g} or more", f"{low:g} 以上")
            )
        _require(
            fits, f'write a number {bound}, or "none"', f"{limits}の数か \"none\" を書いてください",
            "components", str(index),
        )  # fmt: skip
    alpha = value.get("alpha", 1)
    _require(
        is_number(alpha) and 0 <= alpha <= 1,
        "write a number from 0 to 1",
        "0 以上 1 以下の数を書いてください",
        "alpha",
    )
    text = value.get("hex", "#000000")
    six = (
        isinstance(text, str)
        and len(text) == 7
        and text[0] == "#"
        and not set(text[1:]) - set("0123456789abcdefABCDEF")
    )
    _require(six, "write # and six hexadecimal digits", "# と 16 進数 6 桁を書いてください", "hex")


def _font_family(value: Any) -> None:
    names = value if isinstance(value, list) else [value]
    right = bool(names) and all(isinstance(name, str) and name.strip() for name in names)
    _require(right, "write a font name, or a list of them", "書体の名前か、その一覧を書いてください")


def _font_weight(value: Any) -> None:
    right = 1 <= value <= 1000 if is_number(value) else isinstance(value, str) and value in FONT_WEIGHTS
    _require(
        right,
        "write a number from 1 to 1000, or a name such as bold",
        "1 以上 1000 以下の数か、bold のような名前を書いてください",
    )


def _cubic_bezier(value: Any) -> None:
    four = isinstance(value, list) and len(value) == 4 and all(is_number(number) for number in value)
    _require(four, "write four numbers", "数を四つ書いてください")
    for index in (0, 2):
        _require(
            0 <= value[index] <= 1,
            "write a number from 0 to 1",
            "0 以上 1 以下の数を書いてください",
            str(index),
        )


def _choice(allowed: tuple[str, ...]) -> Callable[[Any], None]:
    return lambda value: _require(isinstance(value, str) and value in allowed, *_one_of(allowed))


def _composite(value: Any) -> None:
    raise ValueFault("write an object with its parts", "部分を持つオブジェクトを書いてください")


_LEAVES: dict[str, Callable[[Any], None]] = {
    "color": _color,
    "dimension": _measure(("px", "rem"), "16"),
    "fontFamily": _font_family,
    "fontWeight": _font_weight,
    "duration": _measure(("ms", "s"), "200"),
    "cubicBezier": _cubic_bezier,
    "number": lambda value: _require(is_number(value), "write a number", "数を書いてください"),
    "strokeStyle": _choice(_STROKES),
    "border": _composite,
    "transition": _composite,
    "shadow": _composite,
    "gradient": lambda value: _require(False, "write a list of stops", "色の位置の一覧を書いてください"),
    "typography": _composite,
}

TYPES = tuple(_LEAVES)
"""The names that ``$type`` may have, in the order of the format's text."""

_INNER: dict[str, Callable[[Any], None]] = {
    "boolean": lambda value: _require(
        isinstance(value, bool), "write true or false", "true か false を書いてください"
    ),
    "lineCap": _choice(_CAPS),
    "dashArray": lambda value: _require(False, "write a list of dimensions", "長さの一覧を書いてください"),
}


def check_leaf(kind: str, value: Any) -> None:
    """Refuse a value that is not of its type.

    :param kind: one of :data:`TYPES`, or the type of a part.
    :param value: a JSON value without references; not the object form of a composite type,
        whose parts are checked one by one.
    :raises ValueFault: with what to write instead.
    """
    (_LEAVES.get(kind) or _INNER[kind])(value)
