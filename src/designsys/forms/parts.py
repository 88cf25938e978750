"""What the readers of controls of several fields share: where a part's text stands in the form, and what a fault is.

It knows neither dates nor times; each reader says itself what its parts mean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, Protocol

from designsys.rendering.attributes import html_id
from designsys.rendering.words import Words, current_locale

__all__ = ["Fault", "FormData", "error_items", "numbers", "part_name", "plain", "sent", "words_for"]


class FormData(Protocol):
    """What a framework gives as the form: a dict, werkzeug's MultiDict, Django's QueryDict, Starlette's FormData."""

    def get(self, name: str, /) -> Any:
        """The value sent under ``name``, or None."""


class Fault(Exception):
    """Something to mend; never leaves a reader.

    :param message: the sentence for the person who typed it.
    :param parts: the parts to mend, the first one first.
    """

    def __init__(self, message: str, *parts: str) -> None:
        super().__init__(message)
        self.message = message
        self.parts = parts

    def summary(self, label: str | None, words: Words) -> str | None:
        """The message with the question's name before it, for the error summary."""
        return words.gettext("%(label)s: %(error)s", label=label, error=self.message) if label else None


def words_for(locale: str | None) -> Words:
    """The words of messages.

    :param locale: a BCP 47 tag; None for what :func:`designsys.use_locale` has set.
    """
    return Words(current_locale.get if locale is None else lambda: locale)


def part_name(name: str, part: str) -> str:
    """The name under which a control sends one of its parts.

    ``moved`` and ``year`` give ``moved-year``; ``person[0][born]`` gives ``person[0][born][year]``.
    """
    return f"{name}[{part}]" if name.endswith("]") else f"{name}-{part}"


def sent(form: FormData, name: str) -> str:
    """What was sent under ``name``, untouched; ``""`` for nothing and for what is no text."""
    value = form.get(name)
    # urllib.parse.parse_qs gives lists, JSON gives numbers; a file upload under this name is no text.
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    return str(value) if isinstance(value, (str, int)) else ""


def plain(typed: str, suffix: str = "") -> str:
    """The text without blanks, full-width forms and a unit written after it.

    :param suffix: the unit, such as ``年``.
    """
    text = typed.strip()
    # A run of combining marks takes NFKC quadratic time, and no part of a date is that long.
    if len(text) < 40:
        text = unicodedata.normalize("NFKC", text).strip()
    return text.removesuffix(suffix).strip()


def numbers(texts: dict[str, str], names: dict[str, str], words: Words) -> dict[str, int]:
    """Plain texts as whole numbers.

    :param texts: the text of each part.
    :param names: what each part is called within a sentence.
    :raises Fault: names all the parts that are empty, or else all that are no numbers.
    """
    empty = [part for part, text in texts.items() if not text]
    if empty:
        raise Fault(words.gettext("Enter the %(parts)s.", parts=_listed(empty, names, words)), *empty)
    garbage = [part for part, text in texts.items() if not (text.isascii() and text.isdigit())]
    if garbage:
        parts = _listed(garbage, names, words)
        raise Fault(words.gettext("Write the %(parts)s in numbers.", parts=parts), *garbage)
    # Python refuses to convert over 4,300 digits; no part of a date or time has ten.
    return {part: int(text) if len(text) < 10 else 10**10 for part, text in texts.items()}


def _listed(parts: Iterable[str], names: dict[str, str], words: Words) -> str:
    return words.gettext(" and ").join(names[part] for part in parts)


def error_items(
    name: str, error: str | None, parts: Iterable[str], first: str, id: str | None = None
) -> list[dict[str, str]]:
    """The item for ``error_summary``, linked to the first part at fault; none when nothing is wrong.

    :param name: the name given to the control.
    :param error: the text of the item.
    :param parts: the parts at fault.
    :param first: the part that has the control's own id; the others add theirs to it.
    :param id: the ``id`` given to the control, where it was given one.
    """
    if error is None:
        return []
    part = next(iter(parts), first)
    target = id or html_id(name)
    return [{"text": error, "href": f"#{target}" if part == first else f"#{target}-{part}"}]
