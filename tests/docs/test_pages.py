"""The pages: a content file is one, and so is a component; links between them are relative."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.catalogue import Catalogue, load
from designsys.docs.pages import LANGUAGES, Pages, page_path, relative
from designsys.errors import DesignsysError


def content(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_ja", ".ja.md").replace("_en", ".en.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


FRONT = '+++\ntitle = "色"\nsummary = "色の話"\nnav = "色"\n+++\n本文\n'


def test_being_there_is_being_a_page(tmp_path: Path) -> None:
    pages = Pages(content(tmp_path, a__b_ja=FRONT, a__b_en=FRONT), Catalogue({}))
    page = pages.get("a/b", "en")
    assert (page.path, page.section, page.template, page.body) == (
        "en/a/b.html",
        "a",
        "article.jinja",
        "本文\n",
    )
    assert pages.navigation("en") == [page]


def test_a_page_names_the_groups_of_tokens_that_it_shows(tmp_path: Path) -> None:
    front = FRONT.replace("nav", 'groups = ["space", "*"]\nnav')
    page = Pages(content(tmp_path, a_ja=front, a_en=FRONT), Catalogue({})).get("a", "ja")
    assert page.groups == ("space", "*")


def test_every_component_has_a_page_in_each_language() -> None:
    catalogue = load()
    pages = Pages(Path("no-such-folder"), catalogue)
    assert len(pages) == len(catalogue) * len(LANGUAGES)


def test_a_page_needs_its_twin(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match=r"a\.en\.md"):
        Pages(content(tmp_path, a_ja=FRONT), Catalogue({}))


def test_a_page_needs_a_title(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError) as caught:
        Pages(content(tmp_path, a_ja="本文\n", a_en=FRONT), Catalogue({}))
    assert 'write title = "…" between the +++ lines' in caught.value.en


def test_an_unknown_page_gives_the_nearest(tmp_path: Path) -> None:
    pages = Pages(content(tmp_path, color_ja=FRONT, color_en=FRONT), Catalogue({}))
    with pytest.raises(DesignsysError) as caught:
        pages.get("colour", "ja")
    assert caught.value.en == "there is no page 'colour'; did you mean 'color'?"


@pytest.mark.parametrize(
    ("target", "start", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "en/components/button.html", "../../index.html"),
        ("en/components/link.html", "en/components/button.html", "link.html"),
    ],
    ids=["itself", "up", "beside"],
)
def test_links_are_relative(target: str, start: str, link: str) -> None:
    assert relative(target, start) == link


def test_japanese_lives_at_the_root() -> None:
    assert (page_path("a/b", "ja"), page_path("a/b", "en")) == ("a/b.html", "en/a/b.html")
