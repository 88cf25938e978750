"""Reads which choices of a ``consent`` were ticked.

It keeps no record: who agreed to which words, and when, is for the service to store.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from designsys.forms.parts import FormData, part_name, sent, words_for
from designsys.rendering.attributes import html_id

__all__ = ["ConsentReading", "read_consent"]


@dataclass(frozen=True)
class ConsentReading:
    """What was agreed to.

    :param name: the name given to ``consent``.
    :param choices: the ``value`` of every choice, in the order of the page.
    :param given: those that were ticked.
    :param missing: those that are required and were not ticked.
    :param error: what to mend, for the person who was asked; None when nothing is wrong.
    :param summary: the error with the question's name before it, for the error summary.
    """

    name: str
    choices: tuple[str, ...]
    given: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    error: str | None = None
    summary: str | None = None

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``consent(name, label, items, …, **reading.as_arguments())``."""
        return {"values": list(self.given), "error": self.error}

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the first choice missing; none when nothing is wrong.

        :param id: the ``id`` given to ``consent``, where it was given one.
        """
        if self.error is None:
            return []
        number = self.choices.index(self.missing[0]) + 1
        target = (id or html_id(self.name)) + (f"-{number}" if number > 1 else "")
        return [{"text": self.summary or self.error, "href": "#" + target}]


def read_consent(
    form: FormData,
    name: str,
    choices: Sequence[str],
    *,
    required: Collection[str] = (),
    label: str | None = None,
    locale: str | None = None,
) -> ConsentReading:
    """Read a consent; whatever was sent, this gives a reading and never raises.

    Only the macro's own "yes" counts: nothing else that is sent is taken for consent.

    :param form: the form data.
    :param name: the name given to ``consent``.
    :param choices: the ``value`` of every choice, in the order of the page.
    :param required: those of them that the procedure cannot do without.
    :param label: what the consent is about; printed before the error in the error summary.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    asked = tuple(choices)
    given = tuple(choice for choice in asked if sent(form, part_name(name, choice)) == "yes")
    missing = tuple(choice for choice in asked if choice in required and choice not in given)
    if not missing:
        return ConsentReading(name, asked, given)
    words = words_for(locale)
    error = words.gettext("Tick the choices marked as required. If you do not agree, ask us for another way.")
    summary = words.gettext("%(label)s: %(error)s", label=label, error=error) if label else None
    return ConsentReading(name, asked, given, missing, error, summary)
