"""The sentences of a block of Japanese text.

Goes by 。 and its kin alone, so labels, names and headings, which have none, are no
sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["KANJI", "sentences"]

KANJI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆ヶ"
"""The kanji, as a character class of a regular expression holds them."""

_END = re.compile("[。！？\n]")
_KANA = re.compile("[ぁ-ん]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence that ends as one and has hiragana in it.

    :param text: a block's text; a line break ends a sentence too.
    """
    done = 0
    for match in _END.finditer(text):
        start, end = done, match.end()
        done = end
        if match[0] != "\n" and _KANA.search(text, start, end):
            yield start + len(text[start:end]) - len(text[start:end].lstrip()), end
