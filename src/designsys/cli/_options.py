"""Options that several commands share, so that they are spelled and explained alike."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["components_option", "tokens_option"]

components_option = click.option(
    "--components",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    help="A folder of your own components, beside designsys's. May be repeated.",
)

tokens_option = click.option(
    "--tokens",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with a *.resolver.json of your own, instead of designsys's tokens.",
)
