"""The options of ``designsys audit`` that say which pages are judged, and how often their servers are asked.

Reads and refuses; finding the pages is :mod:`designsys.audit.targets`'s.
"""

from __future__ import annotations

import contextlib
import functools
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

import click

from designsys.audit.politeness import RATE, Pace
from designsys.audit.targets import Address, Search, Tell, addresses, web_address
from designsys.audit.targets.crawl import Limits
from designsys.audit.targets.serving import served
from designsys.errors import DesignsysError

__all__ = ["Targeting", "targeting_options"]

_USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Targeting:
    """What the options say; see their help."""

    lists: tuple[str, ...] = ()
    crawl: bool = False
    max_pages: int = _USUAL.pages
    max_depth: int = _USUAL.depth
    sample: int | None = None
    seed: int | None = None
    serve: str | None = None
    serve_timeout: float = 60.0
    rate: float = RATE

    def targets(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """The targets that were named, lists included."""
        return (*named, *(f"@{file}" for file in self.lists))

    @contextlib.contextmanager
    def pages(self, named: tuple[str, ...], bound: float, tell: Tell) -> Iterator[tuple[list[Address], Pace]]:
        """The pages to be judged, and the pace for the engine that opens them.

        An app that was to be served runs while the context lasts.

        :param named: the targets of the command line.
        :param bound: seconds that one answer of a server may take.
        :param tell: takes a sentence on what was left out or chosen.
        :raises DesignsysError: there is no such page, the app does not answer, or an option is out of range.
        """
        _refuse(self)
        targets, pace = self.targets(named), Pace(self.rate)
        seed = secrets.randbelow(10_000) if self.seed is None else self.seed
        limits = Limits(self.max_pages, self.max_depth) if self.crawl else None
        search = Search(limits, self.sample, seed, bound, pace)
        with contextlib.ExitStack() as stack:
            if self.serve is not None:
                stack.enter_context(served(self.serve, self._served_address(targets), self.serve_timeout))
            yield stack.enter_context(addresses(targets, search, tell)), pace

    def _served_address(self, targets: tuple[str, ...]) -> str:
        if url := web_address(targets):
            return url
        raise DesignsysError(
            en="--serve needs the address at which the app answers: add a target such as http://127.0.0.1:8000/.",
            ja="--serve には、アプリが応答するアドレスが要ります。http://127.0.0.1:8000/ のように書き加えてください。",
        )


_OPTIONS = (
    click.option(
        "--list", "lists", multiple=True, metavar="FILE",
        help="Judge the pages in this file, one address a line, # for comments. The same as a target @FILE.",
    ),
    click.option("--crawl", is_flag=True, help="Follow links within the hosts of the addresses, as their robots.txt allows."),
    click.option("--max-pages", type=int, default=_USUAL.pages, show_default=True, help="With --crawl: how many pages at most."),
    click.option("--max-depth", type=int, default=_USUAL.depth, show_default=True, help="With --crawl: how many links away at most."),
    click.option("--sample", type=int, metavar="N", help="Judge N of the pages: representative and random ones (JIS X 8341-3)."),
    click.option("--seed", type=int, metavar="S", help="With --sample: the number that chooses the same pages again."),
    click.option("--serve", metavar="COMMAND", help="Start this app, wait until the first address answers, and stop it at the end."),
    click.option("--serve-timeout", type=float, default=60.0, show_default=True, help="With --serve: seconds to wait for the app."),
    click.option("--rate", type=float, default=RATE, show_default=True, help="Requests a second to a host other than this machine."),
)  # fmt: skip


def targeting_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a command; they reach it as one argument, ``targeting``."""
    names = [one.name for one in fields(Targeting)]

    @functools.wraps(function)
    def command(**given: object) -> None:
        chosen = {name: given.pop(name) for name in names}
        function(targeting=Targeting(**chosen), **given)  # type: ignore[arg-type]

    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _refuse(given: Targeting) -> None:
    """Say what is no number that an option can take."""
    numbers = {
        "--max-pages": (given.max_pages, 1),
        "--max-depth": (given.max_depth, 0),
        "--sample": (1 if given.sample is None else given.sample, 1),
    }
    for name, (number, least) in numbers.items():
        if number < least:
            raise DesignsysError(
                en=f"{name} {number} is too small: write a number of {least} or more.",
                ja=f"{name} の {number} は小さすぎます。{least}以上の数を書いてください。",
            )
    for name, amount in (("--rate", given.rate), ("--serve-timeout", given.serve_timeout)):
        if not 0 < amount < float("inf"):
            raise DesignsysError(
                en=f"{name} {amount:g} does not work: write a number of more than 0.",
                ja=f"{name} の {amount:g} は使えません。0より大きい数を書いてください。",
            )
