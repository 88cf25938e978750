"""The cells of the site's tables."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from designsys.catalogue import load
from designsys.criteria import criteria
from designsys.docs import rows
from designsys.docs.contracts import KeyRow
from designsys.docs.proof import PairRow, summary_rows
from designsys.docs.site import Site
from designsys.docs.towns import Town
from designsys.tokens import Distance, Pair, new_theme


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    return Site().words["ja"]


def test_a_required_parameter_says_so_in_words(words: dict[str, Any]) -> None:
    key = KeyRow("label", Markup("文字列"), True, "", Markup("名前"), "", None, None)
    (cells,) = rows.key_rows([key], words)
    assert "※必須" in cells[0]
    assert cells[1:] == ["文字列", "–", "名前"]


def test_an_old_parameter_names_its_successor(words: dict[str, Any]) -> None:
    key = KeyRow("kind", Markup("x"), False, '"a"', Markup("y"), "0.2.0", "0.3.0", "variant")
    (cells,) = rows.key_rows([key], words)
    assert cells[2] == "<code>&#34;a&#34;</code>"
    assert "0.3.0 版で非推奨" in cells[3] and "variant" in cells[3] and "0.2.0 版から" in cells[3]


def test_a_criterion_has_its_number_in_jis_or_none(words: dict[str, Any]) -> None:
    old, new = rows.criteria_rows([criteria()["1.3.1"], criteria()["2.5.8"]], "ja", words)
    assert old == ["1.3.1 情報及び関係性", "A", "1.3.1"]
    assert new[2] == "対応なし"


def pair(kind: str, ratio: float, required: float) -> Pair:
    names = ("color.text", "color.background")
    return Pair(*names, "#fefefe", "#12141c", ratio, required, kind, "default", "dark", 0.0)


def test_a_ratio_stands_on_its_colours_in_its_scheme_with_what_it_owes(words: dict[str, Any]) -> None:
    row = PairRow(("color.text",), "color.background", "text", {"dark": pair("text", 11.009, 7)})
    (cells,) = rows.pair_rows([row], ["dark"], words)
    assert cells[:3] == ["<code>text</code>", "<code>background</code>", "文字 1.4.3"]
    assert cells[3] == (
        '<span class="docs-pair docs-token-color-background docs-token-color-text-ink" data-ds-scheme="dark">11.00</span>'
        ' <span class="docs-owed">≥ 7</span>'
    )


def test_what_is_not_text_is_a_mark_on_its_ground(words: dict[str, Any]) -> None:
    row = PairRow(("color.a", "color.b"), "color.background", "focus", {"dark": pair("focus", 3.2, 3)})
    (cells,) = rows.pair_rows([row], ["dark"], words)
    assert cells[0] == "<code>a</code> / <code>b</code>"
    assert cells[3] == (
        '<span class="docs-pair docs-token-color-background" data-ds-scheme="dark">'
        '<span class="docs-pair__mark docs-token-color-text"></span></span> 3.20 <span class="docs-owed">≥ 3</span>'
    )


def test_a_summary_gives_count_and_least_ratio(words: dict[str, Any]) -> None:
    (cells,) = rows.summary_rows(summary_rows([pair("non-text", 3.119, 3)]), ["dark"], words)
    assert cells == ["文字以外", "1.4.11", "1", '3.11 <span class="docs-owed">≥ 3</span>']


def test_chart_colours_are_told_by_colour_vision(words: dict[str, Any]) -> None:
    one = Distance("a", "b", "#000000", "#ffffff", "deutan", 12.349, 10.0, "default", "dark")
    assert rows.distance_rows({"deutan": {"dark": one}}, ["dark"], words) == [
        ["D型", '12.34 <span class="docs-owed">≥ 10</span>']
    ]


def test_a_colour_that_owes_nothing_says_why() -> None:
    assert rows.exempt_rows({"color.border": "飾りの線"}) == [["<code>border</code>", "飾りの線"]]


def test_a_town_shows_its_colour_and_the_one_derived() -> None:
    town = Town({"ja": "山吹町", "en": "Yamabuki"}, new_theme("gold", "山吹町", id="yamabuki"))
    (cells,) = rows.town_rows([town], "en")
    assert cells[0] == "Yamabuki"
    assert 'data-role="brand" data-ds-theme="yamabuki"' in cells[1] and "#ffd700" in cells[1]
    assert 'data-role="primary"' in cells[2] and "#ffd700" not in cells[2]
    assert "it stays as decoration" in cells[3].replace("\n", " ")


def test_keys_are_told_in_the_readers_language() -> None:
    (first, *_) = rows.keyboard_rows(load()["button"], "en")
    assert first == ["<kbd>Enter</kbd>", "Presses the button."]


def test_the_conditions_are_worded(words: dict[str, Any]) -> None:
    cells = rows.condition_rows(words)
    assert len(cells) == 12
    assert ["強制カラー（暗）", "320 px", "あり"] in cells
