"""Token values taken apart: each colour, number and text in a composite value, and what it refers to.

For targets without composite types. What the parts are called there, and in which unit, is theirs to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from designsys.tokens.pointer import Path, parse_pointer
from designsys.tokens.shape import brace_path
from designsys.tokens.token import Token
from designsys.tokens.values import PARTS

__all__ = ["Part", "parts"]

# The types whose values are lists of parts, and the type of an item.
_ITEMS = {"shadow": "shadow", "gradient": "gradient", "dashArray": "dimension"}


@dataclass(frozen=True, slots=True)
class Part:
    """A value in a token that holds no others.

    :param type: its DTCG type, or ``boolean`` (the inset of a shadow), or ``lineCap``.
    :param value: in the shape of the type.
    :param path: the way to it in the token's value, items counted from 1; empty for a value without parts.
    :param reference: the token that it refers to, and the way from that token's value to this one.
    """

    type: str
    value: Any
    path: Path = ()
    reference: tuple[Path, Path] | None = None


def parts(token: Token) -> Iterator[Part]:
    """The parts of a token's value, in the order of the format's text.

    A gradient's stops are one list, whatever gradients it takes in; a shadow without ``inset`` is an outer one.
    """
    yield from _parts(Part(token.type, token.value), token.raw)


def _parts(part: Part, raw: Any) -> Iterator[Part]:
    if part.reference is None and (target := _target(raw)) is not None:
        part = replace(part, reference=(target, ()))
    children = _children(part, raw)
    if not children:
        yield part
    for name, kind, value, written in children:
        reference = part.reference and (part.reference[0], (*part.reference[1], name))
        yield from _parts(Part(kind, value, (*part.path, name), reference), written)


def _children(part: Part, raw: Any) -> list[tuple[str, str, Any, Any]]:
    """What a value holds: name, type, value, and that as it is written (None when it is written elsewhere)."""
    if isinstance(part.value, list) and part.type in _ITEMS:
        items = _flat(part.value)
        # A gradient that is taken in by reference shifts the numbers of what follows.
        written = raw if isinstance(raw, list) and len(raw) == len(items) else [None] * len(items)
        kind = _ITEMS[part.type]
        return [
            (str(number), kind, item, own)
            for number, (item, own) in enumerate(zip(items, written, strict=True), 1)
        ]
    if isinstance(part.value, dict) and part.type in PARTS:
        written_parts = raw if isinstance(raw, dict) else {}
        return [
            (name, kind, part.value.get(name, False), written_parts.get(name))
            for name, kind in PARTS[part.type].items()
        ]
    return []


def _flat(items: list[Any]) -> list[Any]:
    return [inner for item in items for inner in (_flat(item) if isinstance(item, list) else [item])]


def _target(raw: Any) -> Path | None:
    """The token that a value refers to as a whole; the way to no token when it refers to a part of one."""
    if isinstance(raw, dict) and isinstance(raw.get("$ref"), str):
        path = parse_pointer(raw["$ref"])
        return path[:-1] if path[-1:] == ("$value",) else path
    return brace_path(raw)
