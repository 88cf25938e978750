"""``$extends`` (Format § Extending groups)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token

Resolve = Callable[[Any], dict[str, Token]]


def number(value: Any) -> dict[str, Any]:
    return {"$type": "number", "$value": value}


BASE = {"x": number(1), "y": number(2), "deep": {"z": number(3)}}

RIGHT = {
    "braces": ({"a": BASE, "b": {"$extends": "{a}"}}, {"b.x": 1, "b.y": 2, "b.deep.z": 3}),
    "pointer": ({"a": BASE, "b": {"$extends": "#/a"}}, {"b.x": 1, "b.y": 2, "b.deep.z": 3}),
    "ref-form": ({"a": BASE, "b": {"$ref": "#/a"}}, {"b.x": 1, "b.y": 2, "b.deep.z": 3}),
    "ref-form-with-children": ({"a": BASE, "b": {"$ref": "#/a", "w": number(0)}}, {"b.x": 1, "b.w": 0}),
    "override": ({"a": BASE, "b": {"$extends": "{a}", "x": number(9)}}, {"b.x": 9, "b.y": 2}),
    "deep-override": (
        {"a": BASE, "b": {"$extends": "{a}", "deep": {"w": number(4)}}}, {"b.deep.z": 3, "b.deep.w": 4}
    ),
    "addition": ({"a": BASE, "b": {"$extends": "{a}", "w": number(4)}}, {"b.w": 4, "b.x": 1}),
    "chain": ({"a": BASE, "b": {"$extends": "{a}"}, "c": {"$extends": "{b}", "y": number(7)}}, {"c.x": 1, "c.y": 7}),
    "before-its-target": ({"b": {"$extends": "{a}"}, "a": BASE}, {"b.x": 1}),
    "nested-target": ({"a": BASE, "b": {"$extends": "{a.deep}"}}, {"b.z": 3}),
    "inherited-target": ({"a": BASE, "b": {"$extends": "{a}"}, "c": {"$extends": "{b.deep}"}}, {"c.z": 3}),
    "group-type": ({"a": {"$type": "number", "x": {"$value": 1}}, "b": {"$extends": "{a}"}}, {"b.x": 1}),
    "root-token": ({"a": {"$root": number(5)}, "b": {"$extends": "{a}"}}, {"b.$root": 5}),
    "aliases-as-written": ({"a": {"x": number(1), "y": number("{a.x}")}, "b": {"$extends": "{a}", "x": number(2)}},
        {"b.y": 1}),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), RIGHT.values(), ids=list(RIGHT))
def test_a_group_takes_over_another(tokens: Any, expected: dict[str, float], resolve: Resolve) -> None:
    found = resolve(tokens)
    assert {path: found[path].value for path in expected} == expected


def test_a_token_is_replaced_whole(resolve: Resolve) -> None:
    tokens = {"a": {"x": {**number(1), "$description": "いち"}}, "b": {"$extends": "{a}", "x": number(2)}}
    assert resolve(tokens)["b.x"].description == ""


WRONG = {
    "itself": ({"a": {"$extends": "{a}"}}, "#/a/$extends", "this group extends itself (a → a); take one $extends away."),
    "ancestor": (
        {"a": {"b": {"$extends": "{a}"}}}, "#/a/b/$extends",
        "this group extends itself (a.b → a); take one $extends away.",
    ),
    "cycle": (
        {"a": {"$extends": "{b}"}, "b": {"$extends": "#/c"}, "c": {"$extends": "{a}"}}, "#/a/$extends",
        "this group extends itself (a → b → c → a); take one $extends away.",
    ),
    "missing": (
        {"base": BASE, "b": {"$extends": "{basis}"}}, "#/b/$extends",
        "there is no group 'basis' to extend. Did you mean 'base'?",
    ),
    "token": ({"a": BASE, "b": {"$extends": "{a.x}"}}, "#/b/$extends", "'a.x' is a token; $extends takes a group."),
    "malformed": (
        {"a": BASE, "b": {"$extends": "a"}}, "#/b/$extends",
        "'a' is no reference to a group; write '{group.name}' or '#/group/name'.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "pointer", "sentence"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_extended_is_refused(
    tokens: Any, pointer: str, sentence: str, fault: Callable[..., str]
) -> None:
    assert fault(tokens).partition(" ")[2] == f"({pointer}): {sentence}"


def test_a_fault_in_an_inherited_token_is_told_where_it_is_written(fault: Callable[..., str]) -> None:
    tokens = '{\n"b": {"$extends": "{a}"},\n"a": {"x": {"$type": "number", "$value": "1"}}}'
    assert fault(tokens).startswith("a.tokens.json:3 (#/a/x/$value): ")
