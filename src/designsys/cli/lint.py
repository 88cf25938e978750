"""``designsys lint``: reads a service's own files for what would break its pages.

The rules are those of :mod:`designsys.styles.lint`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from designsys.cli._options import tokens_option
from designsys.errors import message_language
from designsys.styles.lint import lint_css
from designsys.tokens import load

__all__ = ["command"]


@click.group("lint")
def command() -> None:
    """Find what would break a page, without opening it.

    \b
    Example:
      designsys lint css static/css
    """


@command.command("css")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@tokens_option
def css(paths: tuple[Path, ...], tokens: Path | None) -> None:
    """Find raw colours and lengths, unknown tokens, lost focus outlines and !important in CSS.

    PATH is a CSS file, or a folder whose every CSS file is read. Exit 0 when nothing is found,
    1 when something is, 2 when a file cannot be read.

    \b
    Example:
      designsys lint css static/css components/route_map/route_map.css
    """
    findings = lint_css(paths, load(tokens))
    for finding in findings:
        click.echo(finding)
    if findings:
        files = len({finding.path for finding in findings})
        click.echo(
            f"{files} 個のファイルに {len(findings)} 件あります。"
            if message_language() == "ja"
            else f"{len(findings)} found in {files} file{'s' if files > 1 else ''}.",
            err=True,
        )
        sys.exit(1)
