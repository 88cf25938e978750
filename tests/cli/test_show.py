"""``designsys show``: an example's HTML or source, as the renderer gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.catalogue import load
from designsys.rendering import render_example

Run = Callable[..., Any]


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_prints_the_default_example(designsys: Run, locale: str) -> None:
    example = load()["tag"].example("default")
    assert designsys("show", "tag", "--locale", locale).out == render_example(example, locale)


def test_prints_the_example_asked_for(designsys: Run) -> None:
    result = designsys("show", "tag", "--example", "strong")
    assert result.out == render_example(load()["tag"].example("strong"))


def test_prints_the_source(designsys: Run) -> None:
    result = designsys("show", "tag", "--source", "--locale", "en")
    assert result.out == load()["tag"].example("default").source("en")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tga"], "there is no component 'tga'; did you mean 'tag'?"),
        (["tag", "--example", "nope"], "tag has no example 'nope'; it has default, "),
    ],
    ids=["component", "example"],
)
def test_a_wrong_name_is_one_sentence(designsys: Run, arguments: list[str], words: str) -> None:
    result = designsys("show", *arguments)
    assert result.code == 2
    assert result.out == ""
    assert words in result.err
    assert len(result.err.splitlines()) == 1
