"""``designsys theme``: a municipality's theme from its colour.

How it is derived and proven is in :mod:`designsys.tokens`; the files come from :mod:`designsys.starter`.
"""

from __future__ import annotations

from pathlib import Path

import click

from designsys.catalogue import load
from designsys.cli._options import tokens_option
from designsys.errors import message_language
from designsys.starter.theme import write_theme
from designsys.tokens import load as load_tokens
from designsys.tokens import new_theme
from designsys.tokens.theme import CORNERS

__all__ = ["command"]


@click.group("theme")
def command() -> None:
    """Make a theme of your town's colour.

    \b
    Example:
      designsys theme new --brand "#E60012" --name 横浜市 --id yokohama --out themes/yokohama
    """


@command.command("new")
@click.option("--brand", required=True, metavar="COLOR", help="The town's colour: any colour of CSS.")
@click.option("--name", required=True, metavar="NAME", help="The town's name.")
@click.option(
    "--id", metavar="ID", help="What pages choose the theme by, and its file's name; NAME when left out."
)
@click.option("--secondary", metavar="COLOR", help="A second colour, for decoration.")
@click.option("--logo", type=click.Path(path_type=Path), metavar="FILE", help="An image for the preview.")
@click.option("--font", metavar="FONTS", help="Fonts that devices may have, before the default ones.")
@click.option("--corners", metavar="WORD", help=f"How round corners are: {', '.join(CORNERS)}.")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Where to write.")
@tokens_option
def new(
    brand: str,
    name: str,
    id: str | None,
    secondary: str | None,
    logo: Path | None,
    font: str | None,
    corners: str | None,
    out: Path,
    tokens: Path | None,
) -> None:
    """Write a theme: a DTCG file, its CSS, a preview that opens from disk, and the proof of contrast.

    \b
    Examples:
      designsys theme new --brand "#E60012" --name 横浜市 --id yokohama --out themes/yokohama
      designsys theme new --brand gold --name 山吹町 --corners round --font "BIZ UDPGothic" --out yamabuki
    """
    theme = new_theme(
        brand,
        name,
        id=id,
        secondary=secondary,
        font=font,
        corners=corners,
        logo=logo.name if logo else None,
        tokens=load_tokens(tokens) if tokens else None,
    )
    files = write_theme(theme, out, load(), logo, message_language())
    japanese = message_language() == "ja"
    for note in theme.notes:
        click.echo(note.ja if japanese else note.en)
    click.echo(
        f"{len(theme.pairs)} 組の色のすべてで、コントラストの比が足りています。"
        if japanese
        else f"All {len(theme.pairs)} pairs of colours have the contrast they owe."
    )
    for file in files:
        click.echo(file)
