"""A reading in brackets after its kanji, 「本郷（ほんごう）」, where ruby says which characters it belongs to.

A reader says it twice, and a page cannot show or hide it. How many kanji a reading covers is the writer's to know,
so nothing is mended; glosses in hiragana may be taken for readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.content.sentences import KANJI
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "reading-brackets"
CRITERIA = ("3.1.6",)
CERTAINTY = ADVICE
JA = (
    "「{text}」は読みをかっこで添えています。読み上げでは同じ語が2度聞こえます。"
    "<ruby>{kanji}<rp>（</rp><rt>{kana}</rt><rp>）</rp></ruby> のように、ふりがな（ruby）で書いてください。"
)
EN = (
    "'{text}' gives a reading in brackets, so the word is heard twice. "
    "Write it as ruby: <ruby>{kanji}<rp>（</rp><rt>{kana}</rt><rp>）</rp></ruby>."
)

_READING = re.compile(rf"(?<![{KANJI}])([{KANJI}]++)[（(]([ぁ-んー]{{2,}})[）)]")
# Hiragana that asks for something or qualifies what stands before.
_NO_READINGS = frozenset(
    "ふりがな よみがな かな ひらがな あり なし など のみ ほか うち また ただし おおむね いずれも または および すべて まで から より "
    "こども おとな あなた わたし みなさん みなさま うつし みほん おもて うら はい いいえ まる ばつ ください できれば くわしくは とおり とする".split()
)


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every reading that stands in brackets in the text; an attribute cannot hold ruby."""
    for block in fragment.prose:
        for match in _READING.finditer(block.text):
            kanji, kana = match.groups()
            if kana in _NO_READINGS or kana.endswith(("です", "ます", "ません")):
                continue
            quoted = {"text": excerpt(match[0]), "kanji": kanji, "kana": kana}
            yield Seen(block.place(*match.span()), JA.format(**quoted), EN.format(**quoted))
