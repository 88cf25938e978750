"""``designsys component``: helps authors of components.

The files it writes come from :mod:`designsys.starter`.
"""

from __future__ import annotations

from pathlib import Path

import click

from designsys.catalogue import load
from designsys.cli._options import components_option
from designsys.starter.component import new_component

__all__ = ["command"]


@click.group("component")
def command() -> None:
    """Make components of your own.

    \b
    Example:
      designsys component new route_map
    """


@command.command("new")
@click.argument("name")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("components"),
    show_default=True,
    metavar="DIR",
    help="The folder of components to write into.",
)
@components_option
def new(name: str, out: Path, components: tuple[Path, ...]) -> None:
    """Write a new component NAME (snake_case) that passes every test, to be filled with your own.

    \b
    Example:
      designsys component new route_map --out components
    """
    for path in new_component(name, out, load(components)):
        click.echo(path)
