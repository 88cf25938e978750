"""Search finds pages by spelling variants, readings and English names, and says when there is nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.docs import search
from designsys.errors import DesignsysError

pytestmark = pytest.mark.xdist_group("docs")

QUERIES = [
    ("引越し", "service"),
    ("引っ越し", "service"),
    ("てんしゅつとどけ", "service"),
    ("moving out", "service"),
    ("ラジオボタン", "components/radios"),
    ("プルダウン", "components/select"),
    ("ひづけ", "components/date_input"),
    ("character count", "components/textarea"),
    ("ダークモード", "foundations/color"),
    ("text_input", "components/text_input"),
]


def results(page: Any, query: str) -> tuple[list[str], str]:
    """The addresses found, and what the status says, once the search is over."""
    page.locator("docs-results[data-ready]").wait_for(state="attached")
    field = page.locator("#q")
    field.fill(query)
    field.press("Enter")
    page.wait_for_function("query => new URLSearchParams(location.search).get('q') === query", arg=query)
    links = page.locator(".docs-results__link").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    return links, page.locator("[data-status]").inner_text()


@pytest.mark.parametrize(("query", "slug"), QUERIES, ids=[query for query, _ in QUERIES])
def test_finds_the_page_by_what_people_call_it(visit: Any, query: str, slug: str) -> None:
    visited = visit("search.html")
    found, said = results(visited.page, query)
    assert f"/{slug}.html" in found[:3]
    assert said == f"{len(found)}件見つかりました"
    assert visited.problems == []


def test_finds_nothing_and_says_so(visit: Any) -> None:
    found, said = results(visit("search.html").page, "ペンギン飼育")
    assert found == []
    assert said.startswith("「ペンギン飼育」は見つかりませんでした")


def test_the_headers_field_leads_to_the_results(visit: Any) -> None:
    page = visit("en/components/index.html").page
    page.locator("#site-search").fill("dropdown")
    page.locator("#site-search").press("Enter")
    page.locator(".docs-results__link").first.wait_for()
    paths = page.locator(".docs-results__link").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert "/en/components/select.html" in paths[:3], "English pages have an index of their own"
    page.locator(".docs-results__link").first.click()
    page.locator("h1").wait_for()


def test_a_folder_that_is_none_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match="Pagefind"):
        search.index(tmp_path / "missing")


@pytest.mark.parametrize(
    ("one", "other"),
    [("ラジオ", "らじお"), ("ＷＣＡＧ", "wcag"), ("moving out", "MovingOut"), ("㍻", "平成")],
    ids=["kana", "width", "blanks", "compatibility"],
)
def test_spellings_of_one_word_are_one_token(one: str, other: str) -> None:
    assert search.token(one) == search.token(other)


def test_a_token_is_letters_only_and_begins_as_its_word_does() -> None:
    assert set(search.token("転出届")) <= set("abcdefghijklmnop")
    assert search.token("転出届").startswith(search.token("転出"))
    assert len(search.token("転出届")) == 12
