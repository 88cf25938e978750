"""Each type as CSS text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import tinycss2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designsys.tokens import Token
from designsys.tokens.css_values import css_text, declarations

Resolve = Callable[[Any], dict[str, Token]]

RED = {"colorSpace": "srgb", "components": [1, 0, 0]}
GLASS = {"colorSpace": "hsl", "components": [0, 0, 0], "alpha": 0.25}
PX = {"value": 1, "unit": "px"}
MS = {"value": 100, "unit": "ms"}
SHADOW = {"color": GLASS, "offsetX": PX, "offsetY": PX, "blur": PX, "spread": {"value": -0.5, "unit": "rem"}}
TYPOGRAPHY = {
    "fontFamily": ["BIZ UDPゴシック", "system-ui", "-apple-system", "sans-serif"],
    "fontSize": {"value": 1.0625, "unit": "rem"},
    "fontWeight": "bold",
    "letterSpacing": {"value": 0, "unit": "rem"},
    "lineHeight": 1.7,
}


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("color", RED, "#ff0000"),
        ("color", GLASS, "rgb(0 0 0 / 0.25)"),
        ("color", {"colorSpace": "display-p3", "components": [0, 0, 0]}, "#000000"),
        ("dimension", {"value": 0.0625, "unit": "rem"}, "0.0625rem"),
        ("dimension", {"value": 1e-9, "unit": "px"}, "0px"),
        ("dimension", {"value": -1e6, "unit": "px"}, "-1000000px"),
        ("fontFamily", "Comic Sans MS", '"Comic Sans MS"'),
        ("fontFamily", ['A"B\\', "ui-monospace"], '"A\\22 B\\5c ", ui-monospace'),
        ("fontWeight", "semi-bold", "600"),
        ("fontWeight", 350, "350"),
        ("duration", {"value": 1.5, "unit": "s"}, "1.5s"),
        ("cubicBezier", [0.5, -1, 1, 2], "cubic-bezier(0.5, -1, 1, 2)"),
        ("number", 1.75, "1.75"),
        ("strokeStyle", "dotted", "dotted"),
        ("strokeStyle", {"dashArray": [PX], "lineCap": "round"}, "dashed"),
        ("border", {"color": RED, "width": PX, "style": "solid"}, "1px solid #ff0000"),
        (
            "transition",
            {"duration": MS, "delay": MS, "timingFunction": [0, 0, 1, 1]},
            "100ms cubic-bezier(0, 0, 1, 1) 100ms",
        ),
        ("shadow", SHADOW, "1px 1px 1px -0.5rem rgb(0 0 0 / 0.25)"),
        (
            "shadow",
            [{**SHADOW, "inset": True}, SHADOW],
            "inset 1px 1px 1px -0.5rem rgb(0 0 0 / 0.25), 1px 1px 1px -0.5rem rgb(0 0 0 / 0.25)",
        ),
        (
            "gradient",
            [
                {"color": RED, "position": -1},
                {"color": GLASS, "position": 0.666},
                {"color": RED, "position": 42},
            ],
            "#ff0000 0%, rgb(0 0 0 / 0.25) 66.6%, #ff0000 100%",
        ),
    ],
)
def test_a_value_as_css(kind: str, value: Any, text: str, resolve: Resolve) -> None:
    found = declarations(resolve({"a": {"b": {"$type": kind, "$value": value}}})["a.b"])
    assert {name: css_text(pieces) for name, pieces in found.items()} == {"--ds-a-b": text}


def test_typography_is_a_font_shorthand_and_a_letter_spacing(resolve: Resolve) -> None:
    found = declarations(resolve({"a": {"$type": "typography", "$value": TYPOGRAPHY}})["a"])
    assert {name: css_text(pieces) for name, pieces in found.items()} == {
        "--ds-a": '700 1.0625rem/1.7 "BIZ UDPゴシック", system-ui, -apple-system, sans-serif',
        "--ds-a-letter-spacing": "0rem",
    }


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("a", "b-c"), "--ds-a-b-c"),
        (("accent", "$root"), "--ds-accent"),
        (("with blank", "50%"), "--ds-with-blank-50-"),
        (("色",), "--ds-色"),
    ],
)
def test_the_name_of_a_property(names: tuple[str, ...], name: str, resolve: Resolve) -> None:
    tree: Any = {"$type": "number", "$value": 1}
    for part in reversed(names):
        tree = {part: tree}
    (token,) = resolve(tree).values()
    assert list(declarations(token)) == [name]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), min_size=1))
def test_no_font_name_can_break_out_of_its_value(resolve: Resolve, name: str) -> None:
    if not name.strip():
        return
    token = resolve({"a": {"$type": "fontFamily", "$value": name}})["a"]
    (text,) = (css_text(pieces) for pieces in declarations(token).values())
    (parsed,) = tinycss2.parse_component_value_list(text)
    assert parsed.type in ("string", "ident")
    # CSS replaces the null character, which no font has in its name.
    assert parsed.value == name.replace("\0", "\ufffd")
