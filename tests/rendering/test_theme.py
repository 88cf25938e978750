"""A theme's name is checked wherever it is given, against the themes that the style sheet was built with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jinja2 import Environment

from designsys import ContractError, DesignsysError, install
from designsys.rendering.theme import built_themes, theme_fault

PAGE = '{% extends "designsys/page.jinja" %}{% set title = "届出" %}'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder that was built with two themes of a prefecture's own."""
    files = {"designsys.css": "designsys.1.css", "designsys.js": "designsys.1.js"}
    manifest = {"version": "0", "components": [], "themes": ["kanagawa", "yokohama"], "files": files}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("theme", [None, "default", "wakaba"])
def test_a_theme_that_is_there(theme: str | None, tmp_path: Path) -> None:
    assert theme_fault(theme, built_themes(tmp_path), tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": {}}', '{"themes": 3}'])
def test_a_build_that_names_no_themes_has_those_of_designsys(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert built_themes(tmp_path) == ("default", "shu", "wakaba")


def test_a_theme_of_the_service_s_own_is_one_line(built: Path) -> None:
    environment = Environment(autoescape=True)
    install(environment, theme="yokohama", assets=("/static/", built))
    assert 'data-ds-theme="yokohama"' in environment.from_string(PAGE).render()


def test_a_theme_that_was_not_built_is_refused_at_once(built: Path) -> None:
    with pytest.raises(DesignsysError) as caught:
        install(Environment(autoescape=True), theme="wakaba", assets=("/static/", built))
    assert caught.value.en == (
        f"there is no theme 'wakaba' in the style sheet of {built}, which has kanagawa, yokohama. To build it in: "
        "designsys build --theme FILE --out DIR, and install(env, assets=(address, DIR), theme='wakaba')."
    )
    assert f"{built} のスタイルシートに「wakaba」というテーマはありません。" in caught.value.ja


def test_a_mistyped_theme_of_a_page_is_an_error(assets: Path) -> None:
    environment = Environment(autoescape=True)
    install(environment, assets=("/static/", assets))
    with pytest.raises(ContractError) as caught:
        environment.from_string(PAGE + '{% set theme = "wakabba" %}').render()
    assert "did you mean 'wakaba'?" in caught.value.en
