"""The words that macros print themselves ("必須", "エラー"), in the resident's language.

They come from gettext catalogues in ``locales/``. A language without a catalogue,
or a word that its catalogue lacks, is given in Japanese; services translate their own text.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from designsys import resources

__all__ = ["Words", "current_locale", "translations", "use_locale"]

# Tags that browsers and frameworks use for a language whose catalogue has another name.
_KNOWN_AS = {
    "pt": "pt-br",
    "tl": "fil",
    "zh": "zh-hans",
    "zh-hk": "zh-hant",
    "zh-mo": "zh-hant",
    "zh-tw": "zh-hant",
}
_MOST_KNOWN = 10_000

current_locale: ContextVar[str] = ContextVar("designsys_locale", default="ja")
"""The locale of this request, where :func:`designsys.install` was given none."""


@contextmanager
def use_locale(locale: str) -> Iterator[None]:
    """Print the macros' words in ``locale`` (a BCP 47 tag) inside the ``with`` block."""
    token = current_locale.set(locale)
    try:
        yield
    finally:
        current_locale.reset(token)


class Words:
    """The macros' words, in the language that ``resolve`` names at each call.

    :param resolve: gives the locale: ``"ja"``, ``"en"``, ``"ja-x-easy"``, or an object that prints as one.
    """

    def __init__(self, resolve: Callable[[], object]) -> None:
        self._resolve = resolve
        self._known: dict[tuple[object, str], str] = {}

    def locale(self) -> str:
        """The BCP 47 tag of the language in use."""
        return str(self._resolve() or "ja").replace("_", "-")

    def gettext(self, message: str, **values: object) -> str:
        """The word for ``message``, with ``%(name)s`` replaced by ``values``."""
        asked = (self._resolve(), message)
        text = self._known.get(asked)
        if text is None:
            # Saves 1 µs a word. Few locales times few words, unless a service lets a visitor name any locale.
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            text = self._known[asked] = translations(self.locale()).gettext(message)
        return text % values if values else text

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The word for a count; ``%(number)s`` is the count itself."""
        text = translations(self.locale()).ngettext(singular, plural, number)
        return text % {"number": number, **values}


@lru_cache(maxsize=256)
def translations(locale: str) -> gettext.NullTranslations:
    """The catalogue for a BCP 47 tag in any case: itself, then its shorter forms, then Japanese."""
    folder = Path(resources.locales())
    # Tags know no case (RFC 5646 § 2.1.1) and Django writes zh-hans; folders do.
    known = {path.name.lower().replace("_", "-"): path.name for path in folder.iterdir()}
    parts = locale.lower().split("-")
    tags = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    names = [known[tag] for tag in (_KNOWN_AS.get(tag, tag) for tag in tags) if tag in known]
    return gettext.translation("designsys", folder, [*names, "ja"], fallback=True)
