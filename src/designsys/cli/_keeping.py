"""The options of ``designsys audit`` that say what a run keeps: its journal and what it knows of unchanged pages.

What is kept is :mod:`designsys.audit.journal`'s and :mod:`designsys.audit.cache`'s.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from designsys.audit.cache import Cache
from designsys.audit.journal import Journal
from designsys.errors import DesignsysError

__all__ = ["Keeping", "keeping_options"]


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the options say; see their help."""

    folder: Path
    resume: bool
    cache: bool

    @contextlib.contextmanager
    def kept(self) -> Iterator[tuple[Journal, Cache | None]]:
        """The journal, and the cache unless it is not wanted.

        :raises DesignsysError: the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Results of a project's pages are nobody's source.
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        except OSError as error:
            raise DesignsysError(
                en=f"{self.folder} cannot be written: {error.strerror}; give another folder to --keep.",
                ja=f"{self.folder} に書きこめません（{error.strerror}）。--keep に別のフォルダーを指定してください。",
            ) from None
        cache = Cache(self.folder / "cache") if self.cache else None
        with Journal(self.folder / "journal.jsonl", resume=self.resume) as journal:
            yield journal, cache


def keeping_options(function: Callable[..., None]) -> Callable[..., None]:
    """``--keep``, ``--resume`` and ``--no-cache``, handed on as one ``keeping``."""

    @click.option(
        "--keep", type=click.Path(path_type=Path), default=Path(".designsys"), show_default=True, metavar="DIR",
        help="Folder for the journal of this run and the results of pages that do not change.",
    )  # fmt: skip
    @click.option("--resume", is_flag=True, help="Go on with a run that was cut off, from its journal.")
    @click.option(
        "--cache/--no-cache",
        default=True,
        help="Take the results of pages that did not change from an earlier run.",
    )
    @functools.wraps(function)
    def command(*args: object, keep: Path, resume: bool, cache: bool, **options: object) -> None:
        function(*args, keeping=Keeping(keep, resume, cache), **options)

    return command
