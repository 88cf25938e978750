"""The request body for Figma: modes, variables, their values and aliases, and Figma's limits."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import TokenError, TokenSystem, build

PX = {"value": 1, "unit": "px"}
NUMBER = {"$type": "number", "$value": 1}
BLACK = {"colorSpace": "srgb", "components": [0, 0, 0]}
SHADOW = {"color": BLACK, "offsetX": PX, "offsetY": PX, "blur": PX, "spread": PX}


def themed(contexts: dict[str, Any], base: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "my.resolver.json": {
            "version": "2025.10",
            "sets": {"base": {"sources": [base or {}]}},
            "modifiers": {"theme": {"default": next(iter(contexts)), "contexts": contexts}},
            "resolutionOrder": [{"$ref": "#/sets/base"}, {"$ref": "#/modifiers/theme"}],
        }
    }


def shown(text: str, mode: str = "mode_1") -> dict[str, tuple[str, Any]]:
    """Type and value of each variable by name; an alias as an arrow with the name of its target."""
    body = json.loads(text)
    variables = {variable["id"]: variable for variable in body["variables"]}
    found = {}
    for row in body["variableModeValues"]:
        value = row["value"]
        if isinstance(value, dict) and "id" in value:
            assert variables[value["id"]]["resolvedType"] == variables[row["variableId"]]["resolvedType"]
            value = f"→ {variables[value['id']]['name']}"
        if row["modeId"] == mode:
            found[variables[row["variableId"]]["name"]] = (
                variables[row["variableId"]]["resolvedType"],
                value,
            )
    return found


def test_a_small_system_is_this_body(system: Callable[..., TokenSystem]) -> None:
    base = {
        "ink": {
            "$type": "color",
            "$value": {"colorSpace": "srgb", "components": [0, 0.2, 1], "alpha": 0.5},
            "$extensions": {"jp.designsys": {"private": True}},
        },
        "color": {
            "text": {"$type": "color", "$value": "{ink}", "$description": "本文", "$deprecated": "古い"}
        },
    }
    text = {"color": {"text": {"$type": "color", "$value": BLACK}}}
    assert json.loads(build(system(files=themed({"a": [], "b": [text]}, base)), "figma")) == {
        "variableCollections": [
            {"action": "CREATE", "id": "collection", "name": "my", "initialModeId": "mode_1"}
        ],
        "variableModes": [
            {"action": "UPDATE", "id": "mode_1", "name": "a", "variableCollectionId": "collection"},
            {"action": "CREATE", "id": "mode_2", "name": "b", "variableCollectionId": "collection"},
        ],
        "variables": [
            {
                "action": "CREATE",
                "id": "variable_1",
                "name": "ink",
                "variableCollectionId": "collection",
                "resolvedType": "COLOR",
                "hiddenFromPublishing": True,
            },
            {
                "action": "CREATE",
                "id": "variable_2",
                "name": "color/text",
                "variableCollectionId": "collection",
                "resolvedType": "COLOR",
                "description": "非推奨 / Deprecated: 古い\n本文",
                "codeSyntax": {"WEB": "var(--ds-color-text)"},
            },
        ],
        "variableModeValues": [
            {"variableId": "variable_1", "modeId": "mode_1", "value": {"r": 0, "g": 0.2, "b": 1, "a": 0.5}},
            {"variableId": "variable_1", "modeId": "mode_2", "value": {"r": 0, "g": 0.2, "b": 1, "a": 0.5}},
            {
                "variableId": "variable_2",
                "modeId": "mode_1",
                "value": {"type": "VARIABLE_ALIAS", "id": "variable_1"},
            },
            {"variableId": "variable_2", "modeId": "mode_2", "value": {"r": 0, "g": 0, "b": 0, "a": 1}},
        ],
    }


def test_every_type_is_taken_apart_as_far_as_figma_asks(town: TokenSystem) -> None:
    assert shown(build(town, "figma")) == {
        "palette/black": ("COLOR", {"r": 0, "g": 0, "b": 0, "a": 1}),
        "palette/white": ("COLOR", {"r": 1, "g": 1, "b": 1, "a": 1}),
        "palette/sea": ("COLOR", {"r": 0, "g": 0.2, "b": 0.6, "a": 1}),
        "color": ("COLOR", "→ palette/sea"),
        "color/text": ("COLOR", "→ palette/black"),
        "color/文字": ("COLOR", "→ palette/black"),
        "color/shade": ("COLOR", {"r": 0, "g": 0, "b": 0, "a": 0.5}),
        "color/old": ("COLOR", "→ palette/sea"),
        "space/8": ("FLOAT", 8),
        "space/half full": ("FLOAT", 8),
        "space/in/out": ("FLOAT", "→ space/8"),
        "fontSize/16": ("FLOAT", 16),
        "font/family": ("STRING", 'Noto "Sans" #{JP} \\\\Sub'),
        "font/weight-bold": ("FLOAT", 700),
        "duration/fast": ("FLOAT", 100),
        "easing/standard": ("STRING", "cubic-bezier(0.2, 0, 0, 1)"),
        "line-height/170": ("FLOAT", 1.7),
        "layer": ("FLOAT", 10),
        "stroke/plain": ("STRING", "dotted"),
        "stroke/dashes/dashArray/1": ("FLOAT", 4),
        "stroke/dashes/dashArray/2": ("FLOAT", "→ space/8"),
        "stroke/dashes/lineCap": ("STRING", "round"),
        "edge/color": ("COLOR", "→ color/text"),
        "edge/width": ("FLOAT", 1),
        "edge/style": ("STRING", "→ stroke/plain"),
        "move/duration": ("FLOAT", "→ duration/fast"),
        "move/delay": ("FLOAT", 0),
        "move/timingFunction": ("STRING", "→ easing/standard"),
        "elevation/low/color": ("COLOR", "→ color/shade"),
        "elevation/low/offsetX": ("FLOAT", 0),
        "elevation/low/offsetY": ("FLOAT", 1),
        "elevation/low/blur": ("FLOAT", 2),
        "elevation/low/spread": ("FLOAT", 0),
        "elevation/low/inset": ("BOOLEAN", False),
        "elevation/both/1/color": ("COLOR", "→ elevation/low/color"),
        "elevation/both/1/offsetX": ("FLOAT", "→ elevation/low/offsetX"),
        "elevation/both/1/offsetY": ("FLOAT", "→ elevation/low/offsetY"),
        "elevation/both/1/blur": ("FLOAT", "→ elevation/low/blur"),
        "elevation/both/1/spread": ("FLOAT", "→ elevation/low/spread"),
        "elevation/both/1/inset": ("BOOLEAN", "→ elevation/low/inset"),
        "elevation/both/2/color": ("COLOR", "→ color/text"),
        "elevation/both/2/offsetX": ("FLOAT", 0),
        "elevation/both/2/offsetY": ("FLOAT", 4),
        "elevation/both/2/blur": ("FLOAT", 8),
        "elevation/both/2/spread": ("FLOAT", 1),
        "elevation/both/2/inset": ("BOOLEAN", True),
        "sunset/1/color": ("COLOR", "→ palette/sea"),
        "sunset/1/position": ("FLOAT", 0),
        "sunset/2/color": ("COLOR", "→ palette/white"),
        "sunset/2/position": ("FLOAT", 1),
        "type/body/fontFamily": ("STRING", "→ font/family"),
        "type/body/fontSize": ("FLOAT", "→ fontSize/16"),
        "type/body/fontWeight": ("FLOAT", 400),
        "type/body/letterSpacing": ("FLOAT", 0.32),
        "type/body/lineHeight": ("FLOAT", 27.2),
    }


@pytest.mark.parametrize(
    ("mode", "name", "value"),
    [
        ("mode_2", "color/text", "→ palette/white"),
        ("mode_2", "color/old", "→ palette/white"),
        ("mode_3", "color/text", "→ palette/black"),
        ("mode_4", "palette/sea", {"r": 0.8, "g": 0, "b": 0.2, "a": 1}),
        ("mode_4", "layer", 20),
        ("mode_5", "color/text", "→ palette/white"),
    ],
)
def test_a_mode_has_the_values_of_its_theme_and_scheme(
    mode: str, name: str, value: Any, town: TokenSystem
) -> None:
    assert shown(build(town, "figma"), mode)[name][1] == value


def test_a_mode_is_called_by_theme_and_scheme(town: TokenSystem) -> None:
    assert [mode["name"] for mode in json.loads(build(town, "figma"))["variableModes"]] == [
        "town / light",
        "town / dark",
        "town / high-contrast",
        '港の"祭り" / light',
        '港の"祭り" / dark',
        '港の"祭り" / high-contrast',
    ]


def test_an_alias_of_a_composite_token_is_an_alias_of_each_part(system: Callable[..., TokenSystem]) -> None:
    font = {
        "fontFamily": ["A", "B"],
        "fontSize": PX,
        "fontWeight": "bold",
        "letterSpacing": PX,
        "lineHeight": 2,
    }
    tokens = {"a": {"$type": "typography", "$value": font}, "b": {"$ref": "#/a"}}
    assert shown(build(system(tokens), "figma"))["b/lineHeight"] == ("FLOAT", "→ a/lineHeight")


def test_a_gradient_inside_another_is_a_value(system: Callable[..., TokenSystem]) -> None:
    stop = {"color": BLACK, "position": -1}
    tokens = {
        "$type": "gradient",
        "a": {"$value": [stop, stop]},
        "b": {"$value": ["{a}", {"color": "{c}", "position": 0.5}]},
        "c": {"$type": "color", "$value": BLACK},
    }
    found = shown(build(system(tokens), "figma"))
    assert {
        name: value for name, (_, value) in found.items() if name.startswith("b/") and "position" in name
    } == {
        "b/1/position": 0,
        "b/2/position": 0,
        "b/3/position": 0.5,
    }


def test_only_own_properties_have_a_name_in_code(town: TokenSystem) -> None:
    codes = {
        variable["name"]: variable["codeSyntax"]["WEB"]
        for variable in json.loads(build(town, "figma"))["variables"]
        if "codeSyntax" in variable and variable["name"].startswith(("color", "type", "edge", "palette"))
    }
    assert codes == {
        "color": "var(--ds-color)",
        "color/text": "var(--ds-color-text)",
        "color/文字": "var(--ds-color-文字)",
        "color/shade": "var(--ds-color-shade)",
        "color/old": "var(--ds-color-old)",
        "type/body/letterSpacing": "var(--ds-type-body-letter-spacing)",
    }


def test_parts_that_a_theme_lacks_are_refused(system: Callable[..., TokenSystem]) -> None:
    one, two = ({"lift": {"$type": "shadow", "$value": [SHADOW] * count}} for count in (1, 2))
    with pytest.raises(
        TokenError, match="'lift' lacks a value, or a part of it, in the theme one and the scheme light"
    ):
        build(system(files=themed({"one": [one], "two": [two]})), "figma")


def test_two_tokens_of_one_variable_are_refused(system: Callable[..., TokenSystem]) -> None:
    tokens = {"a": {"b": NUMBER}, "a/b": NUMBER}
    files = themed({"x": [], "y": []}, {**tokens, "$extensions": {"jp.designsys": {"private": True}}})
    with pytest.raises(TokenError) as caught:
        build(system(files=files), "figma")
    assert caught.value.en.endswith("'a.b' and 'a/b' both become a/b; rename one of them.")


@pytest.mark.parametrize(
    ("contexts", "base", "sentence"),
    [
        (
            {"a": [], "横" * 41: []},
            {},
            f"Figma takes names of modes of at most 40 characters, not '{'横' * 41}'; "
            "shorten the names of theme or scheme.",
        ),
        (
            {str(number): [] for number in range(41)},
            {},
            "Figma takes at most 40 modes (theme × scheme), not 41; build from fewer themes or tokens at a time.",
        ),
        (
            {"a": [], "b": []},
            {f"n{number}": NUMBER for number in range(5001)},
            "Figma takes at most 5000 variables, not 5001; build from fewer themes or tokens at a time.",
        ),
        (
            {"a": [], "b": []},
            {"n": {**NUMBER, "$description": "あ" * 1_400_000}},
            "Figma takes at most 4000000 bytes a request, not 4200782; build from fewer themes or tokens at a time.",
        ),
    ],
    ids=["mode-name", "modes", "variables", "bytes"],
)
def test_more_than_figma_takes_is_refused(
    contexts: dict[str, Any], base: dict[str, Any], sentence: str, system: Callable[..., TokenSystem]
) -> None:
    with pytest.raises(TokenError) as caught:
        build(system(files=themed(contexts, base)), "figma")
    assert caught.value.en.endswith(sentence)
