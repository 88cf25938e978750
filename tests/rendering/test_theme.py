"""A theme's name is checked wherever it is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from designsys import ContractError, install
from designsys.rendering.theme import theme_fault


@pytest.mark.parametrize("theme", [None, "default", "wakaba"])
def test_a_theme_that_is_there(theme: str | None) -> None:
    assert theme_fault(theme) is None


def test_a_mistyped_theme_of_a_page_is_an_error(assets: Path) -> None:
    environment = Environment(autoescape=True)
    install(environment, assets=("/static/", assets))
    source = '{% extends "designsys/page.jinja" %}{% set title = "届出" %}{% set theme = "wakabba" %}'
    with pytest.raises(ContractError) as caught:
        environment.from_string(source).render()
    assert "did you mean 'wakaba'?" in caught.value.en
