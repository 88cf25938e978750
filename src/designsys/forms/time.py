"""Reads the time of day that a ``time_input`` sends, by the 24-hour clock or by 午前 and 午後.

It knows no dates and no time zones; a closing time of 24:00 or 25:00 is no time of day here.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any, Literal

from designsys.forms.parts import Fault, FormData, error_items, numbers, part_name, plain, sent, words_for
from designsys.rendering.words import Words

__all__ = ["TimeReading", "read_time"]

_PARTS = ("half", "hour", "minute")
_SUFFIXES = {"half": "", "hour": "時", "minute": "分"}


@dataclass(frozen=True)
class TimeReading:
    """What was sent for a time of day.

    :param name: the name given to ``time_input``.
    :param half: ``"am"`` or ``"pm"``, as sent; empty on the 24-hour clock.
    :param hour: as typed, untouched; so is ``minute``.
    :param value: the time; None when nothing was typed or something is wrong.
    :param error: what to mend, for the person who typed it; None when nothing is wrong.
    :param error_parts: the parts at fault: ``"half"``, ``"hour"``, ``"minute"``.
    :param summary: the error with the question's name before it, for the error summary.
    """

    name: str
    half: str = ""
    hour: str = ""
    minute: str = ""
    value: datetime.time | None = None
    error: str | None = None
    error_parts: tuple[str, ...] = ()
    summary: str | None = None

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro: ``time_input(name, label, **reading.as_arguments())``."""
        return {
            "value": {part: getattr(self, part) for part in _PARTS},
            "error": self.error,
            "error_parts": list(self.error_parts),
        }

    def as_error_items(self, id: str | None = None) -> list[dict[str, str]]:
        """The item for ``error_summary``, linked to the first part at fault; none when nothing is wrong.

        :param id: the ``id`` given to ``time_input``, where it was given one.
        """
        return error_items(self.name, self.summary or self.error, self.error_parts, "hour", id)


def read_time(
    form: FormData,
    name: str,
    *,
    label: str | None = None,
    required: bool = False,
    clock: Literal["24", "12"] = "24",
    step: int = 1,
    earliest: datetime.time | None = None,
    latest: datetime.time | None = None,
    locale: str | None = None,
) -> TimeReading:
    """Read a time of day; whatever was sent, this gives a reading and never raises.

    Full-width digits, blanks around them and 時, 分 after them are taken (WCAG 3.3.1, 3.3.3). With the
    12-hour clock 午後0時 and 午後12時 are both noon, as phones show it: say the time back by 24 hours.

    :param form: the form data.
    :param name: the name given to ``time_input``.
    :param label: what the time is; printed before the error in the error summary.
    :param required: whether nothing typed is an error.
    :param clock: the ``clock`` given to ``time_input``.
    :param step: minutes from one time allowed to the next, counted from the full hour.
    :param earliest: the first time allowed.
    :param latest: the last time allowed.
    :param locale: language of the messages (a BCP 47 tag); by default what :func:`designsys.use_locale` has set.
    """
    typed = {part: sent(form, part_name(name, part)) for part in _PARTS}
    texts = {part: plain(text, _SUFFIXES[part]) for part, text in typed.items()}
    words = words_for(locale)
    reading = TimeReading(name, typed["half"], typed["hour"], typed["minute"])
    half = texts.pop("half")
    try:
        if not (half or required or any(texts.values())):
            return reading
        value = _time(half if clock == "12" else None, texts, step, words)
        _check_limits(value, earliest, latest, words)
        return replace(reading, value=value)
    except Fault as fault:
        summary = fault.summary(label, words)
        return replace(reading, error=fault.message, error_parts=fault.parts, summary=summary)


def _time(half: str | None, texts: dict[str, str], step: int, words: Words) -> datetime.time:
    """The time that the parts say.

    :param half: ``"am"``, ``"pm"`` or nothing chosen; None on the 24-hour clock.
    """
    if not any(texts.values()) and not half:
        raise Fault(words.gettext("Enter the time."), *(_PARTS if half is not None else _PARTS[1:]))
    names = {"hour": words.gettext("hour"), "minute": words.gettext("minute")}
    found = numbers(texts, names, words)
    hour, minute = found["hour"], found["minute"]
    # Who writes 15 has said that it is the afternoon; 午前15時 contradicts itself.
    last = 12 if half == "am" else 23
    if hour > last:
        raise Fault(words.gettext("Hours go from 0 to %(last)s. Correct the hour.", last=last), "hour")
    if half is not None and half not in ("am", "pm") and hour <= 12:
        raise Fault(words.gettext("Choose morning or afternoon."), "half")
    if minute > 59:
        raise Fault(words.gettext("Minutes go from 0 to 59. Correct the minute."), "minute")
    if minute % step:
        message = words.gettext("Minutes go in steps of %(step)s. Correct the minute.", step=step)
        raise Fault(message, "minute")
    if half in ("am", "pm") and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return datetime.time(hour, minute)


def _check_limits(
    value: datetime.time, earliest: datetime.time | None, latest: datetime.time | None, words: Words
) -> None:
    if earliest is not None and value < earliest:
        message = words.gettext("Enter a time of %(time)s or later.", time=_written(earliest))
        raise Fault(message, "hour", "minute")
    if latest is not None and value > latest:
        message = words.gettext("Enter a time of %(time)s or earlier.", time=_written(latest))
        raise Fault(message, "hour", "minute")


def _written(time: datetime.time) -> str:
    return f"{time.hour}:{time.minute:02}"
