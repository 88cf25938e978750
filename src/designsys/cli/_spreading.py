"""The options of ``designsys audit`` that spread a large site: over a Selenium Grid, and over several machines.

Sessions on a grid are :mod:`designsys.audit.selenium_grid`'s, parts of a plan :mod:`designsys.audit.shards`'s.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import click

from designsys.audit import engines
from designsys.audit.politeness import Pace, Paced
from designsys.audit.shards import Shard, read_shard
from designsys.cli._targeting import Targeting
from designsys.errors import DesignsysError

__all__ = ["Spreading", "spreading_options"]


@dataclass(frozen=True, slots=True)
class Spreading:
    """What the options say; see their help."""

    grid: str | None = None
    shard: Shard | None = None

    def start(self, engine: str, bound: float, pace: Pace) -> engines.Engine:
        """Start an engine, on the grid if there is one, that keeps the pace; may be called from several threads.

        :param bound: as :func:`designsys.audit.engines.start` has it.
        :raises DesignsysError: likewise.
        """
        return Paced(engines.start(engine, bound, self.grid), pace)

    def refuse(self, engine: str, targeting: Targeting, pdf: bool) -> None:
        """Say before pages are looked for what does not go together.

        :raises DesignsysError: the engine runs on no grid, or the machines would choose different pages.
        """
        if self.grid is not None:
            engines.refuse_grid(engine)
        if self.shard and pdf:
            raise DesignsysError(
                en="--pdf lists the PDFs of all pages, and --shard judges some of them: list them in a run without --shard.",
                ja="--pdf は全ページのPDFの一覧、--shard は一部のページの判定です。一覧は --shard を外した実行で作ってください。",
            )
        if self.shard and targeting.sample is not None and targeting.seed is None:
            raise DesignsysError(
                en="--shard with --sample needs --seed: write one number, the same on all machines.",
                ja="--shard と --sample を一緒に使うときは --seed が要ります。どの機械でも同じ数を書いてください。",
            )


def spreading_options(function: Callable[..., None]) -> Callable[..., None]:
    """``--grid`` and ``--shard``, handed on as one ``spreading``."""

    @click.option(
        "--grid", metavar="URL",
        help="With --engine selenium: judge in the browsers of this Selenium Grid 4, whose nodes reach the pages.",
    )  # fmt: skip
    @click.option(
        "--shard", metavar="I/N",
        help="Judge the I-th of N parts of the pages; 'designsys audit merge' unites the JSON reports of all.",
    )  # fmt: skip
    @functools.wraps(function)
    def command(*args: object, grid: str | None, shard: str | None, **options: object) -> None:
        spreading = Spreading(grid, read_shard(shard) if shard is not None else None)
        function(*args, spreading=spreading, **options)

    return command
