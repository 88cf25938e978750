"""Texts with the language that they are marked as."""

from __future__ import annotations

from typing import Any

from designsys.audit.facts import texts


def _told(page: Any) -> list[tuple[str, str, bool]]:
    [frame] = page.fact(texts.find)
    return [(text.text.strip(), text.lang, text.whole) for text in frame.texts]


def test_blocks_marked_parts_names_and_the_title_are_told_apart(opened: Any) -> None:
    page = opened('<p>窓口の<b>案内</b> <span lang="en">Guide</span></p><img alt="庁舎">')
    assert _told(page) == [
        ("窓口の案内", "ja", True),
        ("Guide", "en", False),
        ("庁舎", "ja", True),
        ("試験", "ja", True),
    ]


def test_code_hidden_parts_and_what_is_not_translated_are_left_out(opened: Any) -> None:
    page = opened("<pre>if not</pre><p hidden>隠れた</p><p translate=no>Sakura</p>")
    assert _told(page) == [("試験", "ja", True)]


def test_a_text_is_found_again(opened: Any) -> None:
    page = opened('<p>一</p><p id="second">二</p>')
    [frame] = page.fact(texts.find)
    assert frame.paths(page, [frame.texts[1]]) == [["#second"]]
