"""A sentence in which more than half of the characters are kanji.

Plain Japanese has about three in ten. Names of offices and laws raise the share, so it is advice, and short sentences
are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.content.sentences import KANJI, sentences
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "kanji-density"
CRITERIA = ("3.1.5",)
CERTAINTY = ADVICE
JA = (
    "「{text}」で始まる文は、{length}字のうち{share}％が漢字です。漢字が続くと、読むのに時間のかかる人がいます。"
    "熟語を「〜する」「〜の」とほどき、3割ほどにしてください。"
)
EN = (
    "{share} % of the {length} characters in the sentence that begins '{text}' are kanji, which slows many readers. "
    "Loosen compounds into verbs and phrases, to about 30 %."
)

_SHORTEST = 20
_SHARE = 50
_LETTER = re.compile(rf"[{KANJI}ぁ-んァ-ヶー]")
_KANJI = re.compile(f"[{KANJI}]")


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every sentence over the share; digits, marks and Latin letters do not count."""
    for block in fragment.prose:
        for start, end in sentences(block.text):
            sentence = block.text[start:end]
            length = len(_LETTER.findall(sentence))
            share = round(100 * len(_KANJI.findall(sentence)) / length)
            if length >= _SHORTEST and share > _SHARE:
                told = {"text": excerpt(sentence)[:15], "length": length, "share": share}
                yield Seen(block.place(start, end), JA.format(**told), EN.format(**told))
