"""What the foundation pages show: colours with their proven contrasts, type, space and shape.

Everything is read from the tokens; the style sheet for the swatches is generated, since a
page under our Content-Security-Policy has no inline style.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from designsys.tokens import Pair, Token, TokenSystem, prove
from designsys.tokens.contrast import floor_ratio

__all__ = ["ContrastRow", "Foundations", "Swatch"]

_PROPERTIES = {
    "color": "background",
    "space": "inline-size",
    "radius": "border-radius",
    "elevation": "box-shadow",
}


@dataclass(frozen=True, slots=True)
class Swatch:
    """A token as a foundation page shows it.

    :param name: the token's path: ``color.primary``.
    :param property: the custom property: ``--ds-color-primary``.
    :param class_name: the generated class that shows it.
    :param description: what it is for, in one language.
    """

    name: str
    property: str
    class_name: str
    description: str


@dataclass(frozen=True, slots=True)
class ContrastRow:
    """A pair of colours with its ratio in every scheme.

    :param ratios: by scheme, rounded down to two places.
    """

    foreground: str
    background: str
    kind: str
    required: float
    ratios: dict[str, float]


class Foundations:
    """The tokens, ready for the pages.

    :param system: designsys' tokens.
    """

    def __init__(self, system: TokenSystem) -> None:
        self._system = system

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes' names, the default first."""
        return self._system.contexts.get("theme", ("default",))

    @property
    def schemes(self) -> tuple[str, ...]:
        """The schemes' names, the default first."""
        return self._system.contexts.get("scheme", ("light",))

    @cached_property
    def _tokens(self) -> list[Token]:
        return [token for token in self._system.resolve().values() if token.published]

    def swatches(self, group: str, language: str) -> list[Swatch]:
        """The tokens of a group: ``color``, ``space``, ``type``, …"""
        return [
            Swatch(
                token.path,
                _property(token.path),
                _class(token.path),
                _in_language(token.description, language),
            )
            for token in self._tokens
            if token.path.partition(".")[0] == group
        ]

    def contrasts(self, theme: str) -> list[ContrastRow]:
        """The declared pairs of a theme, in the order of the files."""
        rows: dict[tuple[str, str, str], ContrastRow] = {}
        for pair in self._pairs:
            if pair.theme == theme:
                # A focus ring is told of the better of its two colours, which may differ by scheme.
                name = "color.focus-outer / color.focus-inner" if pair.kind == "focus" else pair.foreground
                row = rows.setdefault(
                    (name, pair.background, pair.kind),
                    ContrastRow(name, pair.background, pair.kind, pair.required, {}),
                )
                row.ratios[pair.scheme] = min(floor_ratio(pair.ratio), row.ratios.get(pair.scheme, 21.0))
        return list(rows.values())

    @cached_property
    def _pairs(self) -> list[Pair]:
        return prove(self._system)

    @property
    def proven(self) -> int:
        """How many pairs were measured, over all themes and schemes."""
        return len(self._pairs)

    def style_sheet(self) -> str:
        """The generated classes: one rule a token."""
        rules = []
        for token in self._tokens:
            group = token.path.partition(".")[0]
            if group in _PROPERTIES:
                rules.append(f".{_class(token.path)}{{{_PROPERTIES[group]}:var({_property(token.path)})}}")
            if group == "color":
                rules.append(f".{_class(token.path)}-ink{{color:var({_property(token.path)})}}")
            if group == "type":
                name = _property(token.path)
                rules.append(
                    f".{_class(token.path)}{{font:var({name});letter-spacing:var({name}-letter-spacing)}}"
                )
        return "\n".join(rules) + "\n"


def _property(path: str) -> str:
    return "--ds-" + path.replace(".", "-")


def _class(path: str) -> str:
    return "docs-token-" + path.replace(".", "-")


def _in_language(description: str, language: str) -> str:
    """A description holds both languages: ``本文 / Body text``."""
    ja, _, en = description.partition(" / ")
    return (ja if language == "ja" else en) or ja
