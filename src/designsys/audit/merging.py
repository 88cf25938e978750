"""Unites the JSON reports of the machines that shared a run, so that they say what one machine would have said.

Refuses rather than guesses: a part that is missing, comes twice, or belongs to another run is named. Pages are not
opened again; what compares the pages of a whole site is judged here, from what each machine noted of its pages.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from designsys.audit.conditions import named
from designsys.audit.failures import Unjudged
from designsys.audit.findings import Finding, PageResult, Result
from designsys.audit.plan import Job
from designsys.audit.shards import Part, Shard
from designsys.audit.site_checks import all_site_checks, compare
from designsys.audit.targets import Address
from designsys.errors import DesignsysError

__all__ = ["as_part", "merge"]

_OWN = ("url", "rule", "certainty", "selector", "html", "fingerprint", "unstable")


@dataclass(frozen=True, slots=True)
class _Report:
    """One machine's report; results by their place in the whole plan."""

    path: Path
    shard: Shard
    plan: str
    jobs: int
    pages: dict[int, PageResult]
    findings: list[tuple[int, Finding]]


def as_part(result: Result, part: Part) -> Result:
    """The result of one machine: what was found by comparing its pages alone is left to :func:`merge`."""
    site = {check.ID for check in all_site_checks().values()}
    findings = [finding for finding in result.findings if finding.rule not in site]
    return Result(result.pages, findings, part)


def merge(paths: Sequence[Path]) -> Result:
    """The result of the whole run, in the order of its plan.

    :param paths: the JSON reports of all its parts, in any order.
    :raises DesignsysError: one cannot be read, is missing, comes twice, or is of another run.
    """
    if not paths:
        raise DesignsysError(
            en="no report was named: write 'designsys audit merge 1.json 2.json' (a folder called merge is ./merge).",
            ja="報告がありません。designsys audit merge 1.json 2.json のように書いてください（merge という名前のフォルダーは ./merge と書きます）。",
        )
    reports = [_read(path) for path in paths]
    _refuse_strangers(reports)
    _refuse_twice(reports)
    _refuse_gaps(reports)
    pages = {place: page for report in reports for place, page in report.pages.items()}
    findings = sorted((told for report in reports for told in report.findings), key=lambda told: told[0])
    result = Result([pages[place] for place in sorted(pages)], [finding for _, finding in findings])
    result.findings += compare(result.pages)
    return result


def _refuse_strangers(reports: list[_Report]) -> None:
    first = reports[0]
    for other in reports:
        if (other.plan, other.shard.of) != (first.plan, first.shard.of):
            raise DesignsysError(
                en=f"{other.path} and {first.path} are not of one run: use the same pages, options and version on all machines.",
                ja=f"{other.path} と {first.path} は同じ実行の報告ではありません。どの機械でも、ページ、オプション、版をそろえてください。",
            )


def _refuse_twice(reports: list[_Report]) -> None:
    known: dict[int, _Report] = {}
    for report in reports:
        other = known.setdefault(report.shard.number, report)
        if other is not report:
            raise DesignsysError(
                en=f"{other.path} and {report.path} are both part {report.shard}: leave one of them out.",
                ja=f"{other.path} と {report.path} は、どちらも {report.shard} の報告です。片方を外してください。",
            )


def _refuse_gaps(reports: list[_Report]) -> None:
    first = reports[0]
    there = {report.shard.number for report in reports}
    gaps = [
        str(Shard(number, first.shard.of)) for number in range(1, first.shard.of + 1) if number not in there
    ]
    if gaps:
        raise DesignsysError(
            en=f"the report of part {', '.join(gaps)} is missing: run 'designsys audit … --shard {gaps[0]}' and name its report too.",
            ja=f"{'、'.join(gaps)} の報告がありません。designsys audit … --shard {gaps[0]} を実行し、その報告も指定してください。",
        )
    places = sorted(place for report in reports for place in report.pages)
    if places != list(range(first.jobs)):
        raise DesignsysError(
            en=f"the reports hold {len(places)} results of {first.jobs}, so one of them was changed: run its part again.",
            ja=f"報告にある結果は{first.jobs}件のうち{len(places)}件で、書きかえられた報告があります。その部分を実行し直してください。",
        )


def _read(path: Path) -> _Report:
    try:
        return _report(path, json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise DesignsysError(
            en=f"the report {path} cannot be read: {error.strerror}; name a file that exists.",
            ja=f"報告 {path} を読めません（{error.strerror}）。あるファイルを指定してください。",
        ) from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise DesignsysError(
            en=f"{path} is no report of a part: make it with 'designsys audit … --shard 1/4 --json {path.name}'.",
            ja=f"{path} は、分けて実行した報告ではありません。designsys audit … --shard 1/4 --json {path.name} で作ってください。",
        ) from None


def _report(path: Path, document: dict[str, Any]) -> _Report:
    shard = document["shard"]
    pages = {entry["job"]: _page(entry) for entry in document["pages"]}
    findings = [(entry["job"], _finding(entry, pages[entry["job"]].job)) for entry in document["findings"]]
    return _Report(path, Shard(shard["number"], shard["of"]), shard["plan"], shard["jobs"], pages, findings)


def _page(entry: dict[str, Any]) -> PageResult:
    # What masked addresses no longer tell apart, the page's place in the plan does.
    address = Address(f"{entry['url']}#page-{entry['page']}", entry["url"])
    (condition,) = named([entry["condition"]])
    reason = None
    if entry["status"] != "judged":
        reason = Unjudged(en=entry["reason_en"], ja=entry["reason_ja"])
    return PageResult(Job(address, entry["state"], condition), entry["url"], reason, entry["facts"])


def _finding(entry: dict[str, Any], job: Job) -> Finding:
    return Finding(
        job=job,
        criteria=tuple(entry["criteria"]),
        ja=entry["message_ja"],
        en=entry["message_en"],
        **{name: entry[name] for name in _OWN},
    )
