"""The checks over a whole site: each is one module here, found by being there.

Such a check offers ``GATHER``, a JavaScript expression that gives what it wants to know of one page as JSON, and
``judge(pages)``, which compares. Pages are not kept, so a site may be large.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from designsys.audit.findings import Finding, Observation, PageResult, recorded
from designsys.audit.plan import Job

__all__ = ["Gathered", "SiteCheck", "all_site_checks", "compare"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a site check wanted to know of one page.

    :param job: the page, in one state, under the first condition that it was judged in.
    :param facts: the value of ``GATHER``.
    """

    job: Job
    facts: Any


class SiteCheck(Protocol):
    """What a module of this package has to offer."""

    ID: str
    GATHER: str

    def judge(self, pages: Sequence[Gathered]) -> Iterator[tuple[Gathered, Observation]]:
        """What is wrong over the site, each with the page to tell it at."""


def all_site_checks() -> dict[str, SiteCheck]:
    """Every site check by its name, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def compare(pages: Iterable[PageResult]) -> list[Finding]:
    """What the site checks find over all pages that were asked.

    :param pages: in the order of the plan.
    """
    judged = list(pages)
    return [
        recorded(observation, {}, page.job)
        for name, check in all_site_checks().items()
        for page, observation in check.judge(_gathered(judged, name))
    ]


def _gathered(pages: Iterable[PageResult], name: str) -> list[Gathered]:
    """What the pages answered to one site check.

    :param name: the check's name; where it was not asked, there is no answer.
    """
    return [Gathered(page.job, page.facts[name]) for page in pages if name in page.facts]
