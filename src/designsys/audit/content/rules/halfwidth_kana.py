"""Half-width kana (ｶﾞｲﾄﾞ), whose voiced sounds are two characters each.

Some readers and braille displays spell them out, and a search for ガイド does not find them. No criterion forbids
them, so it is advice; the full-width form says the same, so the mending is sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "halfwidth-kana"
CRITERIA: tuple[str, ...] = ()
CERTAINTY = ADVICE
JA = "「{text}」は半角カナです。濁点が離れて読まれたり、検索で見つからなかったりします。全角で「{full}」と書いてください。"
EN = (
    "'{text}' is in half-width kana: voicing marks may be read apart, and a search misses it. Write '{full}'."
)

# Begins with a sound: a mark alone has nothing to join.
_KANA = re.compile("[\uff61-\uff9d][\uff61-\uff9f]*")


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every run of half-width kana."""
    for block in fragment.blocks:
        for match in _KANA.finditer(block.text):
            full = unicodedata.normalize("NFKC", match[0])
            yield Seen(
                block.place(*match.span()),
                JA.format(text=excerpt(match[0]), full=excerpt(full)),
                EN.format(text=excerpt(match[0]), full=excerpt(full)),
                mending=full,
            )
