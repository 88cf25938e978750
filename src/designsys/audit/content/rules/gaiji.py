"""Characters that only one machine's font knows (外字), and the mark that a lost character leaves.

They are no characters to anybody else: 1.1.1 asks for text that programs can tell. A private character that stands
alone in its element is taken for an icon of a web font, and left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from designsys.audit.content.findings import Seen
from designsys.audit.content.fragment import Element, Fragment
from designsys.audit.findings import LIKELY

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "gaiji"
CRITERIA = ("1.1.1",)
CERTAINTY = LIKELY
WORDS = {
    "private": (
        "外字（U+{code:04X}）があります。登録した機械のほかでは別の形や空欄になり、読み上げもされません。"
        "標準の文字に替えるか、読みを添えてください。",
        "There is a private character (U+{code:04X}). Elsewhere it shows as another shape or a blank, and it is never "
        "read aloud. Use a standard character, or write its reading.",
    ),
    "lost": (
        "文字化け（U+FFFD）があり、もとの文字が分かりません。正しい文字を書き直してください。",
        "A character was lost (U+FFFD), so nobody can tell what was written. Write the right one.",
    ),
}

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]|\ufffd")


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every private character inside words, and every lost one."""
    for block in fragment.blocks:
        for match in _PRIVATE.finditer(block.text):
            at = match.start()
            if match[0] == "\ufffd":
                kind = "lost"
            elif _beside_words(block.text, at) and not _icon(block.elements, at):
                kind = "private"
            else:
                continue
            ja, en = WORDS[kind]
            yield Seen(block.place(at, at + 1), ja.format(code=ord(match[0])), en.format(code=ord(match[0])))


def _beside_words(text: str, at: int) -> bool:
    return any(character.isalpha() for character in text[max(at - 1, 0) : at] + text[at + 1 : at + 2])


def _icon(elements: Sequence[Element], at: int) -> bool:
    """Whether no neighbour stands in the same element."""
    near = [*elements[max(at - 1, 0) : at], *elements[at + 1 : at + 2]]
    return all(element is not elements[at] for element in near)
