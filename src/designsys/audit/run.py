"""Carries a plan out: each page is opened, judged by every check, and its findings made fit to show.

A page that cannot be judged is recorded with its reason, and the rest goes on.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designsys.audit import engines
from designsys.audit.cache import Cache
from designsys.audit.checks import Check, all_checks, name_of
from designsys.audit.conditions import Condition, can_change
from designsys.audit.facts.naming import know_names
from designsys.audit.failures import Unjudged, broken
from designsys.audit.findings import (
    ADVICE,
    CERTAIN,
    LIKELY,
    Finding,
    Observation,
    PageResult,
    Result,
    recorded,
)
from designsys.audit.journal import Entry, Journal
from designsys.audit.login import Login
from designsys.audit.masking import mask, masked
from designsys.audit.page import LoadedPage, load
from designsys.audit.performing import perform
from designsys.audit.plan import Job
from designsys.audit.site_checks import SiteCheck, all_site_checks, compare
from designsys.audit.states import Settings, Step
from designsys.audit.stillness import bring_to_rest
from designsys.audit.workers import Workers
from designsys.errors import DesignsysError

__all__ = ["judge", "run"]

NO_SETTINGS = Settings()

Told = tuple[str, Finding]
"""The name of a check, and what it found."""


def run(
    jobs: Iterable[Job],
    start: Callable[[], engines.Engine],
    bound: float,
    done: Callable[[Job], None] = lambda job: None,
    journal: Journal | None = None,
    settings: Settings = NO_SETTINGS,
    cache: Cache | None = None,
    only: Collection[str] = (),
    workers: int = 1,
) -> Result:
    """Judge every job of a plan.

    :param start: starts the browser of a worker; it is closed at the end.
    :param bound: seconds for loading a page, and again for each evaluation in it.
    :param done: called after each job.
    :param journal: where each job's result is written as it comes, and what an earlier run found is read.
    :param settings: the steps that lead to the states of the plan, and those that log in.
    :param cache: where results of pages that did not change are taken from.
    :param only: the names of the checks to judge by, also those over the whole site; empty for all.
    :param workers: how many pages are judged at a time.
    :raises DesignsysError: nothing can be judged on this machine, such as Japanese without a font.
    """
    planned = list(jobs)
    known = _Known([check for check in all_checks() if not only or name_of(check) in only])
    site = _Site({name: check for name, check in all_site_checks().items() if not only or name in only})
    result = Result()
    steps = {state.name: state.steps for state in settings.states}
    login = Login(settings.login, planned[0].address.url if planned else "", bound)

    def work(engine: engines.Engine, job: Job) -> Entry:
        login.enter(engine, job.condition)
        way = _Way(engine, bound, steps.get(job.state, ()), cache)
        return _entry(job, way, known.wanted(job), site.asked(job))

    with Workers(start, min(workers, max(len(planned), 1))) as crew:
        # What a page shows under one condition decides what is asked of it under the next.
        for _, group in itertools.groupby(planned, key=lambda job: job.condition):
            batch = list(group)
            entries = {job: entry for job in batch if journal and (entry := journal.known(job))}
            fresh = [job for job in batch if job not in entries]
            for job in entries:
                done(job)
            for place, entry in crew.each(fresh, work):
                entries[fresh[place]] = entry
                if journal:
                    journal.note(fresh[place], entry)
                done(fresh[place])
            for job in batch:
                site.take(job, entries[job].facts)
                result.findings += [finding for _, finding in entries[job].findings]
                result.findings += known.take(job, entries[job])
                result.pages.append(_page(job, entries[job]))
    result.findings += compare(result.pages)
    return result


def _page(job: Job, entry: Entry) -> PageResult:
    return PageResult(job, mask(job.address.shown), entry.reason, entry.facts)


class _Known:
    """What was found under the conditions before: it holds under the next where that can change nothing of it."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self._checks = {name_of(check): check for check in checks}
        self._told: dict[tuple[str, str, str], dict[Condition, list[Finding]]] = {}

    def wanted(self, job: Job) -> list[Check]:
        """The checks to be run: all that there are, but for those that an earlier condition has answered."""
        return [check for name, check in self._checks.items() if self._holding(job, name) is None]

    def take(self, job: Job, entry: Entry) -> list[Finding]:
        """Note what a job told, and give what holds for it too without having been looked for again."""
        if entry.reason is not None:
            return []
        held = {name: self._holding(job, name) for name in self._checks}
        told: dict[str, list[Finding]] = {name: [] for name, findings in held.items() if findings is None}
        for name, finding in entry.findings:
            if name in told:
                told[name].append(finding)
        for name, findings in told.items():
            self._told.setdefault((job.address.url, job.state, name), {})[job.condition] = findings
        return [
            dataclasses.replace(finding, job=job) for findings in held.values() for finding in findings or ()
        ]

    def _holding(self, job: Job, name: str) -> list[Finding] | None:
        """What a check found under an earlier condition that is the same to it; None when there is none."""
        told = self._told.get((job.address.url, job.state, name), {})
        aspects = self._checks[name].ASPECTS
        return next(
            (found for known, found in told.items() if not can_change(job.condition, aspects, known)), None
        )


class _Site:
    """Which pages the checks over the whole site have asked."""

    def __init__(self, checks: dict[str, SiteCheck]) -> None:
        self._checks = checks
        self._seen: set[tuple[str, str]] = set()

    def asked(self, job: Job) -> dict[str, SiteCheck]:
        """The checks that a page is to be asked for: under the first condition that it is judged in."""
        return {} if (job.address.url, job.state) in self._seen else self._checks

    def take(self, job: Job, facts: Mapping[str, Any]) -> None:
        """Note that a page has answered."""
        if facts:
            self._seen.add((job.address.url, job.state))


@dataclass(frozen=True, slots=True)
class _Way:
    """How a page is reached: by an engine, within a bound, by the steps to its state; and the rules to try again."""

    engine: engines.Engine
    bound: float
    steps: tuple[Step, ...]
    cache: Cache | None = None
    rules: frozenset[tuple[str, str]] = frozenset()

    def lead(self, page: LoadedPage) -> None:
        """From the page as loaded to the state, at rest."""
        bring_to_rest(page)
        perform(page, self.steps, self.bound)


def _entry(job: Job, way: _Way, checks: Sequence[Check], asked: Mapping[str, SiteCheck]) -> Entry:
    """What becomes of a job; what a page shows in one of two tries only is unstable, and no longer certain."""
    try:
        entry, key = _attempt(job, way, checks, asked)
        if key is None:
            return entry
        certain = [told for told in entry.findings if told[1].certainty == CERTAIN]
        if certain:
            found = {name for name, _ in certain}
            again = [check for check in checks if name_of(check) in found]
            rules = frozenset((name, finding.rule) for name, finding in certain)
            try:
                second, _ = _attempt(job, dataclasses.replace(way, cache=None, rules=rules), again, {})
            except Unjudged as reason:
                # What the first try showed is told, though nothing confirms it.
                findings = _stable(entry.findings, [])
                return dataclasses.replace(entry, findings=findings, reason=_shown(reason, job))
            entry = dataclasses.replace(entry, findings=_stable(entry.findings, second.findings))
    except Unjudged as reason:
        return Entry([], {}, _shown(reason, job))
    if way.cache and key:
        way.cache.put(key, entry)
    return entry


def _stable(first: list[Told], second: list[Told]) -> list[Told]:
    """The findings of two tries: certain is what both show."""

    def key(told: Told) -> tuple[str, str, str]:
        return told[0], told[1].rule, told[1].selector

    shown = {key(told) for told in second}
    before = {key(told) for told in first}
    kept = [
        told
        if told[1].certainty != CERTAIN or key(told) in shown
        else (told[0], dataclasses.replace(told[1], certainty=LIKELY, unstable=True))
        for told in first
    ]
    new = [
        (name, dataclasses.replace(finding, certainty=LIKELY, unstable=True))
        for name, finding in second
        if finding.certainty == CERTAIN and key((name, finding)) not in before
    ]
    return kept + new


def _attempt(
    job: Job, way: _Way, checks: Sequence[Check], asked: Mapping[str, SiteCheck]
) -> tuple[Entry, str | None]:
    """What the checks find, and the cache's key for it.

    None for a key when the cache had the answer; an empty one when something was not judged and is to be tried anew.
    """
    for last in (False, True):
        tab = way.engine.open(job.condition)
        try:
            page = load(tab, job.address.url, job.condition, way.bound)
            page.rules = way.rules
            page.arrive(way.lead)
            key = way.cache.key(page, job, [*map(name_of, checks), *asked]) if way.cache else ""
            known = way.cache.get(key, job) if way.cache else None
            if known:
                return known, None
            facts = _gathered(page, asked)
            findings = _judge(page, job, checks, acting=True)
            return Entry(findings, facts), "" if page.is_in_part else key
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


def _judge(page: LoadedPage, job: Job, checks: Sequence[Check], *, acting: bool = False) -> list[Told]:
    """What the checks tell: first those that leave the page as it is, and, if wanted, those that act."""
    found = _told(page, job, [check for check in checks if not check.ACTS])
    for check in checks if acting else ():
        if check.ACTS:
            if page.touched:
                page.again()
            found += _told(page, job, [check])
    return found


def _told(page: LoadedPage, job: Job, checks: Sequence[Check]) -> list[Told]:
    seen = [(check, observation) for check in checks for observation in _observed(check, page)]
    described = _described(page, [observation for _, observation in seen])
    return [
        (name_of(check), recorded(observation, identity, job))
        for (check, observation), identity in zip(seen, described, strict=True)
    ]


def _described(page: LoadedPage, seen: list[Observation]) -> list[dict[str, str]]:
    """What identifies each element, as the page shows it before a check acts; what only acting brought, as it is then."""
    if not seen or not page.touched or page.condition is None:
        return _describe(page, seen)
    acted = _describe(page, seen)
    page.again()
    return [fresh or after for fresh, after in zip(_describe(page, seen), acted, strict=True)]


def _observed(check: Check, page: LoadedPage) -> list[Observation]:
    """What a check sees; one that fails in this page is named, and loses nothing of what the others see."""
    try:
        with page.limited():
            return check.judge(page)
    except Unjudged as unjudged:
        if not unjudged.own and not page.answers():
            raise
        reason, page.is_in_part = unjudged, True
    except DesignsysError:
        raise
    except Exception as fault:
        # What a page of somebody else's makes of a check is no reason to lose all the other pages.
        reason = broken(page.url, type(fault).__name__)
    name = name_of(check).replace("_", "-")
    return [Observation(name, (), ADVICE, ["html"], reason.ja, reason.en)]


def _gathered(page: LoadedPage, asked: Mapping[str, SiteCheck]) -> dict[str, Any]:
    """What the checks over the whole site want to know; one that fails in this page goes without it."""
    facts = {}
    for name, check in asked.items():
        try:
            facts[name] = masked(page.evaluate(check.GATHER))
        except Unjudged as reason:
            if not reason.own:
                raise
    return facts


def _describe(page: LoadedPage, seen: list[Observation]) -> list[dict[str, str]]:
    """Role, name, landmarks and HTML of each element, asked once of every frame."""
    if not seen:
        return []
    try:
        know_names(page)
    except Unjudged as reason:
        # The elements go without their names then.
        if not reason.own:
            raise
    paths = json.dumps([observation.path for observation in seen])
    try:
        answers = [answer for answer in page.everywhere(f"probe.describe({paths})") if answer]
    except Unjudged as reason:
        # What was found on a page too large to be described is shown without its elements' names.
        if not reason.own:
            raise
        return [{} for _ in seen]
    return [next(filter(None, identities), {}) for identities in zip(*answers, strict=True)]


def _shown(reason: Unjudged, job: Job) -> Unjudged:
    """The reason, calling the page as reports do."""
    opened, shown = mask(job.address.url), mask(job.address.shown)
    return Unjudged(en=reason.en.replace(opened, shown), ja=reason.ja.replace(opened, shown))
