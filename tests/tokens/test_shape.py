"""Names and properties of groups and tokens (Format § Name and value, § Groups)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token
from designsys.tokens.shape import brace_path, is_name, is_token

ONE = {"$type": "number", "$value": 1}

WRONG = {
    "name-dot": (
        {"a.b": ONE}, "#/a.b", "'a.b' cannot be a name: names are not empty and have no '{', '}' or '.'."
    ),
    "name-brace": (
        {"a": {"{b": ONE}}, "#/a/{b", "'{b' cannot be a name: names are not empty and have no '{', '}' or '.'."
    ),
    "name-empty": ({"": ONE}, "#/", "'' cannot be a name: names are not empty and have no '{', '}' or '.'."),
    "not-an-object": ({"a": 1}, "#/a", "'a' must be a token or a group; write an object."),
    "child-of-a-token": (
        {"a": {**ONE, "b": ONE}}, "#/a/b",
        "a token with $value cannot have the child 'b'; move one of them (a group's own token is $root).",
    ),
    "unknown-property": ({"a": {**ONE, "$valeu": 2}}, "#/a/$valeu",
        "the format has no property '$valeu' here. Did you mean '$value'?"),
    "unknown-group-property": ({"a": {"$typ": "color"}}, "#/a/$typ",
        "the format has no property '$typ' here. Did you mean '$type'?"),
    "schema-inside": ({"a": {"$schema": "x"}}, "#/a/$schema", "the format has no property '$schema' here."),
    "type-kind": ({"a": {"$type": 1, "$value": 1}}, "#/a/$type",
        "'$type' has a value of the wrong kind: a string is wanted."),
    "unknown-type": (
        {"a": {"$type": "colour", "$value": 1}}, "#/a/$type",
        "there is no type 'colour'; write one of color, dimension, fontFamily, fontWeight, duration, cubicBezier, "
        "number, strokeStyle, border, transition, shadow, gradient, typography. Did you mean 'color'?",
    ),
    "deprecated-kind": ({"a": {**ONE, "$deprecated": 1}}, "#/a/$deprecated",
        "'$deprecated' has a value of the wrong kind: true, false or a string is wanted."),
    "extensions-kind": ({"$extensions": []}, "#/$extensions",
        "'$extensions' has a value of the wrong kind: an object is wanted."),
    "value-and-ref": ({"a": {**ONE, "$ref": "#/b"}}, "#/a/$ref",
        "a token has either $value or $ref; keep one of them."),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "pointer", "sentence"), WRONG.values(), ids=list(WRONG))
def test_what_breaks_the_form_is_refused(
    tokens: Any, pointer: str, sentence: str, fault: Callable[..., str]
) -> None:
    assert fault(tokens).partition(" ")[2] == f"({pointer}): {sentence}"


@pytest.mark.parametrize("name", ["with blank", "スペース", "50%", "a/b", "a~b", "-x", "A"])
def test_names_may_hold_almost_anything(name: str, resolve: Callable[[Any], dict[str, Token]]) -> None:
    assert resolve({"group": {name: ONE}})[f"group.{name}"].value == 1


def test_names_that_differ_only_in_case_are_two_tokens(resolve: Callable[[Any], dict[str, Token]]) -> None:
    assert set(resolve({"a": ONE, "A": ONE})) == {"a", "A"}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{a}", ("a",)),
        ("{a.b c.$root}", ("a", "b c", "$root")),
        ("{}", None),
        ("a", None),
        ("{a", None),
        (3, None),
    ],
)
def test_references_in_braces(text: object, path: tuple[str, ...] | None) -> None:
    assert brace_path(text) == path


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"$value": 1}, True),
        ({"$ref": "#/a"}, True),
        ({"$ref": "#/a", "b": {}}, False),
        ({"$type": "color"}, False),
    ],
)
def test_what_is_a_token(node: dict[str, Any], expected: bool) -> None:
    assert is_token(node) is expected


@pytest.mark.parametrize(("key", "expected"), [("a", True), ("$root", True), ("$type", False)])
def test_what_is_a_name(key: str, expected: bool) -> None:
    assert is_name(key) is expected
