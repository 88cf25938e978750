"""Aliases and pointers (Format § Aliases / References), and the type that a token has (§ Type)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token

Resolve = Callable[[Any], dict[str, Token]]

BLUE = {"colorSpace": "srgb", "components": [0, 0.4, 0.8], "hex": "#0066cc"}
PX = {"value": 4, "unit": "px"}
SHADOW = {"color": BLUE, "offsetX": PX, "offsetY": PX, "blur": PX, "spread": PX}


def token(kind: str, value: Any) -> dict[str, Any]:
    return {"$type": kind, "$value": value}


RIGHT = {
    "braces": ({"a": token("number", 1), "b": {"$value": "{a}"}}, "b", "number", 1),
    "chain": ({"a": token("number", 1), "b": {"$value": "{a}"}, "c": {"$value": "{b}"}}, "c", "number", 1),
    "names-with-blanks": (
        {"group name": {"token name": token("number", 1234)}, "alias name": {"$value": "{group name.token name}"}},
        "alias name", "number", 1234,
    ),
    "pointer-token": ({"c": {"blue": token("color", BLUE)}, "b": {"$ref": "#/c/blue"}}, "b", "color", BLUE),
    "pointer-value": (
        {"c": {"blue": token("color", BLUE)}, "b": token("color", {"$ref": "#/c/blue/$value"})}, "b", "color", BLUE
    ),
    "pointer-value-2025-10-28": (
        {"c": {"blue": token("color", BLUE)}, "b": {"$type": "color", "$ref": "#/c/blue/$value"}}, "b", "color", BLUE
    ),
    "pointer-component": (
        {"blue": token("color", BLUE),
         "b": token("color", {"colorSpace": "srgb", "components": [{"$ref": "#/blue/$value/components/2"}, 0, 0]})},
        "b", "color", {"colorSpace": "srgb", "components": [0.8, 0, 0]},
    ),
    "pointer-into-itself": (
        {"b": token("color", {"colorSpace": "srgb", "components": [0.5, {"$ref": "#/b/$value/components/0"}, 0]})},
        "b", "color", {"colorSpace": "srgb", "components": [0.5, 0.5, 0]},
    ),
    "pointer-through-alias": (
        {"blue": token("color", BLUE), "a": {"$value": "{blue}"}, "n": token("number", {"$ref": "#/a/$value/components/1"})},
        "n", "number", 0.4,
    ),
    "pointer-through-pointer": (
        {"blue": token("color", BLUE), "a": {"$ref": "#/blue"}, "n": token("number", {"$ref": "#/a/$value/components/1"})},
        "n", "number", 0.4,
    ),
    "pointer-unit": (
        {"a": token("dimension", PX), "b": token("dimension", {"value": 1, "unit": {"$ref": "#/a/$value/unit"}})},
        "b", "dimension", {"value": 1, "unit": "px"},
    ),
    "pointer-escaped": ({"a/b": {"c~d": token("number", 1)}, "e": {"$ref": "#/a~1b/c~0d"}}, "e", "number", 1),
    "pointer-to-extensions": (
        {"a": {**token("number", 1), "$extensions": {"org.x": [7]}},
         "b": token("number", {"$ref": "#/a/$extensions/org.x/0"})}, "b", "number", 7,
    ),
    "root-token": ({"accent": {"$root": token("number", 1), "light": {"$value": "{accent.$root}"}}}, "accent.light",
        "number", 1),
    "part": (
        {"c": token("color", BLUE), "w": token("dimension", PX),
         "b": token("border", {"color": "{c}", "width": {"$ref": "#/w"}, "style": "solid"})},
        "b", "border", {"color": BLUE, "width": PX, "style": "solid"},
    ),
    "shadow-layers": (
        {"one": token("shadow", SHADOW), "two": token("shadow", ["{one}", SHADOW])}, "two", "shadow", [SHADOW, SHADOW]
    ),
    "gradient-stop": (
        {"c": token("color", BLUE), "end": token("number", 1),
         "g": token("gradient", [{"color": "{c}", "position": "{end}"}])},
        "g", "gradient", [{"color": BLUE, "position": 1}],
    ),
    "family-item": (
        {"f": token("fontFamily", "Meiryo"), "g": token("fontFamily", ["{f}", {"$ref": "#/f/$value"}, "serif"])},
        "g", "fontFamily", ["Meiryo", "Meiryo", "serif"],
    ),
    "type-of-the-target-before-the-group": (
        {"n": token("number", 1), "g": {"$type": "color", "a": {"$value": "{n}"}}}, "g.a", "number", 1
    ),
    "own-type": ({"g": {"$type": "color", "a": token("number", 1)}}, "g.a", "number", 1),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "path", "kind", "value"), RIGHT.values(), ids=list(RIGHT))
def test_references_are_followed(tokens: Any, path: str, kind: str, value: Any, resolve: Resolve) -> None:
    found = resolve(tokens)[path]
    assert (found.type, found.value) == (kind, value)


def test_a_reference_is_kept_as_it_was_written(resolve: Resolve) -> None:
    found = resolve({"a": token("number", 1), "b": {"$value": "{a}"}, "c": {"$ref": "#/a"}})
    assert (found["b"].raw, found["c"].raw) == ("{a}", {"$ref": "#/a"})


def test_a_chain_may_be_long(resolve: Resolve) -> None:
    tokens: dict[str, Any] = {f"t{index}": {"$value": f"{{t{index + 1}}}"} for index in range(5000)}
    assert resolve({**tokens, "t5000": token("number", 1)})["t0"].value == 1


def cycle(chain: str) -> str:
    return f"this reference leads back to itself ({chain}); give one of them a value."


ONE = token("number", 1)
WRONG = {
    "cycle": ({"a": {"$value": "{b}"}, "b": {"$value": "{c}"}, "c": {"$value": "{a}"}}, "#/a", cycle("a → b → c → a")),
    "cycle-of-one": ({"a": {"$value": "{a}"}}, "#/a", cycle("a → a")),
    "cycle-entered-from-outside": (
        {"a": {"$value": "{b}"}, "b": {"$value": "{c}"}, "c": {"$value": "{b}"}}, "#/b", cycle("b → c → b")
    ),
    "cycle-through-parts": (
        {"a": token("border", {"color": "{c}", "width": PX, "style": "solid"}), "c": {"$value": "{a}"}}, "#/a",
        cycle("a → c → a"),
    ),
    "cycle-of-pointers": ({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a/$value"}}, "#/a", cycle("a → b → a")),
    "cycle-inside-a-value": (
        {"a": token("color", {"colorSpace": "srgb", "components": [{"$ref": "#/a/$value/components/0"}, 0, 0]})},
        "#/a", cycle("#/a/$value/components/0 → #/a/$value/components/0"),
    ),
    "unknown": (
        {"color": {"text": ONE}, "b": {"$value": "{colour.text}"}}, "#/b/$value",
        "'{colour.text}' leads to no token. Did you mean 'color.text'?",
    ),
    "unknown-far": ({"b": {"$value": "{zzz}"}}, "#/b/$value", "'{zzz}' leads to no token."),
    "group": ({"g": {"a": ONE}, "b": {"$value": "{g}"}}, "#/b/$value", "'{g}' leads to no token. 'g' is a group."),
    "group-with-root": (
        {"g": {"$root": ONE}, "b": {"$value": "{g}"}}, "#/b/$value",
        "'{g}' leads to no token. 'g' is a group; its own token is g.$root.",
    ),
    "braces-into-a-value": (
        {"a": token("color", BLUE), "b": {"$value": "{a.$value}"}}, "#/b/$value",
        "'{a.$value}' leads to no token.",
    ),
    "malformed-open": ({"b": token("number", "{a")}, "#/b/$value", "'{a' is no reference; write '{group.token}'."),
    "malformed-empty": ({"b": token("number", "{}")}, "#/b/$value", "'{}' is no reference; write '{group.token}'."),
    "malformed-dots": (
        {"b": token("number", "{a..b}")}, "#/b/$value", "'{a..b}' is no reference; write '{group.token}'."
    ),
    "pointer-malformed": (
        {"a": ONE, "b": {"$ref": "a"}}, "#/b", "'a' is no JSON Pointer; write '#/group/token'."
    ),
    "pointer-unknown": (
        {"color": {"text": ONE}, "b": {"$ref": "#/color/txt"}}, "#/b",
        "'#/color/txt' leads to no token. Did you mean 'color.text'?",
    ),
    "pointer-to-a-missing-part": (
        {"a": token("color", BLUE), "b": token("number", {"$ref": "#/a/$value/components/3"})}, "#/b/$value",
        "'#/a/$value/components/3' leads to no token.",
    ),
    "pointer-to-a-group": (
        {"g": {"a": ONE}, "b": token("number", {"$ref": "#/g"})}, "#/b/$value",
        "'#/g' leads to no token. 'g' is a group.",
    ),
    "other-type": (
        {"n": ONE, "b": token("color", "{n}")}, "#/b/$value", "a color is wanted here, but 'n' is a number."
    ),
    "other-type-of-a-part": (
        {"n": ONE, "b": token("border", {"color": BLUE, "width": "{n}", "style": "solid"})}, "#/b/$value/width",
        "a dimension is wanted here, but 'n' is a number.",
    ),
    "no-type": ({"a": {"$value": 1}}, "#/a", "'a' has no type; write $type on it or on a group around it."),
    "no-type-behind-an-alias": (
        {"a": {"$value": "{b}"}, "b": {"$value": "x"}}, "#/b",
        "'b' has no type; write $type on it or on a group around it.",
    ),
    "list-in-a-list": (
        {"two": token("shadow", [SHADOW, SHADOW]), "b": token("shadow", ["{two}", SHADOW])}, "#/b/$value/0",
        '["{two}", {"color": {"colorSpace": "srgb", "components": [0, 0.4, 0.8], "hex": … is not a shadow: '
        "a reference to a list cannot stand in a list.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "pointer", "sentence"), WRONG.values(), ids=list(WRONG))
def test_references_that_lead_wrong_are_refused(
    tokens: Any, pointer: str, sentence: str, fault: Callable[..., str]
) -> None:
    assert fault(tokens).partition(" ")[2] == f"({pointer}): {sentence}"
