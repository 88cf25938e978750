"""The days on which an office takes nobody: one list for the calendar that shows them and the reader that refuses them.

It knows weekdays, public holidays and what it is told; an office's own rules beyond these it cannot know.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection

from designsys.japanese.holidays import public_holidays

__all__ = ["closed_days"]

_SATURDAY, _SUNDAY = 5, 6


def closed_days(
    earliest: datetime.date,
    latest: datetime.date,
    *,
    weekdays: Collection[int] = (_SATURDAY, _SUNDAY),
    holidays: bool = True,
    also: Collection[datetime.date] = (),
) -> list[datetime.date]:
    """The closed days from ``earliest`` to ``latest``, both included, in order.

    :param earliest: the first day that people may choose.
    :param latest: the last one.
    :param weekdays: closed every week, 0 for Monday to 6 for Sunday as in :meth:`datetime.date.weekday`.
    :param holidays: whether public holidays are closed, which are known from 2022 to 2099.
    :param also: further closed days, such as those at the end of the year.
    """
    closed = {*also, *(public_holidays(earliest.year, latest.year) if holidays else ())}
    days = (latest - earliest).days + 1
    every = (earliest + datetime.timedelta(days=number) for number in range(days))
    return [day for day in every if day.weekday() in weekdays or day in closed]
