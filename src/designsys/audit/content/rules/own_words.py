"""A city's own list of words and what it writes instead (``--words FILE``).

Says which word it prefers and mends nothing, since a word may stand in a name or want another ending. Where two words
of the list begin at one place, the longer counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "own-words"
CRITERIA: tuple[str, ...] = ()
CERTAINTY = ADVICE
JA = "「{text}」は、用語の一覧では「{better}」です。同じものを同じ言葉で呼ぶと、住民が迷いません。"
EN = "The list of words has '{better}' for '{text}': one thing with one name keeps residents from wondering."


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every word of the list."""
    listed = sorted(filter(None, words), key=lambda word: (-len(word), word))
    if not listed:
        return
    pattern = re.compile("|".join(map(re.escape, listed)))
    for block in fragment.blocks:
        for match in pattern.finditer(block.text):
            better = words[match[0]]
            # The preferred word may hold the other: 子ども for 子.
            if better in block.text[max(match.start() - len(better), 0) : match.end() + len(better)]:
                continue
            told = {"text": match[0], "better": better}
            yield Seen(block.place(*match.span()), JA.format(**told), EN.format(**told))
