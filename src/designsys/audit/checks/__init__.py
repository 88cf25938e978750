"""The checks: each is one module here, found by being there.

A check offers ``judge(page)``, which gives what it observes on one loaded page; it
knows neither engines nor reports, and masks nothing. What needs several pages is a
check of :mod:`designsys.audit.site_checks`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Protocol

from designsys.audit.findings import Observation
from designsys.audit.page import LoadedPage
from designsys.audit.site_checks import all_site_checks
from designsys.errors import DesignsysError, nearest

__all__ = ["Check", "all_checks", "known_checks", "name_of"]


class Check(Protocol):
    """What a module of this package has to offer.

    ``ASPECTS`` are the attributes of a :class:`~designsys.audit.conditions.Condition` (``width``, ``scheme``,
    ``forced_colors``, ``scripts`` …) that can change its verdict: where none of them differs from the base, it is not
    run again (:func:`~designsys.audit.conditions.can_change` knows which attributes stand for others). ``ACTS``
    tells whether it presses keys, moves the pointer or changes the page: such a check comes after the others, on a
    page that nothing has touched, and never on the page of somebody's test.
    """

    ASPECTS: frozenset[str]
    ACTS: bool

    def judge(self, page: LoadedPage) -> list[Observation]:
        """What is wrong with the page, or has to be looked at by a person.

        :raises Unjudged: the page does not answer.
        """


def all_checks() -> list[Check]:
    """Every check, in the order of their names."""
    found = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in found]


def known_checks(names: Iterable[str]) -> frozenset[str]:
    """The names of checks, of a page or of the whole site, as somebody wrote them: ``focus-visible`` is ``focus_visible``.

    :raises DesignsysError: there is no such check.
    """
    there = [*map(name_of, all_checks()), *all_site_checks()]
    given = [name.replace("-", "_") for name in names]
    for name in given:
        if name not in there:
            near = nearest(name, there)
            raise DesignsysError(
                en=f"there is no check '{name}'"
                + (f"; did you mean '{near}'?" if near else ": leave --check out to judge by all."),
                ja=f"検査「{name}」はありません。"
                + (f"「{near}」のことですか。" if near else "--check を外すと、すべての検査で判定します。"),
            )
    return frozenset(given)


def name_of(check: Check) -> str:
    """The name of a check: that of its module."""
    return str(check.__name__).rpartition(".")[2]  # type: ignore[attr-defined]
