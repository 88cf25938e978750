"""What holds for every output: found by being there, the same each time, and exactly what is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import TokenError, TokenSystem, build, load, outputs

HERE = Path(__file__).parent
OUTPUTS = ["css", "figma", "json", "python", "scss", "tailwind", "ts"]
# Figma's body has a line for each of hundreds of facts: its own test tells them in a table.
WANTED = {
    "css": "wanted.css",
    "json": "wanted.json",
    "python": "wanted.py",
    "scss": "wanted.scss",
    "tailwind": "wanted.tailwind.css",
    "ts": "wanted.ts",
}
FACTORY = {"factory": {"$type": "number", "$value": 1}}
SHOP: dict[str, Any] = {
    "version": "2025.10",
    "sets": {"base": {"sources": [{"only": {"$type": "number", "$value": 1}}]}},
    "modifiers": {"theme": {"default": "plain", "contexts": {"plain": [], "shop": [FACTORY]}}},
    "resolutionOrder": [{"$ref": "#/sets/base"}, {"$ref": "#/modifiers/theme"}],
}


def test_an_output_is_found_by_being_there() -> None:
    assert outputs() == OUTPUTS


@pytest.mark.parametrize("output", WANTED)
def test_every_type_comes_out_as_wanted(output: str, town: TokenSystem) -> None:
    assert build(town, output) == (HERE / "every_type" / WANTED[output]).read_text(encoding="utf-8")


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_same_tokens_give_the_same_text(output: str, own: TokenSystem) -> None:
    assert build(load(), output) == build(own, output)


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_text_ends_with_one_line_break_and_no_blanks(output: str, own: TokenSystem) -> None:
    lines = build(own, output).split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    assert lines[-1] == "" != lines[-2]


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_token_file_alone_can_be_built(output: str, tmp_path: Path) -> None:
    path = tmp_path / "plain.tokens.json"
    path.write_text('{"gap": {"$type": "number", "$value": 1}}', encoding="utf-8")
    assert "gap" in build(load(path), output).lower()


@pytest.mark.parametrize("output", OUTPUTS)
def test_no_tokens_give_a_text_too(output: str, system: Callable[..., TokenSystem]) -> None:
    assert build(system({}), output).endswith("\n")


@pytest.mark.parametrize("output", sorted(set(OUTPUTS) - {"json"}))
def test_a_token_that_a_theme_lacks_is_refused(output: str, system: Callable[..., TokenSystem]) -> None:
    with pytest.raises(TokenError) as caught:
        build(system(files={"my.resolver.json": SHOP}), output)
    assert caught.value.en.endswith(
        "'factory' lacks a value, or a part of it, in the theme plain and the scheme light; a page that changes "
        "to these would be left without it. Write it there, or in a set."
    )
