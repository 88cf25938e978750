"""Reads the two dates of a ``date_range``: each as :func:`~designsys.forms.read_date` does, then their order.

It knows neither times of day nor what lies between the two.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from designsys.forms.date import DateReading, read_date, written
from designsys.forms.parts import Fault, FormData, part_name, words_for
from designsys.rendering.words import Words

__all__ = ["DateRangeReading", "read_date_range"]


@dataclass(frozen=True)
class DateRangeReading:
    """What was sent for a period.

    :param name: the name given to ``date_range``.
    :param start: its first day.
    :param end: its last day.
    """

    name: str
    start: DateReading
    end: DateReading

    @property
    def value(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day; None unless both are there and right."""
        if self.start.value is None or self.end.value is None:
            return None
        return self.start.value, self.end.value

    @property
    def error(self) -> str | None:
        """The first thing to mend; None when nothing is wrong."""
        return self.start.error or self.end.error

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``date_range(name, label, **reading.as_arguments())``."""
        arguments: dict[str, Any] = {}
        for end, reading in (("start", self.start), ("end", self.end)):
            arguments[end] = {"year": reading.year, "month": reading.month, "day": reading.day}
            arguments[f"{end}_error"] = reading.error
            arguments[f"{end}_error_parts"] = list(reading.error_parts)
        return arguments

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The items for ``error_summary``, one for each of the two days that is wrong.

        :param id: the ``id`` given to ``date_range``, where it was given one.
        """
        start, end = (None, None) if id is None else (f"{id}-start", f"{id}-end")
        return self.start.as_error_items(start) + self.end.as_error_items(end)


def read_date_range(
    form: FormData,
    name: str,
    *,
    start_label: str | None = None,
    end_label: str | None = None,
    required: bool = False,
    earliest: datetime.date | None = None,
    latest: datetime.date | None = None,
    closed: Collection[datetime.date] = (),
    longest: int | None = None,
    locale: str | None = None,
) -> DateRangeReading:
    """Read a period; whatever was sent, this gives a reading and never raises.

    Once one of the two is typed, the other is asked for. An end before the start is told at the end, and
    only the part that is too small is marked (WCAG 3.3.1, 3.3.3).

    :param form: the form data.
    :param name: the name given to ``date_range``.
    :param start_label: what the first day is; printed before its error in the error summary.
    :param end_label: what the last day is.
    :param required: whether nothing typed is an error.
    :param earliest: the first day allowed.
    :param latest: the last day allowed.
    :param closed: days on which it may neither begin nor end.
    :param longest: how many days it may have, both counted.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """

    def read(part: str, label: str | None, required: bool) -> DateReading:
        limits: dict[str, Any] = {"earliest": earliest, "latest": latest, "closed": closed}
        return read_date(form, part_name(name, part), label=label, required=required, locale=locale, **limits)

    start, end = read("start", start_label, required), read("end", end_label, required)
    if _typed(start) != _typed(end):
        start, end = read("start", start_label, True), read("end", end_label, True)
    words = words_for(locale)
    try:
        if start.value is not None and end.value is not None:
            _check_order(start.value, end.value, longest, words)
    except Fault as fault:
        summary = fault.summary(end_label, words)
        end = replace(end, value=None, error=fault.message, error_parts=fault.parts, summary=summary)
    return DateRangeReading(name, start, end)


def _typed(reading: DateReading) -> bool:
    return any(text.strip() for text in (reading.year, reading.month, reading.day))


def _check_order(start: datetime.date, end: datetime.date, longest: int | None, words: Words) -> None:
    if end < start:
        parts = ("year", "month", "day")
        wrong = next(part for part in parts if getattr(end, part) < getattr(start, part))
        message = words.gettext("Enter %(date)s or a later day as the end.", date=written(start, words))
        raise Fault(message, wrong)
    if longest is not None and (end - start).days >= longest:
        last = start + datetime.timedelta(days=longest - 1)
        message = words.gettext(
            "At most %(days)s days: enter %(date)s or an earlier day as the end.",
            days=longest,
            date=written(last, words),
        )
        raise Fault(message, "year", "month", "day")
