"""役所言葉 with a plainer word: 遡及して is さかのぼって.

The words stand in ``plain_words.toml``. A word inside a longer compound of kanji is a term of its own and is left;
which wording a law asks for, a machine cannot know, so it is advice and mends nothing.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen
from designsys.audit.content.fragment import Fragment
from designsys.audit.content.sentences import KANJI
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "plain-words"
CRITERIA = ("3.1.5",)
CERTAINTY = ADVICE
JA = "「{text}」は、役所の言葉に慣れない人に伝わりにくい言い方です。「{plain}」などと書いてください。"
EN = "'{text}' is the language of offices, which many do not follow. Write, for example, '{plain}'."

_KANJI = re.compile(f"[{KANJI}]")


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every word of the list, but for those that the city's own list rules on."""
    plainer, unguarded, pattern = _table()
    for block in fragment.blocks:
        for match in pattern.finditer(block.text):
            word = match[0]
            before = block.text[max(match.start() - 1, 0) : match.start()]
            inside = word not in unguarded and _KANJI.match(word) and _KANJI.match(before)
            if not inside and word not in words:
                told = {"text": word, "plain": plainer[word]}
                yield Seen(block.place(*match.span()), JA.format(**told), EN.format(**told))


@functools.cache
def _table() -> tuple[dict[str, str], frozenset[str], re.Pattern[str]]:
    """The words with their plainer ones, those that kanji may stand before, and what finds them all."""
    text = (
        importlib.resources.files(__package__ or "").joinpath("plain_words.toml").read_text(encoding="utf-8")
    )
    table = tomllib.loads(text)
    plainer = table["words"] | table["before_nouns"] | table["anywhere"]
    # The longer first, so that 遡及して is not taken for 遡及. Each begins with itself: a look behind would have
    # every word tried at every character.
    longest = sorted(plainer, key=len, reverse=True)
    pattern = "|".join(word + _after(word) if word in table["words"] else word for word in longest)
    return plainer, frozenset(table["anywhere"]), re.compile(pattern)


def _after(word: str) -> str:
    return f"(?![{KANJI}])" if _KANJI.match(word[-1]) else ""
