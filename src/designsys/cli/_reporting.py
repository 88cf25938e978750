"""How ``designsys audit`` and ``designsys audit merge`` give their result: files, the screen, and the exit code.

What a report says is :mod:`designsys.audit.reports`'s.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import click

from designsys.audit.findings import CERTAIN, Result
from designsys.audit.reports import console, file_reports
from designsys.errors import DesignsysError

__all__ = ["conclude", "refuse_unwritable", "report_options", "report_paths", "write"]


def report_options(function: Callable[..., None]) -> Callable[..., None]:
    """One ``--name FILE`` for each report that goes to a file."""
    for name in file_reports():
        function = click.option(
            f"--{name}", f"report_{name}", metavar="FILE", help=f"Write a {name} report too."
        )(function)
    return function


def report_paths(options: Mapping[str, Any]) -> dict[str, Path]:
    """The files that :func:`report_options` were given, by the report's name."""
    return {name: Path(options[f"report_{name}"]) for name in file_reports() if options[f"report_{name}"]}


def refuse_unwritable(paths: Mapping[str, Path]) -> None:
    """Say before anything is judged that a report could not be written.

    :raises DesignsysError: a folder has the file's name, or the folder it would lie in is not there.
    """
    for path in paths.values():
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise _unwritable(path)


def write(path: Path, text: str) -> None:
    """Write one report.

    :raises DesignsysError: it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise _unwritable(path) from None


def conclude(result: Result, language: str, paths: Mapping[str, Path]) -> NoReturn:
    """Write the reports, show the result, and end: 0 nothing found, 1 findings, 2 something could not be judged.

    :raises DesignsysError: the reason of the first page that could not be judged, or a report cannot be written.
    """
    for name, path in paths.items():
        write(path, file_reports()[name].render(result, language))
    lost = [page.reason for page in result.pages if page.reason]
    if len(lost) < len(result.pages):
        console.show(result, language, sys.stdout)
    if lost:
        raise lost[0]
    sys.exit(1 if result.of(CERTAIN) else 0)


def _unwritable(path: Path) -> DesignsysError:
    return DesignsysError(
        en=f"the report cannot be written to '{path}': name a file in a folder that exists.",
        ja=f"報告を「{path}」に書けません。あるフォルダーの中のファイル名を書いてください。",
    )
