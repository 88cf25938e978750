"""The thirteen types: the examples of the format's text, and each way to break a value.

Test ids carry the section of "Design Tokens Format Module 2025.10" and "Color Module 2025.10".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens import Token
from designsys.tokens.color import SPACES
from designsys.tokens.values import FONT_WEIGHTS, TYPES, leaf_faults

RED = {"colorSpace": "srgb", "components": [1, 0, 0]}
PX = {"value": 1, "unit": "px"}
REM = {"value": 0.5, "unit": "rem"}
MS = {"value": 100, "unit": "ms"}
EASE = [0.5, 0, 1, 1]
SHADOW = {"color": RED, "offsetX": PX, "offsetY": PX, "blur": REM, "spread": {"value": 0, "unit": "rem"}}
TYPOGRAPHY = {
    "fontFamily": ["Helvetica", "sans-serif"],
    "fontSize": {"value": 16, "unit": "px"},
    "fontWeight": "bold",
    "letterSpacing": {"value": 0.1, "unit": "px"},
    "lineHeight": 1.2,
}

RIGHT = {
    "Color § srgb with alpha and hex": ("color", {**RED, "alpha": 0.5, "hex": "#FF0000"}),
    "Color § none keyword": ("color", {"colorSpace": "hsl", "components": ["none", 0, 100]}),
    "Color § oklch": ("color", {"colorSpace": "oklch", "components": [0.7016, 0.3225, 328.363]}),
    "Color § lab unbounded": ("color", {"colorSpace": "lab", "components": [60.32, -98.23, 200]}),
    "Types § Dimension zero keeps its unit": ("dimension", {"value": 0, "unit": "px"}),
    "Types § Dimension negative": ("dimension", {"value": -1.5, "unit": "rem"}),
    "Types § Font family one": ("fontFamily", "Comic Sans MS"),
    "Types § Font family several": ("fontFamily", ["Helvetica", "Arial", "sans-serif"]),
    "Types § Font weight number": ("fontWeight", 350),
    "Types § Font weight name": ("fontWeight", "extra-light"),
    "Types § Duration ms": ("duration", MS),
    "Types § Duration s": ("duration", {"value": 1.5, "unit": "s"}),
    "Types § Cubic Bézier": ("cubicBezier", [0.5, -1, 1, 2]),
    "Types § Number": ("number", 2.3),
    "Composite § Stroke style string": ("strokeStyle", "dashed"),
    "Composite § Stroke style object": ("strokeStyle", {"dashArray": [REM, PX, REM], "lineCap": "round"}),
    "Composite § Border": ("border", {"color": RED, "width": PX, "style": "solid"}),
    "Composite § Border with stroke": (
        "border", {"color": RED, "width": PX, "style": {"dashArray": [REM], "lineCap": "butt"}}
    ),
    "Composite § Transition": ("transition", {"duration": MS, "delay": MS, "timingFunction": EASE}),
    "Composite § Shadow": ("shadow", SHADOW),
    "Composite § Shadow inset": ("shadow", {**SHADOW, "inset": True}),
    "Composite § Shadow layers": ("shadow", [SHADOW, {**SHADOW, "inset": False}]),
    "Composite § Gradient": ("gradient", [{"color": RED, "position": 0}, {"color": RED, "position": 1}]),
    "Composite § Gradient beyond its ends": ("gradient", [{"color": RED, "position": -99}]),
    "Composite § Typography": ("typography", TYPOGRAPHY),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), RIGHT.values(), ids=list(RIGHT))
def test_values_of_the_format_s_text(
    kind: str, value: Any, resolve: Callable[[Any], dict[str, Token]]
) -> None:
    token = resolve({"a": {"$type": kind, "$value": value}})["a"]
    assert (token.type, token.value, token.raw) == (kind, value, value)


def without(value: dict[str, Any], part: str) -> dict[str, Any]:
    return {name: item for name, item in value.items() if name != part}


UNITS = 'write an object such as {"value": 16, "unit": "px"}'
WRONG = {
    "color-text": (
        "color", "#ff0000", "",
        'write an object such as {"colorSpace": "srgb", "components": [1, 0, 0], "hex": "#ff0000"}',
    ),
    "color-space": ("color", {**RED, "colorSpace": "rgb"}, "/colorSpace", f"write one of {', '.join(SPACES)}"),
    "color-space-kind": ("color", {**RED, "colorSpace": []}, "/colorSpace", f"write one of {', '.join(SPACES)}"),
    "color-two": ("color", {**RED, "components": [1, 0]}, "/components", "write three components"),
    "color-beyond": (
        "color", {**RED, "components": [255, 0, 0]}, "/components/0", 'write a number from 0 to 1, or "none"'
    ),
    "color-hue-360": (
        "color", {"colorSpace": "hsl", "components": [360, 0, 0]}, "/components/0",
        'write a number from 0 to below 360, or "none"',
    ),
    "color-chroma": (
        "color", {"colorSpace": "lch", "components": [0, -1, 0]}, "/components/1",
        'write a number of 0 or more, or "none"',
    ),
    "color-true": (
        "color", {**RED, "components": [True, 0, 0]}, "/components/0", 'write a number from 0 to 1, or "none"'
    ),
    "color-alpha-none": ("color", {**RED, "alpha": "none"}, "/alpha", "write a number from 0 to 1"),
    "color-hex-8": ("color", {**RED, "hex": "#ff0000ff"}, "/hex", "write # and six hexadecimal digits"),
    "color-extra": (
        "color", {**RED, "space": 1}, "/space",
        "it has no part 'space'; write alpha, colorSpace, components, hex",
    ),
    "color-lacks": ("color", {"colorSpace": "srgb"}, "", "it lacks 'components'"),
    "dimension-text": ("dimension", "16px", "", UNITS),
    "dimension-unit": ("dimension", {"value": 1, "unit": "em"}, "/unit", "write one of px, rem"),
    "dimension-zero": ("dimension", {"value": 0}, "", "it lacks 'unit'"),
    "dimension-value": ("dimension", {"value": "1", "unit": "px"}, "/value", "write a number"),
    "family-empty": ("fontFamily", [], "", "write at least one item"),
    "family-number": ("fontFamily", [1], "/0", "write a font name, or a list of them"),
    "weight-name": ("fontWeight", "Bold", "", "write a number from 1 to 1000, or a name such as bold"),
    "weight-zero": ("fontWeight", 0, "", "write a number from 1 to 1000, or a name such as bold"),
    "duration-text": ("duration", "100ms", "", 'write an object such as {"value": 200, "unit": "ms"}'),
    "bezier-three": ("cubicBezier", [0, 0, 1], "", "write four numbers"),
    "bezier-x": ("cubicBezier", [0, 0, 1.1, 1], "/2", "write a number from 0 to 1"),
    "number-text": ("number", "1", "", "write a number"),
    "number-true": ("number", True, "", "write a number"),
    "stroke-name": (
        "strokeStyle", "wavy", "", "write one of solid, dashed, dotted, double, groove, ridge, outset, inset"
    ),
    "stroke-cap": (
        "strokeStyle", {"dashArray": [PX], "lineCap": "flat"}, "/lineCap", "write one of round, butt, square"
    ),
    "stroke-dashes": ("strokeStyle", {"dashArray": [], "lineCap": "butt"}, "/dashArray", "write at least one item"),
    "border-text": ("border", "1px solid", "", "write an object with its parts"),
    "border-width": ("border", {"color": RED, "width": "1px", "style": "solid"}, "/width", UNITS),
    "transition-delay": ("transition", {"duration": MS, "timingFunction": EASE}, "", "it lacks 'delay'"),
    "shadow-spread": ("shadow", without(SHADOW, "spread"), "", "it lacks 'spread'"),
    "shadow-inset": ("shadow", {**SHADOW, "inset": "yes"}, "/inset", "write true or false"),
    "shadow-second": ("shadow", [SHADOW, without(SHADOW, "blur")], "/1", "it lacks 'blur'"),
    "gradient-object": ("gradient", {"color": RED, "position": 0}, "", "write a list of stops"),
    "gradient-stop": ("gradient", [{"color": RED}], "/0", "it lacks 'position'"),
    "typography-extra": (
        "typography", {**TYPOGRAPHY, "fontStyle": "italic"}, "/fontStyle",
        "it has no part 'fontStyle'; write fontFamily, fontSize, fontWeight, letterSpacing, lineHeight",
    ),
    "typography-line-height": ("typography", {**TYPOGRAPHY, "lineHeight": PX}, "/lineHeight", "write a number"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "pointer", "cure"), WRONG.values(), ids=list(WRONG))
def test_a_value_that_is_not_of_its_type_is_refused_at_its_part(
    kind: str, value: Any, pointer: str, cure: str, fault: Callable[..., str]
) -> None:
    sentence = fault({"a": {"$type": kind, "$value": value}})
    place, _, what = sentence.partition("): ")
    assert place.endswith(f"(#/a/$value{pointer}")
    assert (
        what.partition(": " if " is not a " in what else "")[2]
        .partition(". Did you mean")[0]
        .removesuffix(".")
        .endswith(cure)
    )


def test_a_whole_sentence(fault: Callable[..., str]) -> None:
    text = '{\n "gap": {\n  "$type": "dimension",\n  "$value": "16px"\n }\n}'
    assert fault(text) == (
        'a.tokens.json:4 (#/gap/$value): "16px" is not a dimension: '
        'write an object such as {"value": 16, "unit": "px"}.'
    )


def test_a_number_too_great_for_a_float_is_refused(fault: Callable[..., str]) -> None:
    text = '{"a": {"$type": "color", "$value": {"colorSpace": "lab", "components": [50, 1e999, 0]}}}'
    assert fault(text).endswith('is not a color: write a number that is finite, or "none".')


def test_there_are_thirteen_types() -> None:
    assert len(TYPES) == 13


@pytest.mark.parametrize("kind", TYPES)
@given(st.none() | st.just({}) | st.text(max_size=3).filter(lambda text: not text.strip()) | st.just(object))
def test_what_fits_no_type_is_never_an_accident(kind: str, value: Any) -> None:
    assert leaf_faults(kind, value)


@given(st.integers(1, 1000) | st.sampled_from(sorted(FONT_WEIGHTS)))
def test_every_font_weight_is_taken(weight: int | str) -> None:
    assert leaf_faults("fontWeight", weight) == []
