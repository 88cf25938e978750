"""Examples as the site shows them: each a whole small page, with its call and its HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.catalogue import load
from designsys.docs.examples import defaults
from designsys.rendering.examples import example_environment


def frame(built: Any, name: str) -> str:
    text: str = (built.out / "examples" / f"{name}.html").read_text(encoding="utf-8")
    return text


def test_an_example_is_a_page_of_its_own(built: Any) -> None:
    html = frame(built, "text_input-default")
    assert html.lower().startswith("<!doctype html>")
    assert '<html lang="ja">' in html
    assert 'href="../assets/designsys/designsys.' in html


def test_furniture_stands_where_it_belongs(built: Any) -> None:
    html = frame(built, "header-default")
    assert html.index('class="ds-header') < html.index("<main")


def test_an_example_of_a_page_is_that_page(built: Any) -> None:
    assert frame(built, "page-default").count("<main") == 1


@pytest.mark.parametrize("language", ["", "en/"], ids=["ja", "en"])
def test_every_example_of_the_documentation_is_there(built: Any, language: str) -> None:
    shown = {f"{example.id}.html" for component in load() for example in component.examples if example.docs}
    assert {path.name for path in Path(built.out / language / "examples").iterdir()} == shown


def test_the_page_shows_call_and_html(built: Any) -> None:
    html = (built.out / "components" / "text_input.html").read_text(encoding="utf-8")
    assert '<span class="docs-code__string">&#34;designsys/text_input.jinja&#34;</span>' in html
    assert '&lt;<span class="docs-code__keyword">input</span>' in html


def test_defaults_are_the_first_example_of_each_component_that_is_no_whole_page() -> None:
    catalogue = load()
    shown = {one.name: html for one, html in defaults(catalogue, "en", example_environment())}
    assert [one.name for one in catalogue if one.name not in shown] == ["page"]
    assert '<button class="ds-button"' in shown["button"]
