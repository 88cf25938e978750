"""The foundation pages: every token of the files on exactly one of them, and what people call things."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from designsys.docs.foundation_view import FoundationView
from designsys.docs.foundations import Foundations
from designsys.docs.site import Site
from designsys.tokens import load


@pytest.fixture(scope="module")
def site() -> Site:
    return Site()


def view(site: Site, slug: str, language: str = "ja", tokens: Foundations | None = None) -> FoundationView:
    return FoundationView(site, site.pages.get(f"foundations/{slug}", language), tokens)


@pytest.mark.parametrize("language", ["", "en"], ids=["ja", "en"])
def test_every_token_of_the_files_is_on_exactly_one_page(built: Any, language: str) -> None:
    pages = Path(built.out / language / "foundations").glob("*.html")
    shown = Counter(
        path
        for page in pages
        for path in re.findall(r'data-token="([^"]+)"', page.read_text(encoding="utf-8"))
    )
    assert set(shown) == set(load().resolve())
    assert set(shown.values()) == {1}


def test_a_group_that_no_page_names_shows_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site()
    names = (*site.foundations.group_names, "aspect-ratio")
    monkeypatch.setattr(site.foundations, "group_names", names)
    assert view(site, "space").group_names[-1] == "aspect-ratio"
    assert view(site, "space").title("aspect-ratio") == "aspect-ratio"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_group_and_part_has_a_name_that_people_use(site: Site, language: str) -> None:
    unnamed = []
    for page in site.pages.of(language):
        shown = FoundationView(site, page)
        for group in shown.group_names:
            parted = page.template in ("color.jinja", "palette.jinja") or group == "font"
            names = [(group, part.name) for part in shown.parts(group)] if parted else [(group,)]
            unnamed += [name for name in names if shown.title(*name) == name[-1]]
    assert unnamed == []


def test_a_page_offers_the_formats_of_its_tokens(site: Site) -> None:
    assert view(site, "color").formats == [("css", "CSS"), ("dtcg", "DTCG"), ("figma", "Figma")]
    assert view(site, "palette").formats == [("dtcg", "DTCG"), ("figma", "Figma")]


def test_places_are_groups_or_their_parts(site: Site) -> None:
    assert view(site, "motion").places() == [("時間", "duration"), ("緩急", "easing")]
    assert ("誤り", "color-error") in view(site, "color").places(in_parts=True)


def test_schemes_are_called_as_people_call_them(site: Site) -> None:
    assert view(site, "color").schemes[-1] == ("high-contrast", "高コントラスト")
    assert view(site, "color", "en").schemes[0] == ("light", "Light")


def test_the_table_of_pairs_has_a_column_for_every_scheme(site: Site) -> None:
    shown = view(site, "contrast")
    pairs = shown.pairs_of("wakaba")
    (width,) = {len(row) for row in shown.pair_rows(pairs)}
    assert width == len(shown.pair_columns) == 6
    assert len(shown.summary_rows(pairs)[0]) == len(shown.summary_columns) == 6
    assert len(shown.distance_rows(shown.tokens.distances)[0]) == len(shown.distance_columns) == 4


def test_an_auditor_finds_every_pair_in_every_scheme(built: Any, site: Site) -> None:
    html = (built.out / "foundations" / "contrast.html").read_text(encoding="utf-8")
    cells = re.findall(r'class="docs-pair [^"]*" data-ds-scheme="([\w-]+)"', html)
    shown = view(site, "contrast")
    expected = sum(len(shown.pair_rows(shown.pairs_of(theme))) for theme, _ in shown.theme_choices)
    assert Counter(cells) == dict.fromkeys(shown.tokens.schemes, expected)
    assert f"{shown.proven}組を計算しました" in html


def test_colours_that_owe_nothing_are_told_with_their_reasons(built: Any, site: Site) -> None:
    html = (built.out / "foundations" / "contrast.html").read_text(encoding="utf-8")
    missing = [
        row[0] for row in view(site, "contrast").exempt_rows if row[0] not in html or row[1] not in html
    ]
    assert missing == []
