"""What the content rules see: a place in the source, what is wrong there, and a mending where it is sure.

Plain data with offsets in characters (Unicode code points) of the source as it was
given. Which rules there are is not said here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["ContentFinding", "Place", "Seen", "excerpt"]

_EXCERPT = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the source.

    :param start: offset of its first character.
    :param end: offset after its last.
    :param whole: whether it is text alone, so that other text can be put in its stead; False
        where a tag or a comment stands in it, or half of a character reference.
    """

    start: int
    end: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule tells of one place.

    :param place: where.
    :param ja: what is wrong, whom it shuts out and how to mend it, in Japanese.
    :param en: the same in English.
    :param certainty: where it is not the rule's own ``CERTAINTY``.
    :param mending: text that can be put in its stead without asking anybody; None where a person has to decide.
    """

    place: Place
    ja: str
    en: str
    certainty: str | None = None
    mending: str | None = None


@dataclass(frozen=True, slots=True)
class ContentFinding:
    """A finding in a fragment of HTML.

    :param rule: the rule's id, such as ``"spaced-word"``.
    :param criteria: numbers of the WCAG criteria that it serves; empty where none asks for it.
    :param certainty: ``"certain"``, ``"likely"`` or ``"advice"`` (:mod:`designsys.audit.findings`).
    :param start: offset of its first character in the source, in Unicode code points.
    :param end: offset after its last character.
    :param text: ``html[start:end]``.
    :param ja: what is wrong, whom it shuts out and how to mend it, in Japanese.
    :param en: the same in English.
    :param mending: HTML to put in the place of ``text``, where that is sure; else None.
    """

    rule: str
    criteria: tuple[str, ...]
    certainty: str
    start: int
    end: int
    text: str
    ja: str
    en: str
    mending: str | None = None

    def message(self, language: str) -> str:
        """What is wrong and how to mend it, in ``"ja"`` or ``"en"``."""
        return self.ja if language == "ja" else self.en


def excerpt(text: str) -> str:
    """A text as a message quotes it: on one line, cut after 30 characters."""
    # Full-width spaces stay: they may be what the message is about.
    line = re.sub(r"[ \t\n\r\f]+", " ", text.replace("\ufffc", "")).strip()
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"
