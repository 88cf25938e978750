"""Compares texts by the words that they share, in Japanese and in languages with blanks.

Counts words, or pairs of letters where a language writes none apart; what they mean is not known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

__all__ = ["shared", "words"]

_RUN = re.compile(r"[a-z0-9@_À-ɏ-]+|[぀-ヿ㐀-鿿々〆ー]+")


def words(text: str) -> frozenset[str]:
    """The words of a text: whole ones in Latin letters and figures, pairs of letters in Japanese.

    Width variants and case do not count.
    """
    found: set[str] = set()
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        if run[0] < "぀" or len(run) == 1:
            found.add(run)
        else:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


def shared(one: Collection[str], other: Collection[str]) -> float:
    """How much of the smaller collection the other holds too, 0 to 1; 0 where either is empty."""
    smaller = min(len(one), len(other))
    return len(set(one) & set(other)) / smaller if smaller else 0.0
