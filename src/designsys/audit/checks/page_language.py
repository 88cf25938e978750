"""A page whose text is in another language than its ``lang`` says.

A missing tag and one that is no language are axe-core's. Languages in Latin letters are told by their commonest words
only: a page of names, or in a language that is not listed, is not judged.
"""

from __future__ import annotations

from designsys.audit.facts import texts
from designsys.audit.facts.spoken import spoken
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.languages import names, primary
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "page-language"
CRITERIA = ("3.1.1",)
ASPECTS = frozenset({"scripts"})
ACTS = False
JA = (
    "ページの lang が「{lang}」ですが、本文は{ja}です。読み上げが別の言語の読み方になり、聞き取れません。"
    '<html lang="{tag}"> に直してください。'
)
EN = (
    "The page's lang is '{lang}', but its text is {en}. Screen readers pronounce it by the rules of the other language. "
    'Write <html lang="{tag}">.'
)

_CERTAIN_LETTERS, _CERTAIN_WORDS = 100, 40


def judge(page: LoadedPage) -> list[Observation]:
    """Report each document whose whole text is in another language."""
    found = []
    for frame in page.fact(texts.find):
        seen = spoken(frame)
        if seen is None or primary(frame.lang) in seen.tags:
            continue
        whole = [text for text in frame.texts if text.whole][:1]
        certain = seen.letters >= _CERTAIN_LETTERS and (seen.scripted or seen.words >= _CERTAIN_WORDS)
        ja, en = names(seen.tags[0])
        figures = {"lang": frame.lang, "tag": seen.tags[0], "ja": ja, "en": en}
        for path in frame.paths(page, whole):
            found.append(
                Observation(
                    rule=ID,
                    criteria=CRITERIA,
                    certainty=CERTAIN if certain else LIKELY,
                    path=[*path[:-1], "html"],
                    ja=JA.format(**figures),
                    en=EN.format(**figures),
                )
            )
    return found
