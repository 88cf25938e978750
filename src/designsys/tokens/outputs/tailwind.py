"""Theme variables of Tailwind CSS v4, which make utilities such as ``bg-primary`` and ``p-16``.

What changes with theme and scheme is read from the style sheet of :mod:`designsys.tokens.outputs.css`,
so that a utility follows the resident's setting. Tailwind has namespaces for some types only
(tailwindcss.com/docs/theme): what has none, or cannot be told in one, is named in a closing comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from designsys.tokens.outputs._cases import (
    CustomProperty,
    claim,
    custom_properties,
    note,
    part_text,
    title,
)
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token
from designsys.tokens.values import PARTS

__all__ = ["write"]


class _Namespace(NamedTuple):
    """Where tokens of a type go.

    :param type: the DTCG type.
    :param group: the front of a token's name by which it belongs here; it is dropped from the utility's name.
    :param name: the namespace's name.
    """

    type: str
    group: re.Pattern[str]
    name: str


def _group(words: str, times: str = "") -> re.Pattern[str]:
    """The words at the front of a name: ``font-size-`` and ``fontSize-`` alike."""
    return re.compile(rf"(?:(?i:{words})(?![a-z])[-_]?){times}")


_NAMESPACES = (
    _Namespace("color", _group("colou?rs?", "*"), "color"),
    _Namespace("fontFamily", _group("fonts?|famil(?:y|ies)", "*"), "font"),
    _Namespace("fontWeight", _group("fonts?|weights?", "*"), "font-weight"),
    _Namespace("typography", _group("typography|type|text|fonts?", "*"), "text"),
    _Namespace("shadow", _group("box|shadows?|elevations?", "*"), "shadow"),
    _Namespace("cubicBezier", _group("eas(?:e|ings?)|motion|timing", "*"), "ease"),
    _Namespace("number", _group("(?:font[-_]?)?line[-_]?heights?|leading"), "leading"),
    _Namespace("dimension", _group("(?:font|text|type)[-_]?sizes?"), "text"),
    _Namespace("dimension", _group("(?:font[-_]?)?letter[-_]?spacings?|tracking"), "tracking"),
    _Namespace("dimension", _group("spac(?:es?|ings?)"), "spacing"),
    # Sizes are spacings to Tailwind; they keep their group's name, since both often have a "small".
    _Namespace("dimension", re.compile(r"(?=(?i:siz(?:es?|ings?))(?![a-z]))"), "spacing"),
    _Namespace("dimension", _group("(?:border[-_]?|corner[-_]?)?radi(?:us|i)"), "radius"),
    _Namespace("dimension", _group("breakpoints?|screens?"), "breakpoint"),
    _Namespace("dimension", _group("containers?"), "container"),
)

_NO_NAMESPACE = "Tailwind v4 has no namespace for these; write a utility as in z-(--ds-layer-sticky):"
_NO_NAME = "Tailwind's utilities have names of ASCII letters, digits, - and _:"
_OTHER_NAMESPACE = "Tailwind would take these for another namespace:"
_CHANGES = "These change with theme or scheme, which media queries and the parts of a font cannot follow:"

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
_OTHER = re.compile(r"--(?:font-(?:weight|size)|text-(?:color|decoration|indent|shadow|underline))(?:-|$)")


def write(system: TokenSystem) -> str:
    """The style sheet, to be imported after Tailwind and the CSS output.

    :raises TokenError: when two tokens come to one theme variable, or a token is missing in a theme or scheme.
    """
    properties = custom_properties(system)
    owners: dict[str, Token] = {}
    left_out: dict[str, list[str]] = {}
    rows: list[str] = []
    for entry in properties.values():
        if entry.type != entry.token.type:
            continue
        found = _place(entry, properties)
        if isinstance(found, str):
            left_out.setdefault(found, []).append(entry.name)
            continue
        for name, value in found.items():
            claim(owners, name, entry.token)
            rows.append(f"  {name}: {value};{note(entry.token)}")
    head = (
        f"/* {title(system, 'tailwind')} */\n"
        "/* Import it after Tailwind and after the output of '--to css', from which it reads var(--ds-…). */"
    )
    comments = [f"/* {why}\n   {', '.join(names)} */" for why, names in left_out.items()]
    return "\n".join([head, "@theme inline {", *rows, "}", *comments]) + "\n"


def _place(entry: CustomProperty, properties: Mapping[str, CustomProperty]) -> dict[str, str] | str:
    """The theme variables of a token, or why it has none."""
    suffix = entry.name.removeprefix("--ds-")
    for namespace in _NAMESPACES:
        match = namespace.group.match(suffix) if namespace.type == entry.type else None
        if match:
            break
    else:
        return _NO_NAMESPACE
    name = suffix[match.end() :] or suffix.rpartition("-")[2]
    variable = f"--{namespace.name}-{name}"
    if not _NAME.fullmatch(name):
        return _NO_NAME
    if namespace.type in ("fontFamily", "typography") and _OTHER.match(variable):
        return _OTHER_NAMESPACE
    if namespace.type == "typography":
        is_fixed = entry.is_fixed and properties[f"{entry.name}-letter-spacing"].is_fixed
        return dict(_font(variable, entry.token)) if is_fixed else _CHANGES
    if namespace.name in ("breakpoint", "container") and not entry.is_fixed:
        return _CHANGES
    return {variable: entry.text if entry.is_fixed else f"var({entry.name})"}


def _font(variable: str, token: Token) -> Iterator[tuple[str, str]]:
    """What ``text-…`` sets; the family is not among it, and has a utility of its own."""
    for part, suffix in (
        ("fontSize", ""), ("lineHeight", "--line-height"), ("letterSpacing", "--letter-spacing"),
        ("fontWeight", "--font-weight"),
    ):  # fmt: skip
        yield f"{variable}{suffix}", part_text(token, PARTS["typography"][part], token.value[part])
