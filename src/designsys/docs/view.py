"""What a page's template may ask for: links, texts, examples and rows, in the page's language.

It prepares; how things look is the template's.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from markupsafe import Markup

from designsys.catalogue import Component
from designsys.docs import rows
from designsys.docs.contracts import KeyTable, changes, criteria_of, key_tables
from designsys.docs.examples import Specimen
from designsys.docs.foundation_view import FoundationView
from designsys.docs.highlight import highlight
from designsys.docs.markdown import Macros, Markdown, Section, resolver
from designsys.docs.pages import Page
from designsys.docs.site import Site

__all__ = ["View"]


class View:
    """A page's view of the site.

    :param environment: where the page is rendered.
    :param specimens: the examples of the component that the page is about.
    """

    def __init__(self, site: Site, page: Page, environment: Environment, specimens: list[Specimen]) -> None:
        self.site = site
        self.page = page
        self.specimens = specimens
        self.words: dict[str, Any] = site.words[page.language]
        self._environment = environment

    def url(self, slug: str, language: str | None = None) -> str:
        """A link to a page, in this page's language or another."""
        return self.page.href(self.site.pages.get(slug, language or self.page.language).path)

    @property
    def header_items(self) -> list[dict[str, Any]]:
        """The entries of the header: the parts of the site, and this page's twin in the other language."""
        page = self.page
        items: list[dict[str, Any]] = [
            {"label": entry.nav, "href": self.url(entry.slug), "current": entry.section == page.section}
            for entry in self.site.pages.navigation(page.language)
        ]
        other = page.other_language
        return [
            *items,
            {"label": self.words["other_language"], "href": self.url(page.slug, other), "lang": other},
        ]

    @property
    def neighbours(self) -> list[Page]:
        """The content pages of this part of the site."""
        return self.site.pages.neighbours(self.page)

    @property
    def has_menu(self) -> bool:
        """Whether this part of the site has more than one page."""
        return self.page.section == "components" or len(self.neighbours) > 1

    @property
    def trail(self) -> list[dict[str, Any]]:
        """The way from the front page to this one, for the breadcrumb."""
        ways = ["index"] + [f"{self.page.section}/index"] * (self.page.section != self.page.slug)
        above = [
            {
                "label": self.words["home_title"] if slug == "index" else self.title(slug),
                "href": self.url(slug),
            }
            for slug in ways
            if slug != self.page.slug
        ]
        return [*above, {"label": self.page.title}]

    @property
    def places(self) -> list[tuple[str, str]]:
        """The parts of this page with their ids, for the list beside it."""
        text = self.words["component"]
        if self.page.component is None:
            return [(section.title, section.id) for section in self.sections if section.title]
        own = [(section.title, section.id) for section in self.guidance]
        names = (
            "parameters",
            *(("blocks",) if self.component.blocks else ()),
            "keyboard",
            "criteria",
            "changes",
        )
        return [
            (text["examples"], "examples"),
            (text["when"], "when"),
            *own,
            *((text[name], name) for name in names),
        ]

    @cached_property
    def foundations(self) -> FoundationView:
        """The tokens, as this page shows them."""
        return FoundationView(self.site, self.page)

    @property
    def all_pages(self) -> list[Page]:
        """Every page in this language."""
        return self.site.pages.of(self.page.language)

    def title(self, slug: str) -> str:
        """A page's title in this language."""
        return self.site.pages.get(slug, self.page.language).title

    @property
    def component_groups(self) -> list[tuple[str, list[Page]]]:
        """The components' pages, by the group's name in this language."""
        pages = [
            self.site.pages.get(f"components/{component.name}", self.page.language)
            for component in self.site.catalogue
        ]
        return [(self.words["groups"][group], list(found)) for group, found in groupby(pages, _group)]

    @cached_property
    def markdown(self) -> Markdown:
        """The renderer of this page's texts."""
        macros = cast(Macros, self._environment.get_template("designsys.jinja").module)
        resolve = resolver(
            lambda name: self.url(f"components/{name}"), self.url, f"{self.page.slug}.{self.page.language}.md"
        )
        return Markdown(macros, resolve, self.code)

    @cached_property
    def sections(self) -> list[Section]:
        """The page's text, one part a second-level heading."""
        return self.markdown.sections(self.page.body)

    def code(self, source: str, language: str) -> Markup:
        """A block of code that can be copied."""
        module: Any = self._environment.get_template("code.jinja").module
        return Markup(module.code(highlight(source, language), self.words))

    @property
    def component(self) -> Component:
        """The component that the page is about."""
        assert self.page.component is not None
        return self.page.component

    @property
    def key_tables(self) -> list[KeyTable]:
        """The component's parameters, and the keys of its items."""
        return key_tables(self.component, self.page.language, self.words["types"], self.markdown.inline)

    @property
    def uses(self) -> list[Section]:
        """The guidance's first two parts: when to use the component, and when not."""
        return self.sections[:2]

    @property
    def guidance(self) -> list[Section]:
        """The rest of the guidance."""
        return self.sections[2:]

    def key_rows(self, keys: KeyTable) -> list[list[Any]]:
        """The cells of a table of parameters."""
        return rows.key_rows(keys.rows, self.words)

    @property
    def block_rows(self) -> list[list[Any]]:
        """The cells of the table of blocks."""
        blocks = self.component.blocks
        return [
            [
                Markup("<code>{}</code>").format(block.name),
                self.markdown.inline(block.description(self.page.language)),
            ]
            for block in blocks
        ]

    @property
    def keyboard_rows(self) -> list[list[Any]]:
        """The cells of the keyboard table."""
        return rows.keyboard_rows(self.component, self.page.language)

    @property
    def criteria_rows(self) -> list[list[Any]]:
        """The cells of the table of success criteria."""
        return rows.criteria_rows(criteria_of(self.component), self.page.language, self.words)

    @property
    def condition_rows(self) -> list[list[Any]]:
        """The cells of the table of conditions."""
        return rows.condition_rows(self.words)

    @property
    def theme_choices(self) -> list[tuple[str, str]]:
        """The themes' names, and what people call them."""
        return self.foundations.theme_choices

    @property
    def town_rows(self) -> list[list[Any]]:
        """The cells of the table of towns."""
        return rows.town_rows(self.site.towns, self.page.language)

    @property
    def changes(self) -> list[tuple[str, list[str]]]:
        """What each version added to the component."""
        return changes(self.component)

    @property
    def demo(self) -> list[tuple[str, str]]:
        """The example service's files and their source, the program first."""
        folder = self.site.source / "demo"
        found = sorted(
            (path for path in folder.rglob("*") if path.suffix in (".py", ".html", ".jinja")), key=_demo_order
        )
        return [(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in found]


def _demo_order(path: Path) -> tuple[bool, str]:
    return path.suffix != ".py", path.as_posix()


def _group(page: Page) -> str:
    return page.component.group if page.component else ""
