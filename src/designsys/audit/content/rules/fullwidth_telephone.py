"""Telephone numbers in full-width digits, or joined by a long-vowel mark: ０３－１２３４－５６７８, 03ー1234ー5678.

Telephones do not offer to dial them, copies and searches fail, and ー is read as a lengthened sound. The half-width
number is the same number, so the mending is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "fullwidth-telephone"
CRITERIA: tuple[str, ...] = ()
CERTAINTY = ADVICE
JA = (
    "電話番号「{text}」に全角の数字や記号があります。押しても電話がかからず、正しく読み上げられないことがあります。"
    "半角で「{number}」と書いてください。"
)
EN = (
    "The telephone number '{text}' has full-width digits or marks: it may not dial when pressed, nor be read right. "
    "Write '{number}'."
)

_N, _JOIN = "[0-9０-９]", "[-－‐‑‒–—―−ーｰ─]"
_NUMBER = re.compile(
    rf"(?<![0-9０-９A-Za-z])(?:[（(]([0０]{_N}{{1,4}})[）)]{_JOIN}?|([0０]{_N}{{1,4}})(?:{_JOIN}|[（(]))"
    rf"({_N}{{1,4}})(?:{_JOIN}|[）)])({_N}{{3,4}})(?![0-9０-９])"
)
_PLAIN = re.compile(r"[-0-9()（）]+")


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every telephone number that is not written in half-width."""
    for block in fragment.blocks:
        for match in _NUMBER.finditer(block.text):
            parts = ["".join(str(int(digit)) for digit in part) for part in match.groups() if part]
            if _PLAIN.fullmatch(match[0]) or len("".join(parts)) not in {10, 11}:
                continue
            number = "-".join(parts)
            told = {"text": excerpt(match[0]), "number": number}
            yield Seen(block.place(*match.span()), JA.format(**told), EN.format(**told), mending=number)
