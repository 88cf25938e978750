"""``designsys audit merge``: unites the JSON reports of several machines into the result of one run.

Uniting is :mod:`designsys.audit.merging`'s; :mod:`designsys.cli.audit` hands over when its first argument is ``merge``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from designsys.audit.merging import merge
from designsys.cli._reporting import conclude, refuse_unwritable, report_options, report_paths
from designsys.errors import message_language

__all__ = ["merging"]


@click.command(name="merge")
@click.argument("reports", nargs=-1, type=click.Path(path_type=Path), metavar="REPORT.json...")
@click.option(
    "--lang", type=click.Choice(["ja", "en"]), help="Language of the report (default: the machine's)."
)
@report_options
def merging(reports: tuple[Path, ...], lang: str | None, **files: Any) -> None:
    """Unite the JSON reports of all parts of a run.

    The result is what one machine would have given; checks over the whole site are made here.

    Exit code: 0 nothing found, 1 findings, 2 a part is missing or something could not be judged.

    \b
    Example:
      designsys audit merge 1.json 2.json 3.json 4.json --json report.json
    """
    if lang:
        os.environ["DESIGNSYS_LANG"] = lang
    paths = report_paths(files)
    refuse_unwritable(paths)
    conclude(merge(reports), message_language(), paths)
