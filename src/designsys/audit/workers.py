"""Shares jobs among workers, each with a browser of its own.

A browser of its own, so that a page which crashes one disturbs no other worker's page. What is done with a job
is not known here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

from designsys.audit.conditions import Condition
from designsys.audit.engines import Engine, Tab

__all__ = ["Lent", "Workers", "cores"]

T = TypeVar("T")
J = TypeVar("J")


def cores() -> int:
    """How many processors this process may use: as many workers keep them busy, since judging is computing."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Lent:
    """An engine that several runs use, one after the other; whoever lends it closes it.

    :param engine: the engine that does the work.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def open(self, condition: Condition) -> Tab:
        """As :meth:`Engine.open`."""
        return self._engine.open(condition)

    def close(self) -> None:
        """Leave the engine running."""


class Workers:
    """Browsers that start when there is work for them, used as a context manager.

    :param start: starts a browser.
    :param number: how many at most.
    """

    def __init__(self, start: Callable[[], Engine], number: int) -> None:
        self._start, self._number = start, number
        self._own = threading.local()
        self._started: list[Engine] = []

    def __enter__(self) -> Workers:
        self._pool = ThreadPoolExecutor(self._number, thread_name_prefix="designsys-worker")
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)
        for engine in self._started:
            engine.close()

    def each(self, jobs: Sequence[J], work: Callable[[Engine, J], T]) -> Iterator[tuple[int, T]]:
        """Do the work for every job; gives its place and the result, in the order in which they are done.

        :param work: runs in the worker's thread with the worker's browser.
        :raises Exception: what ``work`` raised first; jobs that had not begun are left.
        """
        futures = {self._pool.submit(self._do, work, job): place for place, job in enumerate(jobs)}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            for future in futures:
                future.cancel()

    def _do(self, work: Callable[[Engine, J], T], job: J) -> T:
        if not hasattr(self._own, "engine"):
            self._own.engine = self._start()
            self._started.append(self._own.engine)
        return work(self._own.engine, job)
