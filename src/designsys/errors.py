"""The errors that designsys raises, and the language they speak.

Deep code raises a :class:`DesignsysError` with the sentence in English and in
Japanese; the command line prints it and exits 2. Nothing here knows where an
error was caught, nor how it is shown.
"""

from __future__ import annotations

import difflib
import locale
import os
from collections.abc import Iterable

__all__ = ["DesignsysError", "message_language", "nearest"]


class DesignsysError(Exception):
    """Something a person can mend, said in one sentence.

    :param en: the sentence in English: what was wrong, where, and what to write instead.
    :param ja: the same in Japanese.

    ``str(error)`` gives the language of the reader's machine (:func:`message_language`).
    """

    def __init__(self, *, en: str, ja: str) -> None:
        super().__init__(en, ja)
        self.en = en
        self.ja = ja

    @property
    def frame(self) -> str:
        """The lines of the file at fault, to be shown below the sentence; empty when there are none."""
        return ""

    def __str__(self) -> str:
        return self.ja if message_language() == "ja" else self.en


def message_language() -> str:
    """Language of messages to developers: ``"ja"`` or ``"en"``.

    ``DESIGNSYS_LANG`` decides; then ``LC_ALL``, ``LC_MESSAGES``, ``LANG`` as POSIX has it;
    then the system's own setting, since Windows sets none of these.
    """
    for variable in ("DESIGNSYS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def nearest(given: str, allowed: Iterable[str]) -> str | None:
    """The allowed name that looks most like the given one, or None when none does."""
    matches = difflib.get_close_matches(given, list(allowed), n=1, cutoff=0.6)
    return matches[0] if matches else None
