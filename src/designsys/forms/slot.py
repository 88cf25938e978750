"""Reads the time that was chosen in a ``slot_picker``, and says when it was taken meanwhile.

It does not hold the place: that is for the service to do, in the same moment as it stores the booking.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from designsys.forms.parts import Fault, FormData, error_items, sent, words_for

__all__ = ["SlotReading", "read_slot"]


@dataclass(frozen=True)
class SlotReading:
    """What was sent for an appointment.

    :param name: the name given to ``slot_picker``.
    :param chosen: the value as sent, untouched.
    :param value: the value, where it is still free; None when nothing was chosen or something is wrong.
    :param taken: whether what was chosen is no longer free.
    :param error: what to mend, for the person who chose; None when nothing is wrong.
    :param summary: the error with the question's name before it, for the error summary.
    """

    name: str
    chosen: str = ""
    value: str | None = None
    taken: bool = False
    error: str | None = None
    summary: str | None = None

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``slot_picker(name, label, days, **reading.as_arguments())``."""
        return {"value": self.chosen, "error": self.error}

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the first time that is free; none when nothing is wrong.

        :param id: the ``id`` given to ``slot_picker``, where it was given one.
        """
        return error_items(self.name, self.summary or self.error, (), "", id)


def read_slot(
    form: FormData,
    name: str,
    free: Collection[str],
    *,
    label: str | None = None,
    required: bool = False,
    locale: str | None = None,
) -> SlotReading:
    """Read an appointment; whatever was sent, this gives a reading and never raises.

    :param form: the form data.
    :param name: the name given to ``slot_picker``.
    :param free: the values of the times that are free now, not of those that were free when the page was made.
    :param label: what the appointment is; printed before the error in the error summary.
    :param required: whether nothing chosen is an error.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    chosen = sent(form, name)
    words = words_for(locale)
    taken = bool(chosen) and chosen not in free
    if taken:
        fault = Fault(words.gettext("The time you chose has just been taken. Choose another time."))
    elif required and not chosen:
        fault = Fault(words.gettext("Choose a day and time."))
    else:
        return SlotReading(name, chosen, value=chosen or None)
    return SlotReading(name, chosen, taken=taken, error=fault.message, summary=fault.summary(label, words))
