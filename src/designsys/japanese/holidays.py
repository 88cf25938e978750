"""The public holidays of Japan, by the rules of 国民の祝日に関する法律 as it stands since 2022.

Equinoxes are computed; the official day is the one that 暦要項 names in February of the year before,
and a law made after this (as for 2019 to 2021) cannot be known here.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

__all__ = ["FIRST_YEAR", "LAST_YEAR", "public_holidays"]

FIRST_YEAR = 2022
"""Before it, laws for a new Emperor and the Olympics moved holidays."""
LAST_YEAR = 2099
"""The formula for the equinoxes holds until then."""


def N_(name: str) -> str:
    """Marks a name for the catalogues of words, which have it in each language."""
    return name


# Article 2; the names in English are those of the Cabinet Office.
_FIXED = {
    (1, 1): N_("New Year's Day"),
    (2, 11): N_("National Foundation Day"),
    (2, 23): N_("Emperor's Birthday"),
    (4, 29): N_("Showa Day"),
    (5, 3): N_("Constitution Memorial Day"),
    (5, 4): N_("Greenery Day"),
    (5, 5): N_("Children's Day"),
    (8, 11): N_("Mountain Day"),
    (11, 3): N_("Culture Day"),
    (11, 23): N_("Labor Thanksgiving Day"),
}
# Month and which Monday of it.
_MONDAYS = {
    (1, 2): N_("Coming of Age Day"),
    (7, 3): N_("Marine Day"),
    (9, 3): N_("Respect for the Aged Day"),
    (10, 2): N_("Sports Day"),
}
_SUBSTITUTE = N_("Substitute holiday")
_BETWEEN = N_("National holiday")
_DAY = datetime.timedelta(days=1)


@lru_cache(maxsize=128)
def _holidays(year: int) -> dict[datetime.date, str]:
    named = {datetime.date(year, month, day): name for (month, day), name in _FIXED.items()}
    for (month, which), name in _MONDAYS.items():
        first = datetime.date(year, month, 1)
        named[first + datetime.timedelta(days=-first.weekday() % 7 + 7 * (which - 1))] = name
    named[datetime.date(year, 3, _equinox(20.8431, year))] = N_("Vernal Equinox Day")
    named[datetime.date(year, 9, _equinox(23.2488, year))] = N_("Autumnal Equinox Day")
    free = dict(named)
    for day in named:
        # Article 3 (3): a day between two holidays.
        if day + 2 * _DAY in named and day + _DAY not in named:
            free[day + _DAY] = _BETWEEN
        # Article 3 (2): after a holiday on a Sunday, the next day that is no holiday.
        if day.weekday() == 6:
            later = day
            while later in named:
                later += _DAY
            free[later] = _SUBSTITUTE
    return dict(sorted(free.items()))


def _equinox(day: float, year: int) -> int:
    """The day of the month, from that of 1980 with its fraction (海上保安庁水路部 暦計算研究会編「新こよみ便利帳」)."""
    return int(day + 0.242194 * (year - 1980)) - (year - 1980) // 4


def public_holidays(first_year: int, last_year: int) -> dict[datetime.date, str]:
    """The public holidays of the years from ``first_year`` to ``last_year``, with their English names, in order.

    Only the years from :data:`FIRST_YEAR` to :data:`LAST_YEAR` are known; others have none here.
    """
    years = range(max(first_year, FIRST_YEAR), min(last_year, LAST_YEAR) + 1)
    return {day: name for year in years for day, name in _holidays(year).items()}
