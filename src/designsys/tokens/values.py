"""The thirteen DTCG types: which parts a value has, and what each part may be.

Values come here with their references already followed; nothing here knows of
files, tokens or other values.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from designsys.tokens.color import SPACES
from designsys.tokens.errors import hint, near_name
from designsys.tokens.pointer import Path

__all__ = ["FONT_WEIGHTS", "PARTS", "TYPES", "ValueFault", "is_number", "leaf_faults", "part_faults"]

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

_OPTIONAL_PARTS = {"inset", "alpha", "hex"}

FONT_WEIGHTS = {
    "thin": 100, "hairline": 100, "extra-light": 200, "ultra-light": 200, "light": 300,
    "normal": 400, "regular": 400, "book": 400, "medium": 500, "semi-bold": 600, "demi-bold": 600,
    "bold": 700, "extra-bold": 800, "ultra-bold": 800, "black": 900, "heavy": 900,
    "extra-black": 950, "ultra-black": 950,
}  # fmt: skip
"""The names a font weight may have, and the number that each stands for."""

_GREATEST = sys.float_info.max

_STROKES = ("solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset")
_CAPS = ("round", "butt", "square")


@dataclass(frozen=True, slots=True)
class ValueFault:
    """What in a value its type does not allow.

    :param en: what to write instead, in English (follows "is not a …: ").
    :param ja: the same in Japanese.
    :param path: the way from the value to the part at fault.
    :param near: a closing question with the nearest right name, in English and Japanese.
    """

    en: str
    ja: str
    path: Path = ()
    near: tuple[str, str] = ("", "")


_Check = Callable[[Any], Iterator[ValueFault]]


def is_number(value: object) -> bool:
    """Whether a JSON value is a number that floats can hold (``true`` is not one, ``1e999`` neither)."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _GREATEST


def _one_of(value: object, allowed: tuple[str, ...], *path: str) -> Iterator[ValueFault]:
    if not isinstance(value, str) or value not in allowed:
        words = ", ".join(allowed)
        near = hint(str(value), list(allowed))
        yield ValueFault(f"write one of {words}", f"{words} のどれかを書いてください", path, near)


def part_faults(value: dict[str, Any], allowed: Iterable[str]) -> Iterator[ValueFault]:
    """The parts that an object lacks, and those that its type does not know.

    :param allowed: the names of all parts; ``inset``, ``alpha`` and ``hex`` may be left out.
    """
    absent = [name for name in allowed if name not in value]
    unknown = [name for name in value if name not in allowed]
    # The part that is absent may be there under another spelling, which is then the one fault.
    meant = {near_name(name, absent) for name in unknown}
    for name in absent:
        if name not in _OPTIONAL_PARTS and name not in meant:
            yield ValueFault(f"it lacks '{name}'", f"「{name}」がありません")
    for name in unknown:
        words = ", ".join(sorted(allowed))
        yield ValueFault(
            f"it has no part '{name}'; write {words}",
            f"「{name}」という部分はありません。あるのは {words} です",
            (name,),
            hint(name, absent),
        )


def _measure(units: tuple[str, str], example: str) -> _Check:
    shape = f'{{"value": {example}, "unit": "{units[0]}"}}'

    def check(value: Any) -> Iterator[ValueFault]:
        if not isinstance(value, dict):
            yield ValueFault(f"write an object such as {shape}", f"{shape} のように書いてください")
            return
        yield from part_faults(value, ("value", "unit"))
        if "value" in value and not is_number(value["value"]):
            yield ValueFault("write a number", "数を書いてください", ("value",))
        if "unit" in value and value["unit"] not in units:
            yield from _one_of(value["unit"], units, "unit")

    return check


def _color(value: Any) -> Iterator[ValueFault]:
    if not isinstance(value, dict):
        shape = '{"colorSpace": "srgb", "components": [1, 0, 0], "hex": "#ff0000"}'
        yield ValueFault(f"write an object such as {shape}", f"{shape} のように書いてください")
        return
    yield from part_faults(value, ("alpha", "colorSpace", "components", "hex"))
    space, components = value.get("colorSpace"), value.get("components")
    known = isinstance(space, str) and space in SPACES
    if "colorSpace" in value and not known:
        yield from _one_of(space, tuple(SPACES), "colorSpace")
    if isinstance(components, list) and len(components) == 3:
        if known:
            yield from _component_faults(components, SPACES[str(space)])
    elif "components" in value:
        yield ValueFault("write three components", "成分を三つ書いてください", ("components",))
    alpha = value.get("alpha", 1)
    if not is_number(alpha) or not 0 <= alpha <= 1:
        yield ValueFault("write a number from 0 to 1", "0 以上 1 以下の数を書いてください", ("alpha",))
    text = value.get("hex")
    if "hex" in value and not (isinstance(text, str) and _HEX.fullmatch(text)):
        yield ValueFault("write # and six hexadecimal digits", "# と 16 進数 6 桁を書いてください", ("hex",))


_HEX = re.compile("#[0-9a-fA-F]{6}")


def _component_faults(
    components: list[Any], limits: tuple[tuple[float, float, bool], ...]
) -> Iterator[ValueFault]:
    for index, (component, (low, high, open_end)) in enumerate(zip(components, limits, strict=True)):
        if component == "none" or (
            is_number(component)
            and low <= component
            and (component < high if open_end else component <= high)
        ):
            continue
        bound = f"from {low:g} to {'below ' if open_end else ''}{high:g}"
        limit = f"{low:g} 以上 {high:g} {'未満' if open_end else '以下'}"
        if math.isinf(high):
            bound = "that is finite" if math.isinf(low) else f"of {low:g} or more"
            limit = "有限" if math.isinf(low) else f"{low:g} 以上"
        yield ValueFault(
            f'write a number {bound}, or "none"',
            f'{limit}の数か "none" を書いてください',
            ("components", str(index)),
        )


def _font_family(value: Any) -> Iterator[ValueFault]:
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) and name.strip() for name in names):
        yield ValueFault("write a font name, or a list of them", "書体の名前か、その一覧を書いてください")


def _font_weight(value: Any) -> Iterator[ValueFault]:
    if not (1 <= value <= 1000 if is_number(value) else isinstance(value, str) and value in FONT_WEIGHTS):
        yield ValueFault(
            "write a number from 1 to 1000, or a name such as bold",
            "1 以上 1000 以下の数か、bold のような名前を書いてください",
            (),
            hint(str(value), list(FONT_WEIGHTS)) if isinstance(value, str) else ("", ""),
        )


def _cubic_bezier(value: Any) -> Iterator[ValueFault]:
    if not (isinstance(value, list) and len(value) == 4):
        yield ValueFault("write four numbers", "数を四つ書いてください")
        return
    for index, number in enumerate(value):
        if not is_number(number):
            yield ValueFault("write a number", "数を書いてください", (str(index),))
        elif index in (0, 2) and not 0 <= number <= 1:
            yield ValueFault("write a number from 0 to 1", "0 以上 1 以下の数を書いてください", (str(index),))


def _number(value: Any) -> Iterator[ValueFault]:
    if not is_number(value):
        yield ValueFault("write a number", "数を書いてください")


def _boolean(value: Any) -> Iterator[ValueFault]:
    if not isinstance(value, bool):
        yield ValueFault("write true or false", "true か false を書いてください")


def _choice(allowed: tuple[str, ...]) -> _Check:
    return lambda value: _one_of(value, allowed)


def _never(en: str, ja: str) -> _Check:
    """For the types whose right form is checked part by part: whatever comes here is wrong."""

    def check(value: Any) -> Iterator[ValueFault]:
        yield ValueFault(en, ja)

    return check


_composite = _never("write an object with its parts", "部分を持つオブジェクトを書いてください")

_LEAVES: dict[str, _Check] = {
    "color": _color,
    "dimension": _measure(("px", "rem"), "16"),
    "fontFamily": _font_family,
    "fontWeight": _font_weight,
    "duration": _measure(("ms", "s"), "200"),
    "cubicBezier": _cubic_bezier,
    "number": _number,
    "strokeStyle": _choice(_STROKES),
    "border": _composite,
    "transition": _composite,
    "shadow": _composite,
    "gradient": _never("write a list of stops", "色の位置の一覧を書いてください"),
    "typography": _composite,
}

TYPES = tuple(_LEAVES)
"""The names that ``$type`` may have, in the order of the format's text."""

_INNER: dict[str, _Check] = {
    "boolean": _boolean,
    "lineCap": _choice(_CAPS),
    "dashArray": _never("write a list of dimensions", "長さの一覧を書いてください"),
}


def leaf_faults(kind: str, value: Any) -> list[ValueFault]:
    """What is wrong with a value of a type.

    :param kind: one of :data:`TYPES`, or the type of a part.
    :param value: a JSON value without references; not the object form of a composite type,
        whose parts are checked one by one.
    """
    return list((_LEAVES.get(kind) or _INNER[kind])(value))
