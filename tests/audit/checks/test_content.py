"""The content rules asked of a page as it is shown; tests/audit/content has the rules themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE, CONDITIONS, Condition

HERE = Path(__file__).parent / "spaced-word"
JAVASCRIPT_OFF = next(condition for condition in CONDITIONS if not condition.scripts)


def _judge(judge_html: Any, body: str, condition: Condition = BASE) -> list[Any]:
    html = f'<!doctype html><html lang="ja"><meta charset="utf-8"><title>案内</title><body><main><h1>案内</h1>{body}'
    found: list[Any] = judge_html(html, conditions=(condition,)).findings
    return found


def test_what_is_shown_is_judged(judge_html: Any) -> None:
    """In shadow trees and frames too, and what a script wrote."""
    found = judge_html((HERE / "fails.html").read_text(encoding="utf-8"), conditions=(BASE,)).findings
    certain = [
        re.sub("<[^>]*>", "", one.html)
        for one in found
        if one.certainty == "certain" and one.rule == "spaced-word"
    ]
    assert sorted(certain) == sorted(
        ["日　時", "費&nbsp;用", "申　込　先", "対　象", "講　師", "定　員", "場　所", "", "目　次"]
    )
    (likely,) = (one for one in found if one.rule == "spaced-word" and one.certainty == "likely")
    assert "山　田　太　郎" in likely.html
    assert all("data-designsys" not in one.html for one in found)
    assert any(one.selector == "#host >>> p" for one in found)


def test_what_is_not_shown_or_right_passes(judge_html: Any) -> None:
    found = judge_html((HERE / "passes.html").read_text(encoding="utf-8"), conditions=(BASE,)).findings
    assert not [one for one in found if one.rule == "spaced-word"]


def test_noscript_is_judged_where_scripts_are_off(judge_html: Any) -> None:
    found = _judge(judge_html, "<noscript><p>氏　名</p></noscript>", JAVASCRIPT_OFF)
    assert [one.certainty for one in found if one.rule == "spaced-word"] == ["certain"]


def test_advice_is_given_once_a_page(judge_html: Any) -> None:
    found = _judge(judge_html, "<p>当該職員</p><p>当該年度</p><p>及び</p>")
    assert [one.ja[:6] for one in found if one.rule == "plain-words"] == ["「当該」は、", "「及び」は、"]
    assert {one.certainty for one in found if one.rule == "plain-words"} == {"advice"}


def test_a_city_s_own_words(judge_html: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = tmp_path / "用語.toml"
    words.write_text('"子供" = "子ども"\n', encoding="utf-8")
    monkeypatch.setenv("DESIGNSYS_WORDS", str(words))
    found = _judge(judge_html, "<p>子供の遊び場</p>")
    assert [one.certainty for one in found if one.rule == "own-words"] == ["advice"]


def test_the_order_of_headings_is_told_once(judge_html: Any) -> None:
    found = _judge(judge_html, "<h3>手当</h3>")
    assert len([one for one in found if one.rule == "heading-order"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<script>Object.defineProperty(document.body, 'outerHTML', {get() { throw 1 }})</script><p>日　時</p>",
        "<script>Element.prototype.append = () => { throw 1 }</script><p>日　時</p>",
        "<script>document.importNode = null</script><p>日　時</p>",
    ],
)
def test_the_pages_scripts_change_nothing(body: str, judge_html: Any) -> None:
    assert [one.certainty for one in _judge(judge_html, body) if one.rule == "spaced-word"] == ["certain"]


def test_nothing_of_the_page_runs_twice(judge_html: Any) -> None:
    body = (
        "<p id=count>0</p><script>customElements.define('x-a', class extends HTMLElement { constructor() { super(); "
        "document.querySelector('#count').textContent += '日　時' } })</script><x-a></x-a>"
    )
    found = _judge(judge_html, body)
    assert not [one for one in found if one.rule == "spaced-word" and one.html.count("日　時") > 1]


def test_a_page_deeper_than_the_stack_is_let_go(judge_html: Any) -> None:
    body = (
        "<script>let at = document.querySelector('main'); for (let i = 0; i < 20000; i++) { const next = "
        "document.createElement('div'); at.append(next); at = next }</script>"
    )
    assert _judge(judge_html, body) is not None
