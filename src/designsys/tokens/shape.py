"""The shape of a token file: which objects are tokens, how things may be named, which ``$`` properties there are.

Values, types of values and references are not looked at here.
"""

from __future__ import annotations

from typing import Any

from designsys.tokens.document import Document
from designsys.tokens.errors import TokenError, hint, near_name
from designsys.tokens.pointer import Path
from designsys.tokens.values import TYPES

__all__ = [
    "Node",
    "brace_path",
    "child_fault",
    "group_property_fault",
    "is_name",
    "is_token",
    "meant_property",
    "token_faults",
]

Node = dict[str, Any]

_GROUP = {"$type": str, "$description": str, "$deprecated": (bool, str), "$extensions": dict, "$extends": str}
_TOKEN = {
    "$type": str, "$description": str, "$deprecated": (bool, str), "$extensions": dict, "$value": object, "$ref": str
}  # fmt: skip


def is_name(key: str) -> bool:
    """Whether a key names a token or group (``$root`` does), not a property."""
    return not key.startswith("$") or key == "$root"


def is_token(node: Node) -> bool:
    """Whether an object is a token: it has ``$value``, or ``$ref`` and no children (nor ``$extends``)."""
    return "$value" in node or ("$ref" in node and "$extends" not in node and not any(map(is_name, node)))


def meant_property(key: str) -> str | None:
    """The property that a key which the format does not know was most likely meant for."""
    return None if key in _TOKEN or key in _GROUP else near_name(key, {**_TOKEN, **_GROUP})


def brace_path(text: object) -> Path | None:
    """The path in ``{group.token}``, or None when the value is not a reference in braces."""
    if isinstance(text, str) and len(text) > 2 and text[0] == "{" and text[-1] == "}":
        return tuple(text[1:-1].split("."))
    return None


def child_fault(key: str, value: object, document: Document, at: Path) -> TokenError | None:
    """What is wrong with a name, or with a child that is no object; None when nothing is."""
    if not key or "." in key or "{" in key or "}" in key:
        return TokenError(
            en=f"'{key}' cannot be a name: names are not empty and have no '{{', '}}' or '.'.",
            ja=f"「{key}」は名前にできません。名前は空にせず、「{{」「}}」「.」を入れないでください。",
            place=document.place(at),
        )
    if not isinstance(value, dict):
        return TokenError(
            en=f"'{key}' must be a token or a group; write an object.",
            ja=f"「{key}」はトークンかグループです。オブジェクトを書いてください。",
            place=document.place(at),
        )
    if key == "$root" and not is_token(value):
        return TokenError(
            en="'$root' is a group's own token; give it a $value.",
            ja="「$root」はグループ自身のトークンです。$value を書いてください。",
            place=document.place(at),
        )
    return None


def token_faults(node: Node, document: Document, at: Path) -> dict[str, TokenError]:
    """What is wrong with the properties of a token, by property: children, unknown ones, ``$value`` beside ``$ref``."""
    found: dict[str, TokenError] = {}
    for key, value in node.items():
        if is_name(key):
            found[key] = TokenError(
                en=f"a token with $value cannot have the child '{key}'; move one of them (a group's own token is $root).",
                ja=f"$value のあるトークンは子「{key}」を持てません。どちらかを移してください（グループ自身の値は $root）。",
                place=document.place((*at, key)),
            )
        elif fault := _property_fault(key, value, _TOKEN, document, (*at, key), at_root=False):
            found[key] = fault
    if "$ref" in node and "$value" in node:
        found["$ref"] = TokenError(
            en="a token has either $value or $ref; keep one of them.",
            ja="トークンに書けるのは $value か $ref のどちらかです。一つにしてください。",
            place=document.place((*at, "$ref")),
        )
    return found


def group_property_fault(
    key: str, group: Node, document: Document, at: Path, *, at_root: bool
) -> TokenError | None:
    """What is wrong with a ``$`` property of a group, whose path is ``at``; None when nothing is."""
    if key == "$ref" and "$extends" in group:
        return TokenError(
            en="a group has either $extends or $ref, which is the same; keep one of them.",
            ja="グループに書けるのは $extends か $ref のどちらかです（同じ意味です）。一つにしてください。",
            place=document.place((*at, key)),
        )
    return _property_fault(key, group[key], _GROUP, document, (*at, key), at_root=at_root)


def _property_fault(
    key: str, value: object, allowed: Node, document: Document, at: Path, *, at_root: bool
) -> TokenError | None:
    if key == "$schema" and at_root:
        return None
    if key == "$extends" and allowed is _TOKEN:
        return TokenError(
            en="a token cannot have $extends; only a group takes over another, a token refers by its $value.",
            ja="$extends を書けるのはグループだけです。トークンは $value で参照してください。",
            place=document.place(at),
        )
    if key not in allowed and key != "$ref":
        # What lacks $value by a slip of the pen is no token, and is read as a group.
        near = hint(key, _TOKEN if allowed is _TOKEN else {**_GROUP, **_TOKEN})
        return TokenError(
            en=f"the format has no property '{key}' here.{near[0]}",
            ja=f"ここに書ける「{key}」という項目は、この形式にありません。{near[1]}",
            place=document.place(at),
        )
    if not isinstance(value, allowed.get(key, str)):
        return TokenError(
            en=f"'{key}' has a value of the wrong kind: {_KINDS[key][0]} is wanted.",
            ja=f"「{key}」の値の種類が違います。{_KINDS[key][1]}を書いてください。",
            place=document.place(at),
        )
    if key == "$type" and value not in TYPES:
        near = hint(str(value), list(TYPES))
        return TokenError(
            en=f"there is no type '{value}'; write one of {', '.join(TYPES)}.{near[0]}",
            ja=f"「{value}」という型はありません。{', '.join(TYPES)} のどれかです。{near[1]}",
            place=document.place(at),
        )
    return None


_KINDS = {
    "$type": ("a string", "文字列"),
    "$description": ("a string", "文字列"),
    "$deprecated": ("true, false or a string", "true、false か文字列"),
    "$extensions": ("an object", "オブジェクト"),
    "$extends": ("a string", "文字列"),
    "$ref": ("a string", "文字列"),
}
