"""What a control with one name sent: as typed, as a value, or with an error.

It judges nothing: each control's own reader does. Controls of several names have readings of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from designsys.forms.date import FormData
from designsys.rendering.attributes import html_id
from designsys.rendering.words import Words, current_locale

__all__ = ["Fault", "FormData", "Reading", "part_name", "sent", "words_for"]

Value_co = TypeVar("Value_co", covariant=True)


class Fault(Exception):
    """What is wrong with an answer, in the words of the person who gave it.

    :param message: what to mend.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Reading(Generic[Value_co]):
    """What was sent under one name.

    :param name: the name given to the macro.
    :param typed: what was sent, untouched: show this back in a box and before the form is sent off.
    :param value: what the program works with; None when nothing was typed or something is wrong.
    :param error: what to mend, for the person who typed it; None when nothing is wrong.
    :param summary: the error with the question's name before it, for the error summary.
    """

    name: str
    typed: str = ""
    value: Value_co | None = None
    error: str | None = None
    summary: str | None = None

    @classmethod
    def wrong(cls, name: str, typed: str, error: str, label: str | None, words: Words) -> Reading[Value_co]:
        """A reading with an error, also in the words of the error summary."""
        summary = words.gettext("%(label)s: %(error)s", label=label, error=error) if label else None
        return cls(name, typed, error=error, summary=summary)

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``phone_input(name, label, **reading.as_arguments())``."""
        return {"value": self.typed, "error": self.error}

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the control; none when nothing is wrong.

        :param id: the ``id`` given to the macro, where it was given one.
        """
        if self.error is None:
            return []
        return [{"text": self.summary or self.error, "href": "#" + (id or html_id(self.name))}]


def part_name(name: str, part: str) -> str:
    """The name under which a part of the control ``name`` is sent, as in ``date_part_names``.

    ``lookup`` gives ``lookup-tax``; ``person[0][lookup]`` gives ``person[0][lookup][tax]``.
    """
    return f"{name}[{part}]" if name.endswith("]") else f"{name}-{part}"


def sent(form: FormData, name: str) -> str:
    """The text sent under ``name``; ``""`` for nothing, and for what is no text."""
    value = form.get(name)
    # urllib.parse.parse_qs gives lists, JSON gives numbers; a file under this name is no answer.
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    return str(value) if isinstance(value, (str, int)) else ""


def words_for(locale: str | None) -> Words:
    """The words of messages.

    :param locale: a BCP 47 tag; None for what :func:`designsys.use_locale` has set.
    """
    return Words(current_locale.get if locale is None else lambda: locale)
