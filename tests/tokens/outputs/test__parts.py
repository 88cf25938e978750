"""A value taken apart: its parts in order, where each is, and what it refers to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token
from designsys.tokens.outputs._parts import Part, parts

PX, REM = {"value": 1, "unit": "px"}, {"value": 1, "unit": "rem"}
BLACK = {"colorSpace": "srgb", "components": [0, 0, 0]}
LAYER = {"color": BLACK, "offsetX": PX, "offsetY": PX, "blur": PX, "spread": PX}
Resolve = Callable[[Any], dict[str, Token]]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("color", BLACK),
        ("dimension", PX),
        ("fontFamily", ["A", "B"]),
        ("fontWeight", "bold"),
        ("duration", {"value": 1, "unit": "s"}),
        ("cubicBezier", [0, 0, 1, 1]),
        ("number", 0),
        ("strokeStyle", "solid"),
    ],
)
def test_a_simple_value_is_one_part(kind: str, value: Any, resolve: Resolve) -> None:
    assert list(parts(resolve({"a": {"$type": kind, "$value": value}})["a"])) == [Part(kind, value)]


def test_a_list_of_shadows_is_numbered_from_one(resolve: Resolve) -> None:
    found = parts(resolve({"a": {"$type": "shadow", "$value": [LAYER, {**LAYER, "inset": True}]}})["a"])
    assert [(part.path, part.type, part.value) for part in found][5:7] == [
        (("1", "inset"), "boolean", False),
        (("2", "color"), "color", BLACK),
    ]


def test_dashes_are_parts(resolve: Resolve) -> None:
    value = {"dashArray": [PX, REM], "lineCap": "butt"}
    assert list(parts(resolve({"a": {"$type": "strokeStyle", "$value": value}})["a"])) == [
        Part("dimension", PX, ("dashArray", "1")),
        Part("dimension", REM, ("dashArray", "2")),
        Part("lineCap", "butt", ("lineCap",)),
    ]


@pytest.mark.parametrize(
    ("token", "reference"),
    [
        ({"$value": "{a.b}"}, (("a", "b"), ())),
        ({"$value": {"$ref": "#/a/b"}}, (("a", "b"), ())),
        ({"$value": {"$ref": "#/a/b/$value"}}, (("a", "b"), ())),
        ({"$ref": "#/a/b"}, (("a", "b"), ())),
        ({"$value": {"value": {"$ref": "#/a/b/$value/value"}, "unit": "px"}}, None),
    ],
    ids=["braces", "pointer", "pointer-to-value", "token-level", "inside"],
)
def test_a_part_knows_the_token_it_refers_to(token: Any, reference: Any, resolve: Resolve) -> None:
    tokens = {"a": {"b": {"$type": "dimension", "$value": PX}}, "c": {"$type": "dimension", **token}}
    (part,) = parts(resolve(tokens)["c"])
    assert (part.value, part.reference) == (PX, reference)


def test_a_reference_reaches_down_to_the_parts(resolve: Resolve) -> None:
    tokens = {
        "line": {"$type": "strokeStyle", "$value": {"dashArray": [PX], "lineCap": "butt"}},
        "edge": {"$type": "border", "$value": {"color": BLACK, "width": PX, "style": "{line}"}},
        "same": {"$value": "{edge}"},
    }
    found = resolve(tokens)
    assert [part.reference for part in parts(found["edge"])] == [
        None,
        None,
        (("line",), ("dashArray", "1")),
        (("line",), ("lineCap",)),
    ]
    assert [part.reference for part in parts(found["same"])] == [
        (("edge",), part.path) for part in parts(found["edge"])
    ]


def test_stops_of_gradients_in_a_gradient_are_one_list(resolve: Resolve) -> None:
    stop = {"color": BLACK, "position": 0}
    tokens = {"$type": "gradient", "a": {"$value": [stop, stop]}, "b": {"$value": ["{a}", stop]}}
    assert [(part.path, part.reference) for part in parts(resolve(tokens)["b"])] == [
        ((str(number), name), None) for number in (1, 2, 3) for name in ("color", "position")
    ]
