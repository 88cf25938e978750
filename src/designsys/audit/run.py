"""Carries a plan out: each page is opened, judged by every check, and its findings made fit to show.

A page that cannot be judged is recorded with its reason, and the rest goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from designsys.audit import engines
from designsys.audit.checks import Check, all_checks
from designsys.audit.failures import Unjudged
from designsys.audit.findings import Finding, Observation, PageResult, Result
from designsys.audit.fingerprint import fingerprint
from designsys.audit.masking import mask
from designsys.audit.page import LoadedPage, load
from designsys.audit.plan import Job

__all__ = ["judge", "run"]

_SNIPPET = 300


def run(
    jobs: Iterable[Job], engine: engines.Engine, bound: float, done: Callable[[Job], None] | None = None
) -> Result:
    """Judge every job of a plan.

    :param engine: a started engine; it is not closed here.
    :param bound: seconds for loading a page, and again for each evaluation in it.
    :param done: called after each job.
    :raises DesignsysError: nothing can be judged on this machine, such as Japanese without a font.
    """
    result, checks = Result(), all_checks()
    for job in jobs:
        try:
            result.findings += _attempt(job, engine, bound, checks)
            result.pages.append(PageResult(job, mask(job.address.shown)))
        except Unjudged as reason:
            result.pages.append(PageResult(job, mask(job.address.shown), _shown(reason, job)))
        if done:
            done(job)
    return result


def _attempt(job: Job, engine: engines.Engine, bound: float, checks: Sequence[Check]) -> list[Finding]:
    for last in (False, True):
        tab = engine.open(job.condition)
        try:
            return judge(load(tab, job.address.url, job.condition, bound), job, checks)
        except Unjudged as reason:
            if last or not reason.again:
                raise
        finally:
            tab.close()
    raise AssertionError("the second attempt returns or raises")


def judge(page: LoadedPage, job: Job, checks: Sequence[Check] | None = None) -> list[Finding]:
    """The findings of every check on a loaded page.

    :param job: what the findings are recorded under.
    :param checks: all there are unless given.
    """
    seen = [observation for check in checks or all_checks() for observation in check.judge(page)]
    described = _describe(page, seen)
    return [
        _finding(observation, identity, job) for observation, identity in zip(seen, described, strict=True)
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
