"""``designsys audit``: judges pages and says what keeps residents out.

Reads options and chooses the exit code; judging is :mod:`designsys.audit`'s.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from designsys.audit import engines
from designsys.audit.conditions import CONDITIONS, named
from designsys.audit.findings import CERTAIN, Result
from designsys.audit.plan import plan
from designsys.audit.progress import progress
from designsys.audit.reports import console, file_reports
from designsys.audit.run import run
from designsys.audit.targets import addresses
from designsys.errors import DesignsysError, message_language

__all__ = ["command"]


def _report_options(function: Callable[..., None]) -> Callable[..., None]:
    """One ``--name FILE`` for each report that goes to a file."""
    for name in file_reports():
        function = click.option(
            f"--{name}", f"report_{name}", metavar="FILE", help=f"Write a {name} report too."
        )(function)
    return function


@click.command(name="audit")
@click.argument("targets", nargs=-1, metavar="TARGET...")
@click.option(
    "--engine", default="playwright", show_default=True, help="Browser driver: playwright or selenium."
)
@click.option(
    "--condition", "conditions", multiple=True, metavar="NAME",
    help=f"Judge under this condition only; may be repeated. One of {', '.join(one.id for one in CONDITIONS)}.",
)  # fmt: skip
@click.option(
    "--timeout", default=30.0, show_default=True, help="Seconds for loading a page, and for judging it."
)
@click.option(
    "--lang", type=click.Choice(["ja", "en"]), help="Language of the report (default: the machine's)."
)
@_report_options
def command(
    targets: tuple[str, ...],
    engine: str,
    conditions: tuple[str, ...],
    timeout: float,
    lang: str | None,
    **files: Any,
) -> None:
    """Judge web pages against WCAG 2.2 A and AA (JIS X 8341-3).

    TARGET is an address (http, https, file), a folder of HTML pages or an HTML file.
    Each page is judged as it is at 1280 px, at 320 px, in the dark scheme, in forced
    colours, and without JavaScript.

    Exit code: 0 nothing found, 1 findings, 2 something could not be judged.

    \b
    Example:
      designsys audit https://www.city.example.jp/ --json report.json
      designsys audit site/ --engine selenium --condition base --condition 320
    """
    if lang:
        os.environ["DESIGNSYS_LANG"] = lang
    language = message_language()
    wanted = named(conditions)
    paths = {name: Path(files[f"report_{name}"]) for name in file_reports() if files[f"report_{name}"]}
    _refuse(targets, timeout, paths)
    with addresses(targets) as pages:
        jobs = plan(pages, wanted)
        browser = engines.start(engine, timeout)
        try:
            with progress(len(jobs), "判定中" if language == "ja" else "Judging") as done:
                result = run(jobs, browser, timeout, done)
        finally:
            browser.close()
    for name, path in paths.items():
        _write(path, file_reports()[name].render(result, language))
    _conclude(result, language)


def _refuse(targets: tuple[str, ...], timeout: float, paths: dict[str, Path]) -> None:
    """Say what is wrong with the call before a browser starts."""
    if not targets:
        raise DesignsysError(
            en="no page was named: write an address or a folder, such as 'designsys audit https://www.city.example.jp/'.",
            ja="判定するページがありません。designsys audit https://www.city.example.jp/ のように、アドレスかフォルダーを書いてください。",
        )
    if not 0 < timeout < float("inf"):
        raise DesignsysError(
            en=f"--timeout {timeout:g} is no time to wait: write seconds, more than 0.",
            ja=f"--timeout の {timeout:g} は待ち時間になりません。0より大きい秒数を書いてください。",
        )
    for path in paths.values():
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise _unwritable(path)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise _unwritable(path) from None


def _unwritable(path: Path) -> DesignsysError:
    return DesignsysError(
        en=f"the report cannot be written to '{path}': name a file in a folder that exists.",
        ja=f"報告を「{path}」に書けません。あるフォルダーの中のファイル名を書いてください。",
    )


def _conclude(result: Result, language: str) -> None:
    lost = [page.reason for page in result.pages if page.reason]
    if len(lost) < len(result.pages):
        console.show(result, language, sys.stdout)
    if lost:
        raise lost[0]
    sys.exit(1 if result.of(CERTAIN) else 0)
