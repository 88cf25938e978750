"""The options of ``designsys audit`` that are environment variables too, for pytest and for machines set up once.

Each only sets its variable; what it names is read, and refused, where it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

__all__ = ["environment_options"]

_FILE = click.STRING
_OPTIONS: tuple[tuple[str, str, Any, str], ...] = (
    ("--lang", "DESIGNSYS_LANG", click.Choice(["ja", "en"]), "Language of the report (default: the machine's)."),
    ("--browser-path", "DESIGNSYS_BROWSER", _FILE, "The Chromium, Chrome or Edge to use."),
    ("--axe-script", "DESIGNSYS_AXE", _FILE, "Run this axe-core 4 (axe.min.js) instead of the one that came along."),
    ("--words", "DESIGNSYS_WORDS", _FILE, 'Your own words too: a TOML file of word = "plainer word".'),
)  # fmt: skip


def environment_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a command; none of them reaches it as an argument."""
    for name, variable, kind, told in reversed(_OPTIONS):
        function = click.option(
            name,
            type=kind,
            metavar="FILE" if kind is _FILE else None,
            help=told,
            expose_value=False,
            callback=_setting(variable),
        )(function)
    return function


def _setting(variable: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def put(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value and not context.resilient_parsing:
            os.environ[variable] = value

    return put
