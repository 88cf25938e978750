"""``designsys show``: prints the HTML of a component's example, or the Jinja source that gives it."""

from __future__ import annotations

from pathlib import Path

import click

from designsys.catalogue import load
from designsys.cli._options import components_option
from designsys.rendering.examples import example_environment, render_example

__all__ = ["command"]


@click.command("show")
@click.argument("name")
@click.option("--example", metavar="EXAMPLE", help="Which example; 'default' when left out.")
@click.option("--locale", default="ja", show_default=True, metavar="TAG", help="Language, as a BCP 47 tag.")
@click.option("--source", is_flag=True, help="Print the Jinja source instead.")
@components_option
def command(name: str, example: str | None, locale: str, source: bool, components: tuple[Path, ...]) -> None:
    """Print the HTML of an example of the component NAME.

    \b
    Examples:
      designsys show text_input --example error
      designsys show text_input --source --locale en
    """
    component = load(components)[name]
    names = [known.name for known in component.examples]
    chosen = component.example(example or ("default" if "default" in names else names[0]))
    if source:
        click.echo(chosen.source(locale), nl=False)
    else:
        click.echo(render_example(chosen, locale, example_environment(components)), nl=False)
