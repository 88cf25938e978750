"""Reads what a ``combobox`` sends: the choice, or the text that is none, exactly as it was typed.

It takes text that is a choice's label or reading in another spelling; romaji is the browser's business.
"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from designsys.forms.parts import FormData, part_name, sent, words_for
from designsys.rendering.attributes import html_id
from designsys.rendering.words import Words

__all__ = ["ComboboxReading", "read_combobox", "typed_name"]

# A run of combining marks takes NFKC quadratic time, and no choice is that long.
_LONGEST_COMPARED = 400
_LONGEST_QUOTED = 40
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F5)}


@dataclass(frozen=True)
class ComboboxReading:
    """What was sent for a combobox.

    :param name: the name given to ``combobox``.
    :param typed: text that is no choice, untouched; ``""`` when a choice was made or nothing was typed.
    :param value: the value of the choice made; with ``free_text`` also text of one's own. None when
        nothing was answered or something is wrong.
    :param error: what to mend, for the person who typed it; None when nothing is wrong.
    :param summary: the error with the question's name before it, for the error summary.
    """

    name: str
    typed: str = ""
    value: str | None = None
    error: str | None = None
    summary: str | None = None

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``combobox(name, label, items, **reading.as_arguments())``."""
        return {"value": self.value, "typed": self.typed or None, "error": self.error}

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the control; none when nothing is wrong.

        :param id: the ``id`` given to ``combobox``, where it was given one.
        """
        if self.error is None:
            return []
        return [{"text": self.summary or self.error, "href": "#" + (id or html_id(self.name))}]


def typed_name(name: str) -> str:
    """The name under which ``combobox(name, …)`` sends text that is no choice.

    ``town`` gives ``town-typed``; ``person[0][town]`` gives ``person[0][town][typed]``.
    """
    return part_name(name, "typed")


def read_combobox(
    form: FormData,
    name: str,
    items: Iterable[Any],
    *,
    label: str | None = None,
    required: bool = False,
    free_text: bool = False,
    locale: str | None = None,
) -> ComboboxReading:
    """Read a choice; whatever was sent, this gives a reading and never raises.

    Text that is no choice is an error and never the choice made before (WCAG 3.3.1); text that is one
    choice's label or reading, but for width, kana, capitals and blanks, is that choice.

    :param form: the form data.
    :param name: the name given to ``combobox``.
    :param items: the choices given to ``combobox``.
    :param label: what is chosen; printed before the error in the error summary.
    :param required: whether no answer is an error.
    :param free_text: whether text of one's own is an answer, as given to ``combobox``.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    words = words_for(locale)
    choices = [_choice(item) for item in items]
    given = sent(form, name)
    typed = given if free_text else sent(form, typed_name(name))
    value = None if free_text else next((value for value, *_ in choices if value == given), None)
    # Typed text wins: it is what stood in the box, and a value beside it is older.
    if typed.strip():
        value = _found(typed, choices)
        if value is None and free_text:
            value = typed.strip()
    error = _error(value, typed, given, required, free_text, words)
    if error is None:
        return ComboboxReading(name, value=value)
    summary = words.gettext("%(label)s: %(error)s", label=label, error=error) if label else None
    return ComboboxReading(name, typed=typed, error=error, summary=summary)


def _error(
    value: str | None, typed: str, given: str, required: bool, free_text: bool, words: Words
) -> str | None:
    if value is not None:
        return None
    if typed.strip():
        shown = typed.strip()
        shown = shown if len(shown) <= _LONGEST_QUOTED else shown[:_LONGEST_QUOTED] + "…"
        return words.gettext("“%(typed)s” is not in the list. Choose from the list.", typed=shown)
    # A value that is no choice: the list has changed since the page was made.
    if (given and not free_text) or (required and not free_text):
        return words.gettext("Choose from the list.")
    return words.gettext("Choose from the list, or write your answer.") if required else None


def _choice(item: Any) -> tuple[str, str, str]:
    """Value, and label and reading as they are compared."""
    if isinstance(item, enum.Enum):
        given = {"value": item.value, "label": getattr(item, "label", item.name)}
    elif isinstance(item, (list, tuple)):
        given = dict(zip(("value", "label"), item, strict=False))
    elif isinstance(item, Mapping):
        given = dict(item)
    else:
        given = {key: getattr(item, key, None) for key in ("value", "label", "reading")}
    value = given.get("value")
    value = value.value if isinstance(value, enum.Enum) else value
    return str(value), _plain(str(given.get("label") or "")), _plain(str(given.get("reading") or ""))


def _found(typed: str, choices: list[tuple[str, str, str]]) -> str | None:
    """The one choice of that label, or else of that reading; None when there is none or more than one."""
    text = _plain(typed)
    for key in (1, 2):
        same = [choice[0] for choice in choices if choice[key] == text]
        if same:
            return same[0] if len(same) == 1 else None
    return None


def _plain(text: str) -> str:
    if len(text) > _LONGEST_COMPARED:
        return text
    text = unicodedata.normalize("NFKC", text).lower().translate(_HIRAGANA)
    return "".join(character for character in text if not character.isspace() and character not in "-'・‐’")
