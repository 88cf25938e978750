"""Rendered pages, read as files: links alive, index words in place, titles and languages right."""

from __future__ import annotations

import posixpath
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from designsys import resources
from designsys.catalogue import load
from designsys.docs.pages import Page, Pages

PAGES = list(Pages(Path(resources.docs_site()) / "content", load()))


class Links(HTMLParser):
    """Every id of a page and everything that it points at."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if attributes.get("id"):
            self.ids.append(str(attributes["id"]))
        self.targets += [str(attributes[name]) for name in ("href", "src", "action") if attributes.get(name)]


@cache
def parsed(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def dead(built: Any, page: Page) -> list[str]:
    found = []
    for target in parsed(built.out / page.path).targets:
        address = urlsplit(target)
        if address.scheme or address.netloc:
            continue
        path = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(address.path)))
            if address.path
            else page.path
        )
        if not (built.out / path).is_file() or (
            address.fragment and unquote(address.fragment) not in parsed(built.out / path).ids
        ):
            found.append(target)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_link_of_a_page_is_alive(built: Any, page: Page) -> None:
    assert dead(built, page) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_has_its_language_one_heading_and_unique_ids(built: Any, page: Page) -> None:
    links = parsed(built.out / page.path)
    assert next(attributes["lang"] for tag, attributes in links.tags if tag == "html") == page.language
    assert [tag for tag, _ in links.tags].count("h1") == 1
    assert len(links.ids) == len(set(links.ids))
    assert not [tag for tag, attributes in links.tags if "style" in attributes or tag == "style"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_is_found_by_more_than_its_title(page: Page) -> None:
    if page.template != "search.jinja":
        assert len(page.words) >= 4


def test_a_page_reloads_itself_only_when_served(built: Any) -> None:
    assert "live." not in (built.out / "index.html").read_text(encoding="utf-8")
