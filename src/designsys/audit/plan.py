"""What will be judged: every page, in every state, under every condition.

Computed before a browser starts, so that what was not judged is known too. Nothing
here opens a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designsys.audit.conditions import Condition
from designsys.audit.states import State
from designsys.audit.targets import Address

__all__ = ["DEFAULT_STATE", "Job", "plan"]

DEFAULT_STATE = "default"


@dataclass(frozen=True, slots=True)
class Job:
    """One page, in one state, under one condition: the key of every result.

    :param address: where the page is.
    :param state: name of the steps that lead to the state; ``"default"`` is the page as loaded.
    :param condition: how it is looked at.
    """

    address: Address
    state: str
    condition: Condition


def plan(
    addresses: Iterable[Address], conditions: Sequence[Condition], states: Sequence[State] = ()
) -> list[Job]:
    """The jobs of a run, each once: every page as loaded, and in each state that belongs to it.

    They are ordered by condition, so that an engine sets each condition up once.
    """
    pages = list(dict.fromkeys(addresses))
    return [
        Job(page, state, condition)
        for condition in conditions
        for page in pages
        for state in (DEFAULT_STATE, *(one.name for one in states if one.belongs_to(page.url)))
    ]
