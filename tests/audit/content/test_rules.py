"""The content rules on their own pages, and their words.

``<rule>/fails.html`` marks the element that each finding begins in (``data-fails`` certain, ``data-likely``,
``data-advice``); ``<rule>/passes.html`` holds near misses and marks none.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.content import judge
from designsys.audit.content.reader import read
from designsys.audit.content.rules import all_rules

HERE = Path(__file__).parent
RULES = {rule.ID: rule for rule in all_rules()}
WORDS = {"子供": "子ども", "ホームページ": "ウェブサイト"}
MARKS = {"certain": "data-fails", "likely": "data-likely", "advice": "data-advice"}


@pytest.mark.parametrize("which", ["fails", "passes"])
@pytest.mark.parametrize("rule", RULES)
def test_marked_elements_are_found_and_no_others(rule: str, which: str) -> None:
    html = (HERE / rule / f"{which}.html").read_text(encoding="utf-8")
    fragment = read(html)
    found = set()
    for finding in judge(html, WORDS):
        if finding.rule == rule:
            holder = fragment.holder(finding.start)
            assert holder is not None
            found.add((finding.certainty, holder.start))
    marked = {
        (certainty, match.start())
        for certainty, mark in MARKS.items()
        for match in re.finditer(rf"<[^<>]* {mark}[^<>]*>", html)
    }
    assert found == marked
    assert bool(marked) == (which == "fails")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_what_it_is_for(rule: Any) -> None:
    assert rule.__doc__
    assert rule.CERTAINTY == "advice" or rule.CRITERIA, "no criterion is broken, so nothing fails"
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.ID)
    assert rule.__name__.endswith("." + rule.ID.replace("-", "_"))


def _one(html: str, rule: str, words: dict[str, str] | None = None) -> Any:
    (finding,) = (one for one in judge(html, words) if one.rule == rule)
    return finding


@pytest.mark.parametrize(
    ("html", "rule", "ja"),
    [
        (
            "<th>日　時</th>",
            "spaced-word",
            "「日　時」は語の中に空白があります。読み上げが語の途中で切れ、「日時」で検索しても見つかりません。"
            "空白を消し、字の間は CSS の letter-spacing で空けてください。",
        ),
        (
            "<p>渡&#xE001;さん",
            "gaiji",
            "外字（U+E001）があります。登録した機械のほかでは別の形や空欄になり、読み上げもされません。"
            "標準の文字に替えるか、読みを添えてください。",
        ),
        (
            "<p>受付は�後",
            "gaiji",
            "文字化け（U+FFFD）があり、もとの文字が分かりません。正しい文字を書き直してください。",
        ),
        (
            "<p>ｶﾞｲﾄﾞ",
            "halfwidth-kana",
            "「ｶﾞｲﾄﾞ」は半角カナです。濁点が離れて読まれたり、検索で見つからなかったりします。全角で「ガイド」と書いてください。",
        ),
        (
            "<p>50㎡",
            "machine-dependent",
            "「㎡」は1文字に何文字も詰めた機種依存文字です。読み上げで飛ばされたり、違う読みになったりします。「平方メートル」と書いてください。",
        ),
        (
            '<a href="a.pdf">申請書</a>',
            "pdf-link",
            "「申請書」は PDF へのリンクですが、そう書かれていません。別のソフトが開き、戻れなくなる人がいます。"
            "リンクの文に「（PDF：120キロバイト）」のように形式と大きさを書いてください。",
        ),
        (
            '<a href="files/a.pdf">PDF</a>',
            "pdf-link",
            "「PDF」の PDF の大きさが分かりません。通信量を気にする人が、開いてよいか決められません。"
            "「（PDF：120キロバイト）」のように大きさも書いてください。",
        ),
        (
            "<p>塙（はなわ）",
            "reading-brackets",
            "「塙（はなわ）」は読みをかっこで添えています。読み上げでは同じ語が2度聞こえます。"
            "<ruby>塙<rp>（</rp><rt>はなわ</rt><rp>）</rp></ruby> のように、ふりがな（ruby）で書いてください。",
        ),
        (
            "<h2>手当</h2><h4>額</h4>",
            "heading-order",
            "見出し「額」は h4 ですが、前の見出しは h2 で、段が飛んでいます。見出しをたどる人が、抜けた部分を探してしまいます。h3 にしてください。",
        ),
        (
            "<p>R8.4.1",
            "slash-date",
            "「R8.4.1」は、読み上げでは分数や小数に聞こえ、日付だと分からないことがあります。「令和8年4月1日」と書いてください。",
        ),
        (
            "<p>（０３）１２３４－５６７８",
            "fullwidth-telephone",
            "電話番号「（０３）１２３４－５６７８」に全角の数字や記号があります。押しても電話がかからず、正しく読み上げられないことがあります。"
            "半角で「03-1234-5678」と書いてください。",
        ),
        (
            "<p>ここをクリック",
            "click-wording",
            "「クリック」はマウスを使う人への言い方です。キーボード、指、声で使う人もいます。"
            "ボタンは「押す」、リンクや項目は「選ぶ」「開く」と書いてください。",
        ),
        (
            f"<p>{'市の窓口で、' * 20}待ちます。",
            "long-sentence",
            "「市の窓口で、市の窓口で、市の窓」で始まる文は125字あります。聞いている人や日本語を学んでいる人は、終わりまでに初めを忘れます。"
            "60字ほどの文に分けるか、箇条書きにしてください。",
        ),
        (
            "<p>国民健康保険証再交付申請書一式を至急提出願います。",
            "kanji-density",
            "「国民健康保険証再交付申請書一式」で始まる文は、24字のうち83％が漢字です。漢字が続くと、読むのに時間のかかる人がいます。"
            "熟語を「〜する」「〜の」とほどき、3割ほどにしてください。",
        ),
        (
            "<p>四月に遡及して",
            "plain-words",
            "「遡及して」は、役所の言葉に慣れない人に伝わりにくい言い方です。「さかのぼって」などと書いてください。",
        ),
        (
            "<p>名　　年　　額<br>甲　　１　　２",
            "typed-columns",
            "「名　　年　　額」から2行が、空白で表のようにそろえてあります。読み上げでは列の意味が分からず、文字を大きくすると崩れます。"
            "表なら table と th、項目と説明の組なら dl で書いてください。",
        ),
    ],
)
def test_the_words(html: str, rule: str, ja: str) -> None:
    finding = _one(html, rule)
    assert finding.message("ja") == ja
    assert finding.message("en") == finding.en
    assert re.match("[ -~]", finding.en[0])


def test_the_words_of_a_city() -> None:
    finding = _one("<p>子供の日", "own-words", {"子供": "子ども"})
    assert (
        finding.ja
        == "「子供」は、用語の一覧では「子ども」です。同じものを同じ言葉で呼ぶと、住民が迷いません。"
    )
    assert finding.en == (
        "The list of words has '子ども' for '子供': one thing with one name keeps residents from wondering."
    )


def test_a_city_overrules_the_words_of_offices() -> None:
    assert not judge("<p>当該職員", {"当該": "当該"})


def test_the_preferred_word_may_hold_the_other() -> None:
    assert [one.text for one in judge("<p>子どもと子の話", {"子": "子ども"})] == ["子"]


def test_the_words_of_offices_are_a_plain_list() -> None:
    rule: Any = RULES["plain-words"]
    html = "".join(f"<p>{word}" for word in ("遡及", "当該", "及び"))
    assert len([one for one in judge(html) if one.rule == rule.ID]) == 3


def test_many_words_of_offices_are_listed() -> None:
    folder = Path(RULES["plain-words"].__file__).parent  # type: ignore[attr-defined]
    table = tomllib.loads((folder / "plain_words.toml").read_text(encoding="utf-8"))
    words = {word: plain for part in table.values() for word, plain in part.items()}
    assert sum(map(len, table.values())) == len(words) >= 120, "a word stands once"
    assert not {word for word, plain in words.items() if word in plain or not plain}
    for word, plain in words.items():
        assert not [one for one in judge(f"<p>{plain}") if one.rule == "plain-words"], (word, plain)
