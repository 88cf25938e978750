"""A bar on the terminal that tells how far a run has come.

It shows nothing in a pipe, nor before a second has passed.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["progress"]

_PATIENCE = 1.0


@contextlib.contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[object], None]]:
    """A function to call after each of ``total`` jobs or files."""
    console = Console(file=sys.stderr)
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, transient=True, disable=not console.is_terminal,
    )  # fmt: skip
    task = bar.add_task(label, total=total)
    begun = time.monotonic()

    def done(job: object) -> None:
        if not bar.live.is_started and time.monotonic() - begun > _PATIENCE:
            bar.start()
        bar.advance(task)

    try:
        yield done
    finally:
        bar.stop()
