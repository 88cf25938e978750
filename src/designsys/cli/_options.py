"""Options that several commands share, so that they are spelled and explained alike."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["components_option", "theme_option", "tokens_option"]

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
    metavar="PATH",
    help="A folder with a *.resolver.json of your own, or a token file, instead of designsys's tokens.",
)

theme_option = click.option(
    "--theme",
    multiple=True,
    metavar="THEME",
    help="Take only this theme: a name, or a theme's file. May be repeated; the first is the default.",
)
