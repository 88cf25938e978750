"""A heading that skips a level on the way down: h2, then h4.

Who goes by headings looks for the part that is missing. No criterion forbids it (G141 is good practice), and a
fragment may begin at any level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Place, Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "heading-order"
CRITERIA = ("1.3.1",)
CERTAINTY = ADVICE
JA = (
    "見出し「{text}」は h{level} ですが、前の見出しは h{before} で、段が飛んでいます。"
    "見出しをたどる人が、抜けた部分を探してしまいます。h{wanted} にしてください。"
)
EN = (
    "The heading '{text}' is an h{level} after an h{before}: who goes by headings looks for what is missing. "
    "Make it an h{wanted}."
)


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every heading more than one level below the one before."""
    before = None
    for element in fragment.elements:
        if element.silent or not re.fullmatch("h[1-6]", element.tag):
            continue
        level = int(element.tag[1])
        if before is not None and level > before + 1:
            told = {"level": level, "before": before, "wanted": before + 1}
            text = excerpt(fragment.words(element))
            yield Seen(
                Place(element.start, element.end), JA.format(text=text, **told), EN.format(text=text, **told)
            )
        before = level
