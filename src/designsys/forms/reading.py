"""What a control with one name sent: as typed, as a value, or with an error.

It judges nothing: each control's own reader does. Controls of several names have readings of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from designsys.rendering.attributes import html_id
from designsys.rendering.words import Words

__all__ = ["Reading"]

Value_co = TypeVar("Value_co", covariant=True)


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
