"""The site's sources in one place: catalogue, content pages, tokens, figures, words.

It reads; nothing here renders or writes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from designsys import resources
from designsys.catalogue import load
from designsys.docs.figures import Figures, figures
from designsys.docs.foundations import Foundations
from designsys.docs.pages import LANGUAGES, Pages
from designsys.docs.towns import Town, read_towns, with_towns
from designsys.tokens import TokenSystem
from designsys.tokens import load as load_tokens

__all__ = ["Site"]


class Site:
    """What the site is made from.

    :param components: folders with more components.
    :param results: the file that the example matrix writes; ``docs_site/results.json`` when left out.
    :param source: the folder with content, templates and styles; ``docs_site/`` when left out.
    :raises DesignsysError: when a source is missing or wrong.
    """

    def __init__(
        self, components: Iterable[Path] = (), results: Path | None = None, source: Path | None = None
    ) -> None:
        self.components = tuple(components)
        self.source = source or Path(resources.docs_site())
        self.catalogue = load(self.components)
        self.pages = Pages(self.source / "content", self.catalogue)
        self.figures: Figures = figures(self.catalogue, results or self.source / "results.json")

    @cached_property
    def foundations(self) -> Foundations:
        """The tokens, for the foundation pages."""
        return Foundations(load_tokens())

    @cached_property
    def towns(self) -> list[Town]:
        """The towns of the front page."""
        return read_towns(self.source / "towns.toml", self.foundations.system)

    @cached_property
    def tokens(self) -> TokenSystem:
        """The tokens of the site's own style sheet: designsys' and the towns' themes."""
        return with_towns(self.foundations.system, self.towns)

    @cached_property
    def specimens(self) -> dict[str, str]:
        """The sentences that show type, by the token's name, from ``specimens.toml``."""
        texts: dict[str, str] = tomllib.loads((self.source / "specimens.toml").read_text(encoding="utf-8"))
        return texts

    @cached_property
    def unclaimed_groups(self) -> tuple[str, ...]:
        """The groups of tokens that no page names: they stand on the page that takes the rest."""
        claimed = {group for page in self.pages for group in page.groups}
        return tuple(name for name in self.foundations.group_names if name not in claimed)

    @cached_property
    def words(self) -> dict[str, dict[str, Any]]:
        """The site's own words in each language, from ``words.toml``."""
        tables = tomllib.loads((self.source / "words.toml").read_text(encoding="utf-8"))
        return {language: _in_language(tables, language) for language in LANGUAGES}


def _in_language(value: Any, language: str) -> Any:
    if set(value) == set(LANGUAGES):
        return value[language]
    return {key: _in_language(inner, language) for key, inner in value.items()}
