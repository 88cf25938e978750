"""What the templates of the foundation pages may ask for, in the page's language.

It prepares; how things look is the template's, and what is measured :mod:`designsys.tokens`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from designsys.docs import rows
from designsys.docs.foundations import Foundations, TokenGroup
from designsys.docs.pages import Page
from designsys.docs.proof import nearest_colors, pair_rows, summary_rows
from designsys.docs.site import Site
from designsys.docs.token_code import FORMATS
from designsys.tokens import Distance, Pair

__all__ = ["FoundationView"]

Columns = list[dict[str, Any]]


class FoundationView:
    """The tokens as one page shows them.

    :param site: what the site is made from.
    :param page: the page.
    :param tokens: the tokens to show; designsys' own when left out.
    """

    def __init__(self, site: Site, page: Page, tokens: Foundations | None = None) -> None:
        self._site = site
        self._page = page
        self._language = page.language
        self.words: dict[str, Any] = site.words[page.language]
        self.tokens = tokens or site.foundations

    @property
    def group_names(self) -> list[str]:
        """The groups of this page; ``"*"`` in its front matter has become those that no page names."""
        rest = self._site.unclaimed_groups
        return [name for group in self._page.groups for name in (rest if group == "*" else (group,))]

    @cached_property
    def groups(self) -> list[TokenGroup]:
        """The groups of this page, each as one list."""
        return [self.tokens.group(name, self._language) for name in self.group_names]

    def parts(self, name: str) -> list[TokenGroup]:
        """A group of this page in its parts."""
        return self.tokens.parts(name, self._language)

    def places(self, in_parts: bool = False) -> list[tuple[str, str]]:
        """The groups with their ids, for the list beside the page.

        :param in_parts: whether each stands there in its parts.
        """
        if not in_parts:
            return [(self.title(name), name) for name in self.group_names]
        return [
            (self.title(name, part.name), f"{name}-{part.name}")
            for name in self.group_names
            for part in self.parts(name)
        ]

    def title(self, *names: str) -> str:
        """What people call a group or a part of one; its own name when nobody has given it another."""
        words: Mapping[str, Any] = self.words["groups_of_tokens"]
        return str(words.get("-".join(names), names[-1]))

    @cached_property
    def formats(self) -> list[tuple[str, str]]:
        """The formats in which this page's tokens can be copied."""
        found = {format for group in self.groups for format in self.tokens.code(group.paths)}
        return [(format, name) for format, name in FORMATS.items() if format in found]

    @property
    def schemes(self) -> list[tuple[str, str]]:
        """The schemes, and what people call them."""
        words = self.words["proof"]["schemes"]
        return [(scheme, words.get(scheme, scheme)) for scheme in self.tokens.schemes]

    @property
    def theme_choices(self) -> list[tuple[str, str]]:
        """The themes' names, and what people call them."""
        words = self.words["home"]["themes"]
        return [(theme, words.get(theme, theme)) for theme in self.tokens.themes]

    @property
    def proven(self) -> int:
        """How many pairs were measured, over all themes and schemes."""
        return len(self.tokens.pairs)

    def pairs_of(self, theme: str) -> list[Pair]:
        """The pairs of one theme."""
        return [pair for pair in self.tokens.pairs if pair.theme == theme]

    def summary_rows(self, pairs: Iterable[Pair]) -> rows.Rows:
        """The cells of the table that opens a proof."""
        return rows.summary_rows(summary_rows(pairs), self.tokens.schemes, self.words)

    def pair_rows(self, pairs: Iterable[Pair]) -> rows.Rows:
        """The cells of the table of all pairs."""
        return rows.pair_rows(pair_rows(pairs), self.tokens.schemes, self.words)

    def distance_rows(self, distances: Iterable[Distance]) -> rows.Rows:
        """The cells of the table of chart colours."""
        return rows.distance_rows(nearest_colors(distances), self.tokens.schemes, self.words)

    @property
    def exempt_rows(self) -> rows.Rows:
        """The cells of the table of colours that owe no ratio."""
        return rows.exempt_rows(self.tokens.exempt(self._language))

    @property
    def summary_columns(self) -> Columns:
        """The columns of the table that opens a proof."""
        text = self.words["proof"]
        return [
            {"label": text["kind"]},
            {"label": text["criterion"]},
            {"label": text["count"], "numeric": True},
            *self._scheme_columns(text["least"]),
        ]

    @property
    def pair_columns(self) -> Columns:
        """The columns of the table of all pairs."""
        text = self.words["proof"]
        return [
            {"label": text["foreground"]},
            {"label": text["background"]},
            {"label": text["kind_and_criterion"]},
            *self._scheme_columns("%s"),
        ]

    @property
    def distance_columns(self) -> Columns:
        """The columns of the table of chart colours."""
        return [{"label": self.words["proof"]["vision"]}, *self._scheme_columns("%s")]

    def _scheme_columns(self, label: str) -> Columns:
        return [{"label": label.replace("%s", word), "numeric": True} for _, word in self.schemes]
