"""Renders the catalogue's examples, as a service would render them.

The HTML is that of :meth:`designsys.catalogue.Example.source`, run in a fresh strict environment.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from designsys.catalogue import Example
from designsys.rendering.installation import install
from designsys.rendering.words import use_locale

__all__ = ["example_environment", "render_example"]


def example_environment(
    components: Iterable[str | Path] = (),
    assets: str | tuple[str, str | Path] = "/static/designsys/",
    theme: str | None = None,
) -> Environment:
    """An environment in which examples run: autoescape, StrictUndefined, and our components.

    :param components: folders with more components.
    :param assets: as for :func:`designsys.install`.
    :param theme: as for :func:`designsys.install`.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    install(environment, assets=assets, components=tuple(components), theme=theme)
    return environment


def render_example(example: Example, locale: str = "ja", environment: Environment | None = None) -> str:
    """The HTML of an example.

    :param locale: ``"ja"`` or ``"en"`` for the example's text; the macros' words follow it.
    :param environment: where to run it, from :func:`example_environment`; by default a new one.
    :raises ContractError: when the example breaks its component's contract.
    """
    environment = environment or example_environment()
    with use_locale(locale):
        return environment.from_string(example.source(locale)).render().strip() + "\n"
