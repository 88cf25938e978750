"""A part in another language that is not marked, or marked as a language that it is not in.

Names, addresses, single words and short phrases pass: only sentences tell a language. Where the whole page is in
another language than it says, that is reported once, by the check of the page's language.
"""

from __future__ import annotations

from designsys.audit.facts import texts
from designsys.audit.facts.spoken import spoken
from designsys.audit.facts.texts import Frame, Text
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.languages import Language, language, names, primary
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "part-language"
CRITERIA = ("3.1.2",)
ASPECTS = frozenset({"scripts"})
ACTS = False
_UNMARKED = (
    'この部分は{ja}ですが、lang がなく「{lang}」として読み上げられます。この要素に lang="{tag}" を付けてください。',
    "This part is in {en}, but nothing says so and it is read as '{lang}'. Write lang=\"{tag}\" on the element.",
)
_WRONG = (
    'lang が「{lang}」ですが、この部分は{ja}です。読み上げが別の言語の読み方になります。lang="{tag}" に直してください。',
    "The lang says '{lang}', but this part is in {en}, so it is read by the wrong rules. Write lang=\"{tag}\".",
)

# Letters of a script, and common words among at least so many words, that make a part more than a name.
_LIKELY_LETTERS, _CERTAIN_LETTERS = 8, 20
_UNMARKED_WORDS, _UNMARKED_COMMON = 6, 4
_CERTAIN_WORDS, _CERTAIN_COMMON = 15, 6


def judge(page: LoadedPage) -> list[Observation]:
    """Report each part whose language is not the one that it is marked as."""
    found = []
    for frame in page.fact(texts.find):
        seen = list(_foreign(frame))
        for (text, tongue), path in zip(seen, frame.paths(page, [text for text, _ in seen]), strict=False):
            ja, en = names(tongue.tags[0])
            words = _UNMARKED if text.whole else _WRONG
            figures = {"lang": text.lang, "tag": tongue.tags[0], "ja": ja, "en": en}
            found.append(
                Observation(
                    rule=ID,
                    criteria=CRITERIA,
                    certainty=CERTAIN if _sure(text, tongue) else LIKELY,
                    path=path,
                    ja=words[0].format(**figures),
                    en=words[1].format(**figures),
                )
            )
    return found


def _foreign(frame: Frame) -> list[tuple[Text, Language]]:
    page = spoken(frame)
    found = []
    for text in frame.texts:
        if not text.lang.strip() or not (seen := language(text.text, text.lang)):
            continue
        if primary(text.lang) in seen.tags or (text.whole and page and page.tags == seen.tags):
            continue
        if _enough(text, seen):
            found.append((text, seen))
    return found


def _enough(text: Text, seen: Language) -> bool:
    if seen.scripted:
        return seen.letters >= _LIKELY_LETTERS
    return not text.whole or (seen.words >= _UNMARKED_WORDS and seen.common >= _UNMARKED_COMMON)


def _sure(text: Text, seen: Language) -> bool:
    if seen.scripted:
        return seen.letters >= _CERTAIN_LETTERS
    return seen.words >= _CERTAIN_WORDS and seen.common >= _CERTAIN_COMMON and not seen.declared
