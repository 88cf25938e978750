"""What the foundation pages show of the tokens: every token in its group, with its value in every scheme.

Everything is read from the tokens. How a token looks is :mod:`designsys.docs.swatches`'s, and what can be
copied of it :mod:`designsys.docs.token_code`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from designsys.docs.swatches import TOKEN, class_name, shape
from designsys.docs.token_code import TokenCode
from designsys.tokens import Distance, Pair, Token, TokenSystem, distances, exempt, prove
from designsys.tokens.css_values import css_text, declarations, property_name

__all__ = ["Foundations", "TokenGroup", "TokenSample", "in_language"]

ROOT_SIZE = 16
"""CSS pixels of 1rem, where the reader has not set another."""


@dataclass(frozen=True, slots=True)
class TokenSample:
    """A token as a page shows it.

    :param path: such as ``color.text``.
    :param type: its DTCG type.
    :param custom_property: ``--ds-color-text``; empty when CSS does not get it.
    :param class_name: the generated class that shows it.
    :param description: what it is for, in the page's language.
    :param deprecated: the reason, or True, when it should not be used any more.
    :param values: its value by scheme, as CSS writes it; one entry when all schemes have the same.
    :param data: its value as plain JSON.
    :param shape: the CSS property by which its class shows it; empty when it cannot be shown.
    :param parts: what a value of several parts is made of, by the part's DTCG name.
    """

    path: str
    type: str
    custom_property: str
    class_name: str
    description: str
    deprecated: bool | str
    values: dict[str, str]
    data: Any
    shape: str
    parts: dict[str, str]

    @property
    def value(self) -> str:
        """Its value in the first scheme."""
        return next(iter(self.values.values()))

    @property
    def step(self) -> str:
        """The last of its names: ``900``."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class TokenGroup:
    """Tokens that belong together.

    :param name: such as ``color``, or ``blue`` for a part of ``palette``.
    """

    name: str
    samples: list[TokenSample]

    def step(self, sample: TokenSample) -> str:
        """How one of its tokens is called within it: ``900``, ``light.1``; ``brand`` for a group's own token."""
        inner = sample.path.partition(f"{self.name}.")[2] or sample.path.partition(".")[2]
        return self.name if inner == "$root" else inner

    @property
    def paths(self) -> list[str]:
        """The paths of its tokens."""
        return [sample.path for sample in self.samples]


class Foundations:
    """The tokens, ready for the pages.

    :param system: designsys' tokens, or those of a theme.
    :param prefix: what the generated classes begin with.
    """

    def __init__(self, system: TokenSystem, prefix: str = TOKEN) -> None:
        self.system = system
        self.prefix = prefix

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes' names, the default first."""
        return self.system.contexts.get("theme", ("default",))

    @property
    def schemes(self) -> tuple[str, ...]:
        """The schemes' names, the default first."""
        return self.system.contexts.get("scheme", ("light",))

    @cached_property
    def tokens(self) -> dict[str, Token]:
        """Every token of the first theme in the first scheme, by path."""
        return self.system.resolve()

    def code(self, paths: Iterable[str]) -> dict[str, str]:
        """What can be copied of some tokens together, by format."""
        return self._code.of([self.tokens[path] for path in paths])

    @cached_property
    def _code(self) -> TokenCode:
        return TokenCode(self.system)

    @cached_property
    def group_names(self) -> tuple[str, ...]:
        """The outermost groups, in the order of the files."""
        return tuple(dict.fromkeys(token.names[0] for token in self.tokens.values()))

    def group(self, name: str, language: str) -> TokenGroup:
        """An outermost group as one list."""
        return self._group(name, self._of(name), language)

    def parts(self, name: str, language: str) -> list[TokenGroup]:
        """An outermost group in its parts: its inner groups, or else by the first word of the tokens' names.

        A colour that is laid on another belongs to that one: ``on-primary`` stands with ``primary``.
        """
        found: dict[str, list[Token]] = {}
        for token in self._of(name):
            found.setdefault(_part(token), []).append(token)
        return [self._group(part, tokens, language) for part, tokens in found.items()]

    def _of(self, name: str) -> list[Token]:
        return [token for token in self.tokens.values() if token.names[0] == name]

    def _group(self, name: str, tokens: list[Token], language: str) -> TokenGroup:
        return TokenGroup(name, [self._sample(token, language) for token in tokens])

    def _sample(self, token: Token, language: str) -> TokenSample:
        return TokenSample(
            token.path,
            token.type,
            property_name(token) if token.published else "",
            class_name(token, self.prefix),
            in_language(token.description, language),
            token.deprecated,
            self._values(token.path),
            token.value,
            shape(token),
            _parts(token.value) if token.type == "typography" else {},
        )

    def _values(self, path: str) -> dict[str, str]:
        theme = self.themes[0]
        texts = {
            scheme: _told(self.system.resolve(**self.system.inputs(theme, scheme))[path])
            for scheme in self.schemes
        }
        same = len(set(texts.values())) == 1 and self.tokens[path].type != "color"
        return {self.schemes[0]: texts[self.schemes[0]]} if same else texts

    @cached_property
    def pairs(self) -> list[Pair]:
        """The proof of contrast, over all themes and schemes."""
        return prove(self.system)

    @cached_property
    def distances(self) -> list[Distance]:
        """The proof that chart colours stay apart."""
        return distances(self.system)

    def exempt(self, language: str) -> dict[str, str]:
        """The colours that owe no ratio, each with its reason."""
        return {path: in_language(reason, language) for path, reason in exempt(self.system).items()}


def in_language(text: str, language: str) -> str:
    """A text of the token files holds both languages: ``本文 / Body text``."""
    ja, _, en = text.partition(" / ")
    return (ja if language == "ja" else en) or ja


def _part(token: Token) -> str:
    if len(token.names) > 2:
        return token.names[1]
    word = token.names[-1].removeprefix("on-").partition("-")[0]
    # A number is a step of the group, not a part of it.
    return word if word.isalpha() else token.names[0]


def _told(token: Token) -> str:
    if token.type == "dimension":
        return _measure(token.value)
    return ", ".join(css_text(pieces) for pieces in declarations(token).values())


def _measure(value: dict[str, Any]) -> str:
    number, unit = value["value"], value["unit"]
    in_pixels = f" = {number * ROOT_SIZE:g}px" if unit == "rem" and number else ""
    return f"{number:g}{unit}{in_pixels}"


def _parts(value: dict[str, Any]) -> dict[str, str]:
    """What a typography token is made of; its font is told with the fonts."""
    return {
        "fontSize": _measure(value["fontSize"]),
        "fontWeight": f"{value['fontWeight']}",
        "lineHeight": f"{value['lineHeight']:g}",
        "letterSpacing": f"{value['letterSpacing']['value']:g}{value['letterSpacing']['unit']}",
    }
