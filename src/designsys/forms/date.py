"""Reads the date that a ``date_input`` sends, forgiving in form and exact about what is wrong.

It takes Western years only; whether the date suits the procedure, beyond the days that the service
allows, is for the service to judge.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from designsys.forms.parts import Fault, FormData, error_items, numbers, part_name, plain, sent, words_for
from designsys.rendering.words import Words

__all__ = ["DateReading", "PartialDate", "date_part_names", "read_date", "written"]

_PARTS = ("year", "month", "day")
_SUFFIXES = {"year": "年", "month": "月", "day": "日"}
_UNKNOWN = "unknown_day"


@dataclass(frozen=True)
class PartialDate:
    """A date whose day is not known (月日不詳); it can be given to ``date_input`` as its value.

    :param year: in the Western calendar.
    :param month: 1 to 12; None when it is not known either.
    """

    year: int
    month: int | None = None
    unknown_day: bool = True

    @property
    def first(self) -> datetime.date:
        """The first day that it may have been."""
        return datetime.date(self.year, self.month or 1, 1)

    @property
    def last(self) -> datetime.date:
        """The last day that it may have been."""
        month = self.month or 12
        return datetime.date(self.year, month, calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True)
class DateReading:
    """What was sent for a date.

    :param name: the name given to ``date_input``.
    :param year: as typed, untouched; so are ``month`` and ``day``.
    :param value: the date; None when nothing was typed, the day is not known, or something is wrong.
    :param error: what to mend, for the person who typed it; None when nothing is wrong.
    :param error_parts: the parts at fault: ``"year"``, ``"month"``, ``"day"``.
    :param summary: the error with the question's name before it, for the error summary.
    :param unknown_day: whether "month or day not known" was ticked.
    :param partial: what is known of the date then.
    """

    name: str
    year: str = ""
    month: str = ""
    day: str = ""
    value: datetime.date | None = None
    error: str | None = None
    error_parts: tuple[str, ...] = ()
    summary: str | None = None
    unknown_day: bool = False
    partial: PartialDate | None = None

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``date_input(name, label, **reading.as_arguments())``."""
        return {
            "value": {part: getattr(self, part) for part in (*_PARTS, _UNKNOWN)},
            "error": self.error,
            "error_parts": list(self.error_parts),
        }

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the first part at fault; none when nothing is wrong.

        :param id: the ``id`` given to ``date_input``, where it was given one.
        """
        return error_items(self.name, self.summary or self.error, self.error_parts, "year", id)


def date_part_names(name: str) -> dict[str, str]:
    """The names under which ``date_input(name, …)`` sends year, month and day.

    ``moved`` gives ``moved-year`` …; ``person[0][born]`` gives ``person[0][born][year]`` ….
    """
    return {part: part_name(name, part) for part in _PARTS}


def read_date(
    form: FormData,
    name: str,
    *,
    label: str | None = None,
    required: bool = False,
    earliest: datetime.date | None = None,
    latest: datetime.date | None = None,
    closed: Collection[datetime.date] = (),
    unknown_day: bool = False,
    locale: str | None = None,
) -> DateReading:
    """Read a date; whatever was sent, this gives a reading and never raises.

    Full-width digits, blanks around them and 年, 月, 日 after them are taken (WCAG 3.3.1, 3.3.3).

    :param form: the form data.
    :param name: the name given to ``date_input``.
    :param label: what the date is; printed before the error in the error summary.
    :param required: whether nothing typed is an error.
    :param earliest: the first day allowed.
    :param latest: the last day allowed.
    :param closed: days between them that are not allowed, such as :func:`~designsys.forms.closed_days`.
    :param unknown_day: whether month and day may be said to be unknown, as in ``date_input(unknown_day=True)``.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    typed = {part: sent(form, key) for part, key in date_part_names(name).items()}
    ticked = unknown_day and bool(sent(form, part_name(name, _UNKNOWN)))
    texts = {part: plain(text, _SUFFIXES[part]) for part, text in typed.items()}
    reading = DateReading(name, typed["year"], typed["month"], typed["day"], unknown_day=ticked)
    words = words_for(locale)
    try:
        if ticked:
            partial = _partial(texts, words)
            _check_limits(partial.first, partial.last, earliest, latest, words)
            return replace(reading, partial=partial)
        value = _date(texts, required, words)
        if value is not None:
            _check_limits(value, value, earliest, latest, words)
            _check_open(value, closed, words)
        return replace(reading, value=value)
    except Fault as fault:
        summary = fault.summary(label, words)
        return replace(reading, error=fault.message, error_parts=fault.parts, summary=summary)


def _date(texts: dict[str, str], required: bool, words: Words) -> datetime.date | None:
    if not any(texts.values()):
        if required:
            raise Fault(words.gettext("Enter the date."), *_PARTS)
        return None
    found = numbers(texts, _names(words), words)
    _check_month(found["year"], found["month"], words)
    _check_day(**found, words=words)
    return datetime.date(**found)


def _partial(texts: dict[str, str], words: Words) -> PartialDate:
    if texts["day"]:
        message = words.gettext("Leave the day empty, or take the tick from “Month or day not known”.")
        raise Fault(message, "day")
    known = {part: text for part, text in texts.items() if text or part == "year"}
    found = numbers(known, _names(words), words)
    _check_month(found["year"], found.get("month", 1), words)
    return PartialDate(found["year"], found.get("month"))


def _check_month(year: int, month: int, words: Words) -> None:
    if not 1000 <= year <= datetime.MAXYEAR:
        raise Fault(
            words.gettext("Write the year in four digits of the Western calendar, such as 2026."), "year"
        )
    if not 1 <= month <= 12:
        raise Fault(words.gettext("Months go from 1 to 12. Correct the month."), "month")


def _check_day(year: int, month: int, day: int, words: Words) -> None:
    if day < 1:
        raise Fault(words.gettext("Days begin with 1. Correct the day."), "day")
    days = calendar.monthrange(year, month)[1]
    if day > days:
        message = words.gettext(
            "Month %(month)s of %(year)s has %(days)s days. Correct the day.",
            year=year,
            month=month,
            days=days,
        )
        raise Fault(message, "day")


def _check_limits(
    first: datetime.date,
    last: datetime.date,
    earliest: datetime.date | None,
    latest: datetime.date | None,
    words: Words,
) -> None:
    """Refuse a date no day of which, from ``first`` to ``last``, lies within the limits."""
    if earliest is not None and last < earliest:
        message = words.gettext("Enter a date of %(date)s or later.", date=written(earliest, words))
        raise Fault(message, *_PARTS)
    if latest is not None and first > latest:
        message = words.gettext("Enter a date of %(date)s or earlier.", date=written(latest, words))
        raise Fault(message, *_PARTS)


def _check_open(value: datetime.date, closed: Collection[datetime.date], words: Words) -> None:
    if value in closed:
        message = words.gettext("%(date)s is not available. Enter another date.", date=written(value, words))
        raise Fault(message, *_PARTS)


def _names(words: Words) -> dict[str, str]:
    return {"year": words.gettext("year"), "month": words.gettext("month"), "day": words.gettext("day")}


def written(day: datetime.date, words: Words) -> str:
    """A date as it stands in a message."""
    return words.gettext("%(year)d-%(month)02d-%(day)02d", year=day.year, month=day.month, day=day.day)
