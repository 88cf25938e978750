"""Dates written with slashes or dots: 2026/4/1, 4/1（水）, R8.4.1.

A reader says 「1分の4」 or 「アール8点4点1」. Where a year or a day of the week shows that it is a date, the mending is
sure; 4/1 alone is taken for one only where it can hardly be a fraction, and a person decides.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "slash-date"
CRITERIA: tuple[str, ...] = ()
CERTAINTY = ADVICE
JA = "「{text}」は、読み上げでは分数や小数に聞こえ、日付だと分からないことがあります。「{date}」と書いてください。"
EN = "'{text}' may be read aloud as a fraction or a decimal, not as a date. Write '{date}'."

_N = "[0-9０-９]"
_BEFORE, _AFTER = r"(?<![0-9０-９A-Za-z/／.．:_=-])", r"(?![0-9０-９A-Za-z/／]|[.．-][0-9０-９])"
_YEAR = rf"(?P<year>(?:[1１][9９]|[2２][0０]){_N}{{2}})[/／](?P<month>{_N}{{1,2}})[/／](?P<day>{_N}{{1,2}})"
_ERA = rf"(?P<era>[RHSTMＲＨＳＴＭ])(?P<nth>{_N}{{1,2}})(?P<mark>[./．／])(?P<m>{_N}{{1,2}})(?P=mark)(?P<d>{_N}{{1,2}})"
_SHORT = rf"(?P<short_month>{_N}{{1,2}})[/／](?P<short_day>{_N}{{1,2}})"
_DATE = re.compile(f"{_BEFORE}(?:{_YEAR}|{_ERA}|{_SHORT}){_AFTER}")
_WEEKDAY = re.compile(r"\s?[（(][日月火水木金土](?:曜日?)?[・、）)]")
_RANGE_AFTER = re.compile(rf"\s?[~～〜－–-]\s?{_N}{{1,2}}[/／]{_N}{{1,2}}{_AFTER}")
_RANGE_BEFORE = re.compile(rf"{_BEFORE}{_N}{{1,2}}[/／]{_N}{{1,2}}\s?[~～〜－–-]\s?$")
_ERAS = {
    "R": ("令和", 2018), "H": ("平成", 1988), "S": ("昭和", 1925), "T": ("大正", 1911), "M": ("明治", 1867)
}  # fmt: skip


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every date in slashes or dots."""
    for block in fragment.blocks:
        for match in _DATE.finditer(block.text):
            date, sure = _read(match)
            if date:
                told = {"text": excerpt(match[0]), "date": date}
                yield Seen(
                    block.place(*match.span()),
                    JA.format(**told),
                    EN.format(**told),
                    mending=date if sure else None,
                )


def _read(match: re.Match[str]) -> tuple[str, bool]:
    """The date as it is read, empty for what is none, and whether it is surely one."""
    if match["year"]:
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        return (f"{year}年{month}月{day}日" if _exists(year, month, day) else ""), True
    if match["era"]:
        name, before = _ERAS[chr((ord(match["era"]) - 0xFEE0) if match["era"] > "z" else ord(match["era"]))]
        nth, month, day = (int(match[part]) for part in ("nth", "m", "d"))
        exists = nth > 0 and _exists(before + nth, month, day)
        return (f"{name}{nth}年{month}月{day}日" if exists else ""), False
    month, day = int(match["short_month"]), int(match["short_day"])
    # 2000 has a 29 February.
    if not _exists(2000, month, day):
        return "", False
    sure = bool(_WEEKDAY.match(match.string, match.end()))
    in_range = _RANGE_AFTER.match(match.string, match.end()) or _RANGE_BEFORE.search(
        match.string[max(match.start() - 12, 0) : match.start()]
    )
    return (f"{month}月{day}日" if sure or in_range or month > day else ""), sure


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
