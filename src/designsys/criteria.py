"""WCAG 2.2 A and AA success criteria, with their Japanese names and their place in JIS X 8341-3.

Reads the table beside it; which rule or component serves which criterion is not said here.
"""

from __future__ import annotations

import functools
import importlib.resources
from dataclasses import dataclass

__all__ = ["Criterion", "cite", "criteria"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion.

    :param id: its number, such as ``"1.4.3"``.
    :param ja: Japanese name (WAIC translation).
    :param level: ``"A"`` or ``"AA"``.
    :param since: WCAG version that introduced it: ``"2.0"``, ``"2.1"`` or ``"2.2"``.
    :param en: English name.
    """

    id: str
    ja: str
    level: str
    since: str
    en: str

    @property
    def in_jis(self) -> bool:
        """Whether JIS X 8341-3:2016 has it: that standard is WCAG 2.0 word for word."""
        return self.since == "2.0"


@functools.cache
def criteria() -> dict[str, Criterion]:
    """All criteria of levels A and AA by number."""
    table = importlib.resources.files(__package__ or "").joinpath("criteria.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[0]: Criterion(*row) for row in rows}


def cite(number: str, language: str) -> str:
    """How a report names a criterion, in Japanese (``"ja"``) or English (``"en"``).

    An unknown number (a AAA criterion, or one that WCAG retired) is given as it is.
    """
    criterion = criteria().get(number)
    if criterion is None:
        return f"WCAG {number}"
    if language == "ja":
        jis = f"JIS X 8341-3 {number}" if criterion.in_jis else "JIS X 8341-3:2016に対応なし"
        return f"WCAG {number} {criterion.ja}（{criterion.level}、{jis}）"
    jis = f"JIS X 8341-3 {number}" if criterion.in_jis else "not in JIS X 8341-3:2016"
    return f"WCAG {number} {criterion.en} ({criterion.level}, {jis})"
