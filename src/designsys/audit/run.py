"""Carries a plan out: each page is opened, judged by every check, and its findings made fit to show.

A page that cannot be judged is recorded with its reason, and the rest goes on.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Sequence

from designsys.audit import engines
from designsys.audit.checks import Check, all_checks
from designsys.audit.conditions import BASE, Condition
from designsys.audit.failures import Unjudged
from designsys.audit.findings import Finding, Observation, PageResult, Result
from designsys.audit.fingerprint import fingerprint
from designsys.audit.masking import mask
from designsys.audit.page import LoadedPage, load
from designsys.audit.plan import Job
from designsys.audit.site_checks import Gathered, SiteCheck, all_site_checks

__all__ = ["judge", "run"]

_SNIPPET = 300

Told = tuple[Check, Finding]
"""A finding, and the check that it comes from."""


def run(
    jobs: Iterable[Job], engine: engines.Engine, bound: float, done: Callable[[Job], None] | None = None
) -> Result:
    """Judge every job of a plan.

    :param engine: a started engine; it is not closed here.
    :param bound: seconds for loading a page, and again for each evaluation in it.
    :param done: called after each job.
    :raises DesignsysError: nothing can be judged on this machine, such as Japanese without a font.
    """
    result, site, base = Result(), _Site(), _Base()
    for job in jobs:
        try:
            told = _attempt(job, engine, bound, base.wanted(job), site)
            result.findings += [finding for _, finding in told] + base.holding(job, told)
            result.pages.append(PageResult(job, mask(job.address.shown)))
        except Unjudged as reason:
            result.pages.append(PageResult(job, mask(job.address.shown), _shown(reason, job)))
        if done:
            done(job)
    result.findings += site.findings()
    return result


class _Base:
    """What was found under the base condition: it holds where a condition can change nothing of it."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], list[Told]] = {}

    def wanted(self, job: Job) -> list[Check]:
        """The checks to be run: all that there are, unless the base condition has answered for them."""
        if (job.address.url, job.state) not in self._told:
            return all_checks()
        return [check for check in all_checks() if _can_change(check, job.condition)]

    def holding(self, job: Job, told: list[Told]) -> list[Finding]:
        """The findings of the base condition that hold for a job too, without being looked for again."""
        key = (job.address.url, job.state)
        if job.condition == BASE:
            self._told[key] = told
            return []
        return [
            dataclasses.replace(finding, job=job)
            for check, finding in self._told.get(key, ())
            if not _can_change(check, job.condition)
        ]


def _can_change(check: Check, condition: Condition) -> bool:
    return any(getattr(condition, aspect) != getattr(BASE, aspect) for aspect in check.ASPECTS)


class _Site:
    """What the checks over the whole site want to know, page by page."""

    def __init__(self) -> None:
        self._gathered: list[tuple[SiteCheck, list[Gathered]]] = [(check, []) for check in all_site_checks()]
        self._seen: set[tuple[str, str]] = set()

    def gather(self, page: LoadedPage, job: Job) -> None:
        """Ask a page, under the first condition that it is judged in."""
        key = (job.address.url, job.state)
        if key not in self._seen:
            self._seen.add(key)
            for check, pages in self._gathered:
                pages.append(Gathered(job, page.evaluate(check.GATHER)))

    def findings(self) -> list[Finding]:
        return [
            _finding(observation, {}, page.job)
            for check, pages in self._gathered
            for page, observation in check.judge(pages)
        ]


def _attempt(
    job: Job, engine: engines.Engine, bound: float, checks: Sequence[Check], site: _Site
) -> list[Told]:
    for last in (False, True):
        tab = engine.open(job.condition)
        try:
            page = load(tab, job.address.url, job.condition, bound)
            site.gather(page, job)
            return _judge(page, job, checks)
        except Unjudged as reason:
            if last or not reason.again:
                raise
        finally:
            tab.close()
    raise AssertionError("the second attempt returns or raises")


def judge(page: LoadedPage, job: Job, checks: Sequence[Check] | None = None) -> list[Finding]:
    """The findings of every check on a loaded page, those that act last.

    :param job: what the findings are recorded under.
    :param checks: all there are unless given.
    """
    return [finding for _, finding in _judge(page, job, all_checks() if checks is None else checks)]


def _judge(page: LoadedPage, job: Job, checks: Sequence[Check]) -> list[Told]:
    found = _told(page, job, [check for check in checks if not check.ACTS])
    if page.condition is not None:
        for check in checks:
            if check.ACTS:
                if page.touched:
                    page.again()
                found += _told(page, job, [check])
    return found


def _told(page: LoadedPage, job: Job, checks: Sequence[Check]) -> list[Told]:
    seen = [(check, observation) for check in checks for observation in check.judge(page)]
    described = _describe(page, [observation for _, observation in seen])
    return [
        (check, _finding(observation, identity, job))
        for (check, observation), identity in zip(seen, described, strict=True)
    ]


def _describe(page: LoadedPage, seen: list[Observation]) -> list[dict[str, str]]:
    """Role, name, landmarks and HTML of each element, asked once of every frame."""
    if not seen:
        return []
    paths = json.dumps([observation.path for observation in seen])
    answers = [answer for answer in page.everywhere(f"probe.describe({paths})") if answer]
    return [next(filter(None, identities), {}) for identities in zip(*answers, strict=True)]


def _finding(observation: Observation, identity: dict[str, str], job: Job) -> Finding:
    parts = [part if isinstance(part, str) else " >>> ".join(part) for part in observation.path]
    return Finding(
        job=job,
        url=mask(job.address.shown),
        rule=observation.rule,
        criteria=observation.criteria,
        certainty=observation.certainty,
        selector=mask(" >>> ".join(parts)),
        html=mask(identity.get("html", ""))[:_SNIPPET],
        ja=mask(observation.ja),
        en=mask(observation.en),
        fingerprint=fingerprint(
            observation.rule,
            identity.get("role", ""),
            identity.get("name", ""),
            identity.get("landmarks", ""),
        ),
    )


def _shown(reason: Unjudged, job: Job) -> Unjudged:
    """The reason, calling the page as reports do."""
    opened, shown = mask(job.address.url), mask(job.address.shown)
    return Unjudged(en=reason.en.replace(opened, shown), ja=reason.ja.replace(opened, shown))
