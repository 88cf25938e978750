"""Reads the date that a ``date_input`` sends, forgiving in form and exact about what is wrong.

It takes Western years only; whether the date suits the procedure, beyond an earliest and a
latest day, is for the service to judge.
"""

from __future__ import annotations

import calendar
import datetime
import unicodedata
from dataclasses import dataclass
from typing import Any, Protocol

from designsys.rendering.attributes import html_id
from designsys.rendering.words import Words, current_locale

__all__ = ["DateReading", "FormData", "date_part_names", "read_date"]

_PARTS = ("year", "month", "day")
_SUFFIXES = {"year": "年", "month": "月", "day": "日"}


class FormData(Protocol):
    """What a framework gives as the form: a dict, werkzeug's MultiDict, Django's QueryDict, Starlette's FormData."""

    def get(self, name: str, /) -> Any:
        """The value sent under ``name``, or None."""


@dataclass(frozen=True)
class DateReading:
    """What was sent for a date.

    :param name: the name given to ``date_input``.
    :param year: as typed, untouched; so are ``month`` and ``day``.
    :param value: the date; None when nothing was typed or something is wrong.
    :param error: what to mend, for the person who typed it; None when nothing is wrong.
    :param error_parts: the parts at fault: ``"year"``, ``"month"``, ``"day"``.
    :param summary: the error with the question's name before it, for the error summary.
    """

    name: str
    year: str = ""
    month: str = ""
    day: str = ""
    value: datetime.date | None = None
    error: str | None = None
    error_parts: tuple[str, ...] = ()
    summary: str | None = None

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``date_input(name, label, **reading.as_arguments())``."""
        return {
            "value": {"year": self.year, "month": self.month, "day": self.day},
            "error": self.error,
            "error_parts": list(self.error_parts),
        }

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the first part at fault; none when nothing is wrong.

        :param id: the ``id`` given to ``date_input``, where it was given one.
        """
        if self.error is None:
            return []
        target = id or html_id(self.name)
        if self.error_parts and self.error_parts[0] != "year":
            target += "-" + self.error_parts[0]
        return [{"text": self.summary or self.error, "href": "#" + target}]


def date_part_names(name: str) -> dict[str, str]:
    """The names under which ``date_input(name, …)`` sends year, month and day.

    ``moved`` gives ``moved-year`` …; ``person[0][born]`` gives ``person[0][born][year]`` ….
    """
    return {part: f"{name}[{part}]" if name.endswith("]") else f"{name}-{part}" for part in _PARTS}


def read_date(
    form: FormData,
    name: str,
    *,
    label: str | None = None,
    required: bool = False,
    earliest: datetime.date | None = None,
    latest: datetime.date | None = None,
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
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    year, month, day = typed = tuple(_sent(form.get(key)) for key in date_part_names(name).values())
    words = Words(current_locale.get if locale is None else lambda: locale)
    try:
        value = _date(
            {part: _plain(part, text) for part, text in zip(_PARTS, typed, strict=True)}, required, words
        )
        _check_limits(value, earliest, latest, words)
    except _Fault as fault:
        summary = words.gettext("%(label)s: %(error)s", label=label, error=fault.message) if label else None
        return DateReading(
            name, year, month, day, error=fault.message, error_parts=fault.parts, summary=summary
        )
    return DateReading(name, year, month, day, value=value)


class _Fault(Exception):
    def __init__(self, message: str, *parts: str) -> None:
        super().__init__(message)
        self.message = message
        self.parts = parts


def _sent(value: object) -> str:
    # urllib.parse.parse_qs gives lists, JSON gives numbers; a file upload under this name is no date.
    if isinstance(value, (list, tuple)):
        value = value[0] if value else ""
    return str(value) if isinstance(value, (str, int)) else ""


def _plain(part: str, typed: str) -> str:
    text = typed.strip()
    # A run of combining marks takes NFKC quadratic time, and no part of a date is that long.
    if len(text) < 40:
        text = unicodedata.normalize("NFKC", text).strip()
    return text.removesuffix(_SUFFIXES[part]).strip()


def _date(texts: dict[str, str], required: bool, words: Words) -> datetime.date | None:
    empty = [part for part, text in texts.items() if not text]
    if len(empty) == len(_PARTS):
        if required:
            raise _Fault(words.gettext("Enter the date."), *_PARTS)
        return None
    if empty:
        raise _Fault(words.gettext("Enter the %(parts)s.", parts=_listed(empty, words)), *empty)
    garbage = [part for part, text in texts.items() if not (text.isascii() and text.isdigit())]
    if garbage:
        raise _Fault(
            words.gettext("Write the %(parts)s in numbers.", parts=_listed(garbage, words)), *garbage
        )
    # Python refuses to convert over 4,300 digits; no part of a date has ten.
    year, month, day = (int(text) if len(text) < 10 else 10**10 for text in texts.values())
    return _existing(year, month, day, words)


def _existing(year: int, month: int, day: int, words: Words) -> datetime.date:
    if not 1000 <= year <= datetime.MAXYEAR:
        raise _Fault(
            words.gettext("Write the year in four digits of the Western calendar, such as 2026."), "year"
        )
    if not 1 <= month <= 12:
        raise _Fault(words.gettext("Months go from 1 to 12. Correct the month."), "month")
    if day < 1:
        raise _Fault(words.gettext("Days begin with 1. Correct the day."), "day")
    days = calendar.monthrange(year, month)[1]
    if day > days:
        message = words.gettext(
            "Month %(month)s of %(year)s has %(days)s days. Correct the day.",
            year=year,
            month=month,
            days=days,
        )
        raise _Fault(message, "day")
    return datetime.date(year, month, day)


def _check_limits(
    value: datetime.date | None, earliest: datetime.date | None, latest: datetime.date | None, words: Words
) -> None:
    if value is None:
        return
    if earliest is not None and value < earliest:
        raise _Fault(
            words.gettext("Enter a date of %(date)s or later.", date=_written(earliest, words)), *_PARTS
        )
    if latest is not None and value > latest:
        raise _Fault(
            words.gettext("Enter a date of %(date)s or earlier.", date=_written(latest, words)), *_PARTS
        )


def _listed(parts: list[str], words: Words) -> str:
    names = {"year": words.gettext("year"), "month": words.gettext("month"), "day": words.gettext("day")}
    return words.gettext(" and ").join(names[part] for part in parts)


def _written(day: datetime.date, words: Words) -> str:
    return words.gettext("%(year)d-%(month)02d-%(day)02d", year=day.year, month=day.month, day=day.day)
