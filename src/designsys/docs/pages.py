"""Which pages the site has, in each language, and how one links to another.

A content file in ``docs_site/content/`` is a page, and so is every component. Nothing here
renders; links are relative, so that the built site also opens from disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from designsys.catalogue import Catalogue, Component
from designsys.docs.front_matter import read
from designsys.docs.search import token
from designsys.errors import DesignsysError, nearest

__all__ = ["LANGUAGES", "Page", "Pages", "page_path", "relative"]

LANGUAGES = ("ja", "en")
"""The site's languages; the first one lives at the root."""


def page_path(slug: str, language: str) -> str:
    """Where a page is written, from the site's root: ``en/components/button.html``."""
    return ("" if language == LANGUAGES[0] else f"{language}/") + f"{slug}.html"


def relative(target: str, start: str) -> str:
    """A link from the page at ``start`` to the file at ``target``, both paths from the site's root."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language.

    :param slug: its path without language and suffix: ``components/button``.
    :param template: the file in ``docs_site/templates/``.
    :param nav: its short name in the site's header; empty when it does not stand there.
    :param order: its place among its neighbours.
    :param words: what else people may search for.
    :param groups: the groups of tokens that it shows; ``"*"`` stands for those that no page names.
    :param body: its Markdown.
    :param component: the component that it documents.
    """

    slug: str
    language: str
    title: str
    summary: str
    template: str
    nav: str = ""
    order: int = 100
    words: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    body: str = ""
    component: Component | None = None

    @property
    def path(self) -> str:
        """Where it is written, from the site's root."""
        return page_path(self.slug, self.language)

    @property
    def section(self) -> str:
        """The part of the site that it belongs to: ``components``."""
        return self.slug.partition("/")[0]

    @property
    def tokens(self) -> str:
        """Its title and its words as the search index holds them."""
        return " ".join(dict.fromkeys(token(word) for word in (self.title, *self.words)))

    @property
    def other_language(self) -> str:
        """The language of its twin."""
        return next(language for language in LANGUAGES if language != self.language)

    def href(self, target: str) -> str:
        """A relative link to another file of the site."""
        return relative(target, self.path)


class Pages:
    """Every page of the site.

    :param content: the folder of content files, ``name.ja.md`` and ``name.en.md``.
    :param catalogue: the components.
    :raises DesignsysError: when a file lacks its twin or its title.
    """

    def __init__(self, content: Path, catalogue: Catalogue) -> None:
        found = [_content_page(content, slug, language) for slug in _slugs(content) for language in LANGUAGES]
        found += [_component_page(component, language) for component in catalogue for language in LANGUAGES]
        self._pages = {(page.language, page.slug): page for page in found}

    def __iter__(self) -> Iterator[Page]:
        return iter(self._pages.values())

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, slug: str, language: str) -> Page:
        """The page of that slug.

        :raises DesignsysError: when there is none; gives the nearest.
        """
        if (language, slug) not in self._pages:
            near = nearest(slug, [known for _, known in self._pages])
            raise DesignsysError(
                en=f"there is no page '{slug}'" + (f"; did you mean '{near}'?" if near else "."),
                ja=f"「{slug}」というページはありません。" + (f"「{near}」のことですか。" if near else ""),
            )
        return self._pages[language, slug]

    def of(self, language: str) -> list[Page]:
        """The pages in one language, in their order."""
        return sorted(
            (page for page in self if page.language == language),
            key=lambda page: (page.component is not None, page.order),
        )

    def navigation(self, language: str) -> list[Page]:
        """The pages that stand in the header."""
        return [page for page in self.of(language) if page.nav]

    def neighbours(self, page: Page) -> list[Page]:
        """The content pages of the same part of the site."""
        return [
            other for other in self.of(page.language) if other.section == page.section and not other.component
        ]


def _slugs(content: Path) -> list[str]:
    names = {path.relative_to(content).as_posix() for path in content.rglob("*.md")}
    return sorted({name.rsplit(".", 2)[0] for name in names})


def _content_page(content: Path, slug: str, language: str) -> Page:
    path = content / f"{slug}.{language}.md"
    document = read(path)
    meta = document.meta
    for key in ("title", "summary"):
        if not meta.get(key):
            raise DesignsysError(
                en=f'{path}: the front matter has no {key}; write {key} = "…" between the +++ lines.',
                ja=f'{path}：前書きに {key} がありません。+++ の間に {key} = "…" を書いてください。',
            )
    return Page(
        slug=slug,
        language=language,
        title=meta["title"],
        summary=meta["summary"],
        template=meta.get("template", "article") + ".jinja",
        nav=meta.get("nav", ""),
        order=meta.get("order", 100),
        words=tuple(document.words),
        groups=tuple(str(group) for group in meta.get("groups", ())),
        body=document.body,
    )


def _component_page(component: Component, language: str) -> Page:
    document = read(component.guidance(language))
    return Page(
        slug=f"components/{component.name}",
        language=language,
        title=component.title[language],
        summary=component.summary[language],
        template="component.jinja",
        words=(component.name, *document.words),
        body=document.body,
        component=component,
    )
