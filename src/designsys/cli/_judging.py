"""The options of ``designsys audit`` that say how pages are judged: by which browser, under which conditions, by which checks.

Reads and refuses; judging is :mod:`designsys.audit.run`'s.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields

import click

from designsys.audit import engines
from designsys.audit.checks import known_checks
from designsys.audit.conditions import NAMES, Condition, named
from designsys.audit.politeness import Pace, Paced
from designsys.audit.workers import cores
from designsys.errors import DesignsysError

__all__ = ["Judging", "judging_options"]


@dataclass(frozen=True, slots=True)
class Judging:
    """What the options say; see their help."""

    engine: str
    conditions: tuple[str, ...]
    checks: tuple[str, ...]
    workers: int
    timeout: float

    def wanted(self) -> tuple[list[Condition], frozenset[str]]:
        """The conditions, and the names of the checks; no name stands for all.

        :raises DesignsysError: there is no such condition or check, or the time-out is no time.
        """
        if not 0 < self.timeout < float("inf"):
            raise DesignsysError(
                en=f"--timeout {self.timeout:g} is no time to wait: write seconds, more than 0.",
                ja=f"--timeout の {self.timeout:g} は待ち時間になりません。0より大きい秒数を書いてください。",
            )
        if self.workers < 1:
            raise DesignsysError(
                en=f"--workers {self.workers} judges nothing: write a number of 1 or more.",
                ja=f"--workers の {self.workers} では判定できません。1以上の数を書いてください。",
            )
        return named(self.conditions), known_checks(self.checks)

    def start(self, pace: Pace) -> engines.Engine:
        """A worker's browser, which asks servers no more often than the pace allows."""
        return Paced(engines.start(self.engine, self.timeout), pace)


_OPTIONS = (
    click.option("--engine", default="playwright", show_default=True, help="Browser driver: playwright or selenium."),
    click.option(
        "--condition", "conditions", multiple=True, metavar="NAME",
        help=f"Judge under this condition only; may be repeated. One of {', '.join(NAMES)}, or several joined by +: 320+dark.",
    ),
    click.option(
        "--check", "checks", multiple=True, metavar="NAME",
        help="Judge by this check only; may be repeated: axe, or one of ours such as focus-visible.",
    ),
    click.option(
        "--workers", type=int, default=cores, metavar="N",
        help="How many pages are judged at a time, each in a browser of its own (default: one a processor).",
    ),
    click.option("--timeout", default=30.0, show_default=True, help="Seconds for loading a page, and for judging it."),
)  # fmt: skip


def judging_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a command; they reach it as one argument, ``judging``."""
    names = [one.name for one in fields(Judging)]

    @functools.wraps(function)
    def command(**given: object) -> None:
        chosen = {name: given.pop(name) for name in names}
        function(judging=Judging(**chosen), **given)  # type: ignore[arg-type]

    for option in reversed(_OPTIONS):
        command = option(command)
    return command
