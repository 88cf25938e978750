"""The cells of the site's tables."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from designsys.catalogue import load
from designsys.criteria import criteria
from designsys.docs import rows
from designsys.docs.contracts import KeyRow
from designsys.docs.foundations import ContrastRow
from designsys.docs.site import Site


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


def test_a_ratio_stands_on_its_colours_in_its_scheme() -> None:
    row = ContrastRow("color.text", "color.background", "text", 4.5, {"dark": 11.0})
    (cells,) = rows.contrast_rows([row], ["dark"])
    assert cells[:3] == ["<code>text</code>", "<code>background</code>", "4.5"]
    assert cells[3] == (
        '<span class="docs-pair docs-token-color-background docs-token-color-text-ink" data-ds-scheme="dark">11.00</span>'
    )


def test_keys_are_told_in_the_readers_language() -> None:
    (first, *_) = rows.keyboard_rows(load()["button"], "en")
    assert first == ["<kbd>Enter</kbd>", "Presses the button."]


def test_the_conditions_are_worded(words: dict[str, Any]) -> None:
    cells = rows.condition_rows(words)
    assert len(cells) == 12
    assert ["強制カラー（暗）", "320 px", "あり"] in cells
