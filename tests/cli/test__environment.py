"""Options that set environment variables."""

from __future__ import annotations

import os

import click
import pytest
from click.testing import CliRunner

from designsys.cli._environment import environment_options


@click.command()
@environment_options
def sample() -> None:
    """Takes no argument."""


@pytest.mark.parametrize(
    ("option", "variable"),
    [
        ("--browser-path", "DESIGNSYS_BROWSER"),
        ("--axe-script", "DESIGNSYS_AXE"),
        ("--words", "DESIGNSYS_WORDS"),
    ],
)
def test_an_option_sets_its_variable_and_no_other(
    option: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = ("DESIGNSYS_BROWSER", "DESIGNSYS_AXE", "DESIGNSYS_WORDS")
    for name in variables:
        monkeypatch.setenv(name, "as before")
    assert CliRunner().invoke(sample, [option, "市/ファイル"]).exit_code == 0
    assert {name: os.environ[name] for name in variables} == {
        name: "市/ファイル" if name == variable else "as before" for name in variables
    }
