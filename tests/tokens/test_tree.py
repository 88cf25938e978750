"""Sources laid over each other, and what groups hand down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token, TokenSystem

TWO_FILES = {
    "version": "2025.10",
    "sets": {"base": {"sources": [{"$ref": "a.tokens.json"}, {"$ref": "b.tokens.json"}]}},
    "resolutionOrder": [{"$ref": "#/sets/base"}],
}


def both(system: Callable[..., TokenSystem], first: Any, second: Any) -> dict[str, Token]:
    return system(first, {"my.resolver.json": TWO_FILES, "b.tokens.json": second}).resolve()


def test_a_later_source_wins_token_by_token(system: Callable[..., TokenSystem]) -> None:
    first = {"a": {"$type": "number", "x": {"$value": 1}, "y": {"$value": 2}}}
    found = both(system, first, {"a": {"x": {"$value": 3}}})
    assert {path: token.value for path, token in found.items()} == {"a.x": 3, "a.y": 2}


def test_a_later_value_takes_its_type_with_it(system: Callable[..., TokenSystem]) -> None:
    found = both(
        system, {"a": {"$type": "number", "$value": 1}}, {"a": {"$type": "fontWeight", "$value": "bold"}}
    )
    assert (found["a"].type, found["a"].value) == ("fontWeight", "bold")


def test_what_a_token_says_of_itself_stays_until_a_later_source_says_otherwise(
    system: Callable[..., TokenSystem],
) -> None:
    first = {"a": {"$type": "number", "$value": 1, "$description": "いち", "$extensions": {"org.x": 1}}}
    found = both(system, first, {"a": {"$type": "number", "$value": 2, "$description": "に"}})["a"]
    assert (found.description, found.extensions) == ("に", {"org.x": 1})


def test_a_group_may_replace_a_token_and_a_token_a_group(system: Callable[..., TokenSystem]) -> None:
    one = {"$type": "number", "$value": 1}
    found = both(system, {"a": one, "b": {"c": one}}, {"a": {"c": one}, "b": one})
    assert set(found) == {"a.c", "b"}


def test_the_place_of_a_token_is_in_the_file_that_won(system: Callable[..., TokenSystem]) -> None:
    found = both(
        system, {"a": {"$type": "number", "$value": 1}}, '{\n\n"a": {"$type": "number", "$value": 2}}'
    )
    assert str(found["a"].place).endswith("b.tokens.json:3 (#/a)")


@pytest.mark.parametrize(
    ("tokens", "deprecated"),
    [
        ({"g": {"$deprecated": True, "a": {"$value": 1}}}, True),
        ({"g": {"$deprecated": "古い", "h": {"a": {"$value": 1}}}}, "古い"),
        ({"g": {"$deprecated": True, "a": {"$value": 1, "$deprecated": False}}}, False),
        ({"g": {"a": {"$value": 1}}}, False),
    ],
    ids=["group", "reason", "overridden", "none"],
)
def test_deprecation_is_handed_down(
    tokens: dict[str, Any], deprecated: bool | str, resolve: Callable[[Any], dict[str, Token]]
) -> None:
    (token,) = resolve({"$type": "number", **tokens}).values()
    assert token.deprecated == deprecated


def test_the_nearest_group_s_type_holds(resolve: Callable[[Any], dict[str, Token]]) -> None:
    found = resolve({"$type": "color", "g": {"$type": "number", "h": {"a": {"$value": 1}}}})
    assert found["g.h.a"].type == "number"
