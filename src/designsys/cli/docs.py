"""``designsys docs``: builds and serves the documentation site.

What stands in it is :mod:`designsys.docs`'s; here are the options.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from designsys.cli._options import components_option
from designsys.docs import build, serve
from designsys.errors import message_language

__all__ = ["command"]

_RESULTS = click.option(
    "--results",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="DESIGNSYS_RESULTS",
    metavar="FILE",
    help="Results of the example tests, as JSON; DESIGNSYS_RESULTS names it too.",
)


@click.group(name="docs")
def command() -> None:
    """Build and serve the documentation site.

    \b
    Example:
      designsys docs serve
    """


@command.command(name="build")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    metavar="DIR",
    help="Where to write.",
)
@_RESULTS
@components_option
def build_command(out: Path, results: Path | None, components: tuple[Path, ...]) -> None:
    """Write the whole site as files, in Japanese and English.

    It works from a server, and from disk by opening index.html (there a plain list of pages
    takes the place of search). An earlier build in the same folder is replaced.

    \b
    Example:
      designsys docs build --out site
    """
    built = build(out, components, results)
    start = out / "index.html"
    said = (
        f"{built.pages} ページを書きました：{start}"
        if message_language() == "ja"
        else f"{built.pages} pages written: {start}"
    )
    click.echo(said)


@command.command(name="serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port."
)
@_RESULTS
@components_option
def serve_command(port: int, results: Path | None, components: tuple[Path, ...]) -> None:
    """Serve the site on this machine; a saved change shows in the open page.

    Its page "Make a theme" lets you pick your town's colour and see every component change.

    \b
    Example:
      designsys docs serve --port 8080
    """
    with tempfile.TemporaryDirectory(prefix="designsys-docs-") as folder:
        serve(Path(folder), port, components, results, tell=_tell)


def _tell(line: str) -> None:
    click.echo(line, err=line.startswith("designsys:"))
