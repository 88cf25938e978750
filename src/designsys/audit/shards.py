"""Divides a plan among machines: each judges some of the pages, under all their conditions.

The same plan gives the same parts everywhere. What the parts found, :mod:`.merging` unites; whether the other machines
were started cannot be known here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from designsys import __version__
from designsys.audit.plan import Job
from designsys.errors import DesignsysError

__all__ = ["Part", "Shard", "divide", "read_shard"]

_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of the machines.

    :param number: which, from 1.
    :param of: how many there are.
    """

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


@dataclass(frozen=True, slots=True)
class Part:
    """What one machine judges of a plan.

    :param shard: which machine.
    :param plan: the jobs of all machines.
    """

    shard: Shard
    plan: tuple[Job, ...]

    @property
    def jobs(self) -> list[Job]:
        """The jobs of this machine: every so-many-th page, since pages of one kind stand side by side."""
        turn, machines = self.shard.number - 1, self.shard.of
        own = set(list(dict.fromkeys(job.address for job in self.plan))[turn::machines])
        return [job for job in self.plan if job.address in own]

    @property
    def digest(self) -> str:
        """What all parts of one plan have in common, and parts of another have not; no address can be read from it."""
        keys = [[job.address.shown, job.state, job.condition.id] for job in self.plan]
        return hashlib.sha256(json.dumps([__version__, keys]).encode()).hexdigest()[:32]


def read_shard(written: str) -> Shard:
    """The shard of a command line.

    :param written: such as ``"2/4"``, the second of four.
    :raises DesignsysError: it is none.
    """
    match = _WRITTEN.fullmatch(written.strip())
    shard = Shard(int(match[1]), int(match[2])) if match else Shard(0, 0)
    if not 1 <= shard.number <= shard.of:
        raise DesignsysError(
            en=f"--shard {written} is no part of a run: write 2/4 for the second of four machines.",
            ja=f"--shard の {written} は使えません。4台のうちの2台目なら 2/4 と書いてください。",
        )
    return shard


def divide(jobs: Sequence[Job], shard: Shard) -> Part:
    """The part of a plan that a shard judges.

    :raises DesignsysError: there are fewer pages than machines, so that some would judge nothing.
    """
    pages = len({job.address for job in jobs})
    if pages < shard.of:
        raise DesignsysError(
            en=f"--shard {shard} divides {pages} pages among {shard.of} machines: use {pages} machines at most.",
            ja=f"--shard {shard} では、{pages}ページを{shard.of}台に分けることになります。{pages}台までにしてください。",
        )
    return Part(shard, tuple(jobs))
