"""``designsys catalogue``: lists the components and their contracts.

What a contract holds is :mod:`designsys.catalogue`'s; this only prints it.
"""

from __future__ import annotations

import itertools
import json
import sys
import unicodedata
from pathlib import Path

import click

from designsys.catalogue import Catalogue, json_schema, load
from designsys.cli._options import components_option
from designsys.errors import message_language

__all__ = ["command"]


@click.command("catalogue")
@click.option("--json", "as_json", is_flag=True, help="Print every contract as JSON.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a contract instead.")
@components_option
def command(as_json: bool, schema: bool, components: tuple[Path, ...]) -> None:
    """List the components.

    \b
    Examples:
      designsys catalogue
      designsys catalogue --json > contracts.json
    """
    if schema:
        _print_json(json_schema())
    elif as_json:
        _print_json({"components": [component.as_dict() for component in load(components)]})
    else:
        _print_table(load(components))


def _print_json(data: object) -> None:
    # A console of another encoding (cp932) lacks characters; escaped, the JSON stays whole.
    whole = "utf" in (sys.stdout.encoding or "").lower()
    click.echo(json.dumps(data, ensure_ascii=not whole, indent=2))


def _print_table(catalogue: Catalogue) -> None:
    language = message_language()
    names = max(map(len, catalogue.names()), default=0)
    titles = max((_width(component.title[language]) for component in catalogue), default=0)
    for group, members in itertools.groupby(catalogue, key=lambda component: component.group):
        click.echo(group)
        for component in members:
            title = component.title[language]
            gap = " " * (titles - _width(title))
            click.echo(f"  {component.name:{names}}  {title}{gap}  {component.summary[language]}")


def _width(text: str) -> int:
    """How many columns of a console the text takes: Japanese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "FW" else 1 for character in text)
