"""Findings in words, for the console and for a failing test alike.

Says what a person reads, in Japanese or English; colours and files are the reports'.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from designsys.audit.conditions import Condition
from designsys.audit.findings import Finding
from designsys.criteria import cite

__all__ = ["Entry", "entries", "lines"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding, told once however many conditions show it.

    :param finding: as the first condition shows it.
    :param conditions: every condition that shows it.
    """

    finding: Finding
    conditions: tuple[Condition, ...]


def entries(findings: Iterable[Finding]) -> list[Entry]:
    """The findings without their repetitions under other conditions, page by page."""
    groups: dict[tuple[str, str, str, str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.url, finding.job.state, finding.rule, finding.fingerprint, finding.selector)
        groups.setdefault(key, []).append(finding)
    told = [
        Entry(group[0], tuple(dict.fromkeys(one.job.condition for one in group))) for group in groups.values()
    ]
    pages = list(dict.fromkeys(entry.finding.url for entry in told))
    return sorted(told, key=lambda entry: pages.index(entry.finding.url))


def lines(entry: Entry, language: str, judged: int | None = None) -> list[str]:
    """One entry as lines: rule and criterion, element, message, conditions.

    :param language: ``"ja"`` or ``"en"``.
    :param judged: number of conditions that were judged; None leaves the conditions out.
    """
    finding = entry.finding
    cited = ("、" if language == "ja" else "; ").join(cite(number, language) for number in finding.criteria)
    where, element, mend, under = (
        ("場所", "要素", "内容", "条件") if language == "ja" else ("at", "element", "what", "under")
    )
    told = [
        f"× {finding.rule}  {cited}",
        f"    {where}: {finding.selector}",
        f"    {element}: {' '.join(finding.html.split())}",
        f"    {mend}: {finding.message(language)}",
    ]
    if judged is not None:
        told.append(f"    {under}: {_conditions(entry, language, judged)}")
    return told


def _conditions(entry: Entry, language: str, judged: int) -> str:
    if len(entry.conditions) == judged and judged > 1:
        return "すべて" if language == "ja" else "all"
    return ("、" if language == "ja" else ", ").join(
        condition.ja if language == "ja" else condition.en for condition in entry.conditions
    )
