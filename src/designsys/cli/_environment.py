"""The options of ``designsys audit`` that are environment variables too, for pytest and for machines set up once.

Each only sets its variable; what it names is read, and refused, where it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import click

__all__ = ["environment_options"]

_OPTIONS = (
    ("--browser-path", "DESIGNSYS_BROWSER", "The Chromium, Chrome or Edge to use."),
    ("--axe-script", "DESIGNSYS_AXE", "Run this axe-core 4 (axe.min.js) instead of the one that came along."),
    ("--words", "DESIGNSYS_WORDS", 'Your own words too: a TOML file of word = "plainer word".'),
)


def environment_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a command; none of them reaches it as an argument."""
    for name, variable, told in reversed(_OPTIONS):
        function = click.option(
            name, metavar="FILE", help=told, expose_value=False, callback=_setting(variable)
        )(function)
    return function


def _setting(variable: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def put(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value and not context.resilient_parsing:
            os.environ[variable] = value

    return put
