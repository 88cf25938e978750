"""What every output starts from: the published properties with their value in each theme and scheme.

It also words what outputs have in common: the first line, comments, and the fault of two tokens
with one name. How a language writes a name or a value is not known here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from designsys.tokens.css_values import Pieces, css_text, declarations, property_name
from designsys.tokens.errors import Faults, TokenError
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token

__all__ = [
    "Case",
    "CustomProperty",
    "claim",
    "comment",
    "custom_properties",
    "deprecation",
    "note",
    "part_text",
    "refuse_gap",
    "title",
]

Case = tuple[str, str]
"""A theme and a scheme."""


@dataclass(frozen=True, slots=True)
class CustomProperty:
    """A custom property of CSS, in every theme and scheme.

    :param name: such as ``--ds-color-text``.
    :param token: its token, as it is in the first theme and scheme.
    :param cases: its value in each theme and scheme, the first of both first.
    """

    name: str
    token: Token
    cases: dict[Case, Pieces]

    @property
    def type(self) -> str:
        """The DTCG type of its value; the letter spacing of a typography token is a ``dimension``."""
        is_part = self.token.type == "typography" and self.name != property_name(self.token)
        return "dimension" if is_part else self.token.type

    @property
    def is_fixed(self) -> bool:
        """Whether its value is the same in every theme and scheme."""
        return len(set(self.cases.values())) == 1

    @property
    def text(self) -> str:
        """Its value in the first theme and scheme."""
        return css_text(next(iter(self.cases.values())))

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """Its value by theme and scheme."""
        found: dict[str, dict[str, str]] = {}
        for (theme, scheme), pieces in self.cases.items():
            found.setdefault(theme, {})[scheme] = css_text(pieces)
        return found


def custom_properties(system: TokenSystem) -> dict[str, CustomProperty]:
    """Every published custom property by name, in the order of the token files.

    :raises TokenError: when two tokens come to one property, or a token is missing in a theme or scheme.
    """
    found: dict[str, CustomProperty] = {}
    cases: list[Case] = []
    faults = Faults()
    for theme, scheme, tokens in system.resolutions():
        cases.append((theme, scheme))
        owners: dict[str, Token] = {}
        for token in tokens.values():
            if token.published:
                for name, pieces in declarations(token).items():
                    try:
                        claim(owners, name, token)
                    except TokenError as fault:
                        faults.add(fault)
                    entry = found.get(name)
                    if entry is None:
                        entry = found[name] = CustomProperty(name, token, {})
                    entry.cases[theme, scheme] = pieces
    faults.refuse()
    for entry in found.values():
        refuse_gap(entry.token, cases, entry.cases)
    return found


def claim(owners: dict[str, Token], name: str, token: Token) -> None:
    """Note that a token takes a name.

    :param owners: the names that are taken, and by which token.
    :raises TokenError: when another token has it.
    """
    other = owners.setdefault(name, token)
    if other is not token:
        raise TokenError(
            en=f"'{other.path}' and '{token.path}' both become {name}; rename one of them.",
            ja=f"「{other.path}」と「{token.path}」はどちらも {name} になります。片方の名前を変えてください。",
            place=token.place,
        )


def refuse_gap(token: Token, cases: Iterable[Case], given: Iterable[Case]) -> None:
    """Refuse a token, or a part of one, that has no value in one of the cases.

    :raises TokenError: names the first such theme and scheme.
    """
    found = set(given)
    missing = next((case for case in cases if case not in found), None)
    if missing:
        theme, scheme = missing
        raise TokenError(
            en=f"'{token.path}' lacks a value, or a part of it, in the theme {theme} and the scheme {scheme}; "
            "a page that changes to these would be left without it. Write it there, or in a set.",
            ja=f"「{token.path}」は、テーマ {theme}・配色 {scheme} で値かその一部がありません。"
            "切り替えたページで使えなくなるため、そこか sets に書いてください。",
            place=token.place,
        )


def part_text(token: Token, kind: str, value: Any) -> str:
    """A part of a token's value as CSS text.

    :param kind: the part's type, not a composite one.
    :param value: the part, as it stands in the token's value.
    """
    (pieces,) = declarations(dataclasses.replace(token, type=kind, value=value)).values()
    return css_text(pieces)


def title(system: TokenSystem, output: str) -> str:
    """The first line of a generated file, without the marks of a comment."""
    source = comment(system.path.name)
    return f"Generated by 'designsys tokens build --to {output}' from {source}: edit the token files instead."


def comment(text: str) -> str:
    """A text made fit for a comment of any language: one line, that no ``*/`` ends."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    return line.replace("*/", "* /")


def deprecation(token: Token) -> str | None:
    """Why a token should not be used any more; empty without a reason, None when it may be used."""
    if token.deprecated is False:
        return None
    return "" if token.deprecated is True else token.deprecated


def note(token: Token) -> str:
    """The CSS comment behind the declaration of a deprecated token; empty for others."""
    reason = deprecation(token)
    if reason is None:
        return ""
    return f" /* deprecated: {comment(reason)} */" if reason else " /* deprecated */"
