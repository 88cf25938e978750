"""A sentence of more than 100 characters.

公用文作成の考え方 (2022) asks for short sentences, and 60 characters are what most readers hold. Advice only: a
sentence may be long and clear, and a list in one sentence is counted in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.content.sentences import sentences
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "long-sentence"
CRITERIA = ("3.1.5",)
CERTAINTY = ADVICE
JA = (
    "「{text}」で始まる文は{length}字あります。聞いている人や日本語を学んでいる人は、終わりまでに初めを忘れます。"
    "60字ほどの文に分けるか、箇条書きにしてください。"
)
EN = (
    "The sentence that begins '{text}' has {length} characters: who listens, or learns Japanese, forgets its beginning. "
    "Part it into sentences of about 60, or make a list."
)

_LONGEST = 100


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every sentence over the bound; spaces do not count."""
    for block in fragment.prose:
        for start, end in sentences(block.text):
            length = len(re.sub(r"\s", "", block.text[start:end]))
            if length > _LONGEST:
                told = {"text": excerpt(block.text[start:end])[:15], "length": length}
                yield Seen(block.place(start, end), JA.format(**told), EN.format(**told))
