"""The examples in the text of "Design Tokens Format Module 2025.10", §§ 5 to 7, written out by hand.

What the text prints and the format itself does not allow is read too: it gives the error that says why.
Where the text abbreviates an example, what it leaves out is added here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token, TokenSystem, properties
from designsys.tokens.values import TYPES

Resolve = Callable[[Any], dict[str, Token]]
Sentences = Callable[..., list[str]]


def rgb(*components: float, **more: Any) -> dict[str, Any]:
    return {"colorSpace": "srgb", "components": list(components), **more}


def token(kind: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"$type": kind, "$value": value, **{f"${name}": part for name, part in more.items()}}


def px(value: float) -> dict[str, Any]:
    return {"value": value, "unit": "px"}


def rem(value: float) -> dict[str, Any]:
    return {"value": value, "unit": "rem"}


def ref(pointer: str) -> dict[str, str]:
    return {"$ref": pointer}


BLUE = rgb(0, 0.4, 0.8, hex="#0066cc")
GRAY = rgb(0.467, 0.467, 0.467)
WHITE = rgb(1, 1, 1, hex="#ffffff")
PINK = rgb(0.8, 0, 0.4, hex="#cc0066")
GREEN, HOT_PINK = rgb(0, 1, 0.4), rgb(1, 0, 1)
TWO_TOOLS = {"org.example.tool-a": 42, "org.example.tool-b": {"turn-up-to-11": True}}
BUTTON = {"$type": "color", "background": {"$value": BLUE}, "text": {"$value": WHITE}}
BASE = {"color": token("color", rgb(0, 0.2, 0.8, hex="#0033cc")), "spacing": token("dimension", px(16))}
ONE_PX_BORDER = {"width": px(1), "style": "solid"}
TYPEFACES = {
    "$type": "fontFamily",
    "primary": {"$value": "Comic Sans MS"},
    "secondary": {"$value": "Times New Roman"},
}
BRAND = {
    "brand": {
        "color": {"$type": "color", "acid green": {"$value": GREEN}, "hot pink": {"$value": HOT_PINK}},
        "typeface": TYPEFACES,
    }
}
CYAN = rgb(0, 1, 1, hex="#00ffff")
CYAN_BUTTON = {
    "color": token("color", CYAN),
    "border": token("border", {**ONE_PX_BORDER, "color": "{button.color}"}),
}
TEXT = {
    "fontFamily": ["Helvetica", "Arial", "sans-serif"],
    "fontSize": px(16),
    "fontWeight": 400,
    "lineHeight": 1.5,
}
BRAND_BLUE = {"brand": {"$root": {"$value": BLUE}, "strong": {"$value": WHITE}, "subdued": {"$value": GRAY}}}

READ: dict[str, tuple[dict[str, Any], dict[str, tuple[str, Any]]]] = {
    "Format § 5.1 Name and value": (
        {"token name": token("color", rgb(1, 0, 0))}, {"token name": ("color", rgb(1, 0, 0))}
    ),
    "Format § 5.1 Name and value: names that differ in case": (
        {"font-size": token("dimension", rem(3)), "FONT-SIZE": token("dimension", px(16))},
        {"font-size": ("dimension", rem(3)), "FONT-SIZE": ("dimension", px(16))},
    ),
    "Format § 5.2.2 Type": ({"Button background": token("color", GRAY)}, {"Button background": ("color", GRAY)}),
    "Format § 6.2 Root tokens in groups": (
        {"color": {"accent": {"$root": token("color", PINK), "light": token("color", WHITE)}},
         "alias": {"$value": "{color.accent.$root}"}},
        {"color.accent.$root": ("color", PINK), "color.accent.light": ("color", WHITE), "alias": ("color", PINK)},
    ),
    "Format § 6.3 Group properties": (
        {"spacing": {"$description": "All spacing", "margin": {}, "padding": {}}}, {}
    ),
    "Format § 6.3 Group properties: without its string token": (
        {"color": {"$type": "color", "primary": {"$value": BLUE}, "semantic": {"success": {"$value": GREEN}}}},
        {"color.primary": ("color", BLUE), "color.semantic.success": ("color", GREEN)},
    ),
    "Format § 6.4 Extending groups": (
        {"button": BUTTON, "button-primary": {"$extends": "{button}", "background": {"$value": PINK}}},
        {"button.background": ("color", BLUE), "button.text": ("color", WHITE),
         "button-primary.background": ("color", PINK), "button-primary.text": ("color", WHITE)},
    ),
    "Format § 6.4.1 Equivalence to JSON Schema $ref: $extends": (
        {"button": BUTTON, "button-primary": {
            "$extends": "{button}", "background": {"$value": PINK}, "focus": {"$value": HOT_PINK}}},
        {"button.background": ("color", BLUE), "button.text": ("color", WHITE),
         "button-primary.background": ("color", PINK), "button-primary.text": ("color", WHITE),
         "button-primary.focus": ("color", HOT_PINK)},
    ),
    "Format § 6.4.1 Equivalence to JSON Schema $ref: $ref": (
        {"button": BUTTON, "button-primary": {
            "$ref": "#/button", "background": {"$value": PINK}, "focus": {"$value": HOT_PINK}}},
        {"button.background": ("color", BLUE), "button.text": ("color", WHITE),
         "button-primary.background": ("color", PINK), "button-primary.text": ("color", WHITE),
         "button-primary.focus": ("color", HOT_PINK)},
    ),
    "Format § 6.4.3 Inheritance semantics: with its types": (
        {"input": {"field": {"width": token("dimension", rem(12)), "background": token("color", WHITE)}},
         "input-amount": {"$extends": "{input}", "field": {"width": token("dimension", px(100))}}},
        {"input.field.width": ("dimension", rem(12)), "input.field.background": ("color", WHITE),
         "input-amount.field.width": ("dimension", px(100)), "input-amount.field.background": ("color", WHITE)},
    ),
    "Format § 6.4.3 Inheritance semantics: multi-level override": (
        {"base": BASE, "extended": {
            "$extends": "{base}", "color": token("color", rgb(0.9, 0.05, 0, hex="#e60d00")),
            "border": token("border", {**ONE_PX_BORDER, "color": "{extended.color}"})}},
        {"base.color": ("color", rgb(0, 0.2, 0.8, hex="#0033cc")), "base.spacing": ("dimension", px(16)),
         "extended.color": ("color", rgb(0.9, 0.05, 0, hex="#e60d00")), "extended.spacing": ("dimension", px(16)),
         "extended.border": ("border", {**ONE_PX_BORDER, "color": rgb(0.9, 0.05, 0, hex="#e60d00")})},
    ),
    "Format § 6.4.4 Circular reference prevention: valid patterns": (
        {"button": CYAN_BUTTON,
         "button-secondary": {"$extends": "{button}", "color": token("color", GRAY)},
         "button-large": {"$extends": "{button}", "padding": token("dimension", px(16))}},
        {"button.color": ("color", CYAN), "button.border": ("border", {**ONE_PX_BORDER, "color": CYAN}),
         "button-secondary.color": ("color", GRAY),
         "button-secondary.border": ("border", {**ONE_PX_BORDER, "color": CYAN}),
         "button-large.color": ("color", CYAN), "button-large.border": ("border", {**ONE_PX_BORDER, "color": CYAN}),
         "button-large.padding": ("dimension", px(16))},
    ),
    "Format § 6.5 Empty groups": (
        {"experimental": {"$description": "currently empty", "$deprecated": "This group is being phased out"}}, {}
    ),
    "Format § 6.6.1 Current reference syntax: with its type": (
        {"base": token("color", BLUE), "alias": {"$value": "{base}"}}, {"base": ("color", BLUE), "alias": ("color", BLUE)}
    ),
    "Format § 6.6.2 JSON Pointer support: with its type": (
        {"base": token("color", BLUE), "alias": {"$ref": "#/base"}}, {"base": ("color", BLUE), "alias": ("color", BLUE)}
    ),
    "Format § 6.9.1 Basic group with root token": (
        {"spacing": {"$type": "dimension", "$description": "Base spacing scale",
                     "$root": {"$value": px(16)}, "small": {"$value": px(8)}, "large": {"$value": px(32)}}},
        {"spacing.$root": ("dimension", px(16)), "spacing.small": ("dimension", px(8)),
         "spacing.large": ("dimension", px(32))},
    ),
    "Format § 6.9.3 Complex hierarchical structure": (
        {"color": {"$type": "color", **BRAND_BLUE, "semantic": {
            "$extends": "{color.brand}", "success": {"$root": {"$value": GREEN}, "strong": {"$value": CYAN}}}}},
        {"color.brand.$root": ("color", BLUE), "color.brand.strong": ("color", WHITE),
         "color.brand.subdued": ("color", GRAY), "color.semantic.$root": ("color", BLUE),
         "color.semantic.strong": ("color", WHITE), "color.semantic.subdued": ("color", GRAY),
         "color.semantic.success.$root": ("color", GREEN), "color.semantic.success.strong": ("color", CYAN)},
    ),
    "Format § 6.10.1 File authoring & organization: groups": (
        BRAND,
        {"brand.color.acid green": ("color", GREEN), "brand.color.hot pink": ("color", HOT_PINK),
         "brand.typeface.primary": ("fontFamily", "Comic Sans MS"),
         "brand.typeface.secondary": ("fontFamily", "Times New Roman")},
    ),
    "Format § 6.10.1 File authoring & organization: a flat list": (
        {"brand-color-acid-green": token("color", GREEN), "brand-typeface-primary": token("fontFamily", "Comic Sans MS")},
        {"brand-color-acid-green": ("color", GREEN), "brand-typeface-primary": ("fontFamily", "Comic Sans MS")},
    ),
    "Format § 7.1.1 Curly brace syntax": (
        {"colors": {"blue": token("color", BLUE)}, "semantic": {"primary": token("color", "{colors.blue}")}},
        {"colors.blue": ("color", BLUE), "semantic.primary": ("color", BLUE)},
    ),
    "Format § 7.1.2 JSON Pointer syntax": (
        {"colors": {"blue": token("color", BLUE)}, "semantic": {
            "primary": {"$ref": "#/colors/blue/$value", "$type": "color"},
            "primaryHue": {"$ref": "#/colors/blue/$value/components/0", "$type": "number"}}},
        {"colors.blue": ("color", BLUE), "semantic.primary": ("color", BLUE), "semantic.primaryHue": ("number", 0)},
    ),
    "Format § 7.2.2 Chained references": (
        {"base": {"primary": token("color", BLUE)},
         "semantic": {"brand": {"$value": "{base.primary}"}, "link": {"$value": "{semantic.brand}"}}},
        {"base.primary": ("color", BLUE), "semantic.brand": ("color", BLUE), "semantic.link": ("color", BLUE)},
    ),
    "Format § 7.3.1 Color component references": (
        {"base": {"blue": token("color", rgb(0.2, 0.4, 0.9, hex="#3366e6"))}, "semantic": {"primary": token("color", {
            "colorSpace": "srgb", "hex": "#3366b3", "components": [
                ref("#/base/blue/$value/components/0"), ref("#/base/blue/$value/components/1"), 0.7]})}},
        {"base.blue": ("color", rgb(0.2, 0.4, 0.9, hex="#3366e6")),
         "semantic.primary": ("color", rgb(0.2, 0.4, 0.7, hex="#3366b3"))},
    ),
    "Format § 7.3.2 Dimension component references": (
        {"base": {"spacing": token("dimension", px(16))}, "layout": {
            "small": token("dimension", {"value": ref("#/base/spacing/$value/value"), "unit": "rem"}),
            "large": token("dimension", {"value": 32, "unit": ref("#/base/spacing/$value/unit")})}},
        {"base.spacing": ("dimension", px(16)), "layout.small": ("dimension", rem(16)),
         "layout.large": ("dimension", px(32))},
    ),
    "Format § 7.3.3 Typography component references: with letter spacing": (
        {"base": {"text": token("typography", {**TEXT, "letterSpacing": px(0)})}, "headings": {"h1": token("typography", {
            "fontFamily": ref("#/base/text/$value/fontFamily"), "fontSize": px(32), "fontWeight": 700,
            "letterSpacing": px(0), "lineHeight": ref("#/base/text/$value/lineHeight")})}},
        {"base.text": ("typography", {**TEXT, "letterSpacing": px(0)}),
         "headings.h1": ("typography", {**TEXT, "letterSpacing": px(0), "fontSize": px(32), "fontWeight": 700})},
    ),
    "Format § 7.4.2 Token value access patterns": (
        {"colors": {"blue": token("color", BLUE)},
         "value": {"$type": "color", "$ref": "#/colors/blue/$value"},
         "hex": token("color", {**rgb(0, 0, 0), "hex": ref("#/colors/blue/$value/hex")}),
         "component": token("number", ref("#/colors/blue/$value/components/1")),
         "type": token("fontFamily", ref("#/colors/blue/$type"))},
        {"colors.blue": ("color", BLUE), "value": ("color", BLUE), "hex": ("color", rgb(0, 0, 0, hex="#0066cc")),
         "component": ("number", 0.4), "type": ("fontFamily", "color")},
    ),
    "Format § 7.4.6 Path examples": (
        {"primary": token("number", 1), "brand colors": {"primary": token("number", 2)},
         "my/group": {"token": token("number", 3)},
         "root": ref("#/primary"), "blank": ref("#/brand colors/primary"), "slash": ref("#/my~1group/token"),
         "braces": {"root": {"$value": "{primary}"}, "blank": {"$value": "{brand colors.primary}"},
                    "slash": {"$value": "{my/group.token}"}}},
        {"primary": ("number", 1), "brand colors.primary": ("number", 2), "my/group.token": ("number", 3),
         "root": ("number", 1), "blank": ("number", 2), "slash": ("number", 3),
         "braces.root": ("number", 1), "braces.blank": ("number", 2), "braces.slash": ("number", 3)},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), READ.values(), ids=list(READ))
def test_the_examples_of_the_text_are_read(
    tokens: Any, expected: dict[str, tuple[str, Any]], resolve: Resolve
) -> None:
    assert {path: (found.type, found.value) for path, found in resolve(tokens).items()} == expected


PLAIN = {
    "Format § 5.2.1 Description": (
        {"Button background": token("color", GRAY, description="The background color for buttons.")},
        ("The background color for buttons.", False, {}),
    ),
    "Format § 5.2.3 Extensions": (
        {"Button background": token("color", GRAY, extensions=TWO_TOOLS)}, ("", False, TWO_TOOLS)
    ),
    "Format § 5.2.4 Deprecated: true": (
        {"Button background": token("color", GRAY, deprecated=True)}, ("", True, {})
    ),
    "Format § 5.2.4 Deprecated: with a reason": (
        {"Button focus": token("color", GRAY, deprecated="Please use the border style for active buttons instead.")},
        ("", "Please use the border style for active buttons instead.", {}),
    ),
    "Format § 5.2.4 Deprecated: false": (
        {"Button focus": token("color", GRAY, deprecated=False)}, ("", False, {})
    ),
    "Format § 6.3.1 $deprecated": (
        {"button": {"$deprecated": "Use action.", "nested": {"text": token("color", GRAY)}}},
        ("", "Use action.", {}),
    ),
    "Format § 6.3.1 $deprecated: overridden": (
        {"button": {"$deprecated": True, "text": token("color", GRAY, deprecated=False)}}, ("", False, {})
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), PLAIN.values(), ids=list(PLAIN))
def test_what_a_token_says_of_itself_is_kept(
    tokens: Any, expected: tuple[str, bool | str, dict[str, Any]], resolve: Resolve
) -> None:
    (found,) = resolve(tokens).values()
    assert (found.description, found.deprecated, found.extensions) == expected


def test_format_6_10_3_translation_tools(system: Callable[..., TokenSystem]) -> None:
    """The text's Sass variables, as our custom properties."""
    assert {name: found.value for name, found in properties(system(BRAND)).items()} == {
        "--ds-brand-color-acid-green": "#00ff66",
        "--ds-brand-color-hot-pink": "#ff00ff",
        "--ds-brand-typeface-primary": '"Comic Sans MS"',
        "--ds-brand-typeface-secondary": '"Times New Roman"',
    }


def no_type(name: str) -> str:
    return f"'{name}' has no type; write $type on it or on a group around it."


NOT_WHITE = json.dumps(WHITE)
UNITS = "is not a dimension: it has no part '{}'; write unit, value."
CYCLE = "this reference leads back to itself ({}); give one of them a value."
EXTENDS = "this group extends itself ({}); take one $extends away."

REFUSED: dict[str, tuple[Any, list[str]]] = {
    "Format § 6.1 Group structure: $value beside a child": (
        {"a": token("number", 1) | {"b": token("number", 2)}},
        ["#/a/b a token with $value cannot have the child 'b'; move one of them (a group's own token is $root)."],
    ),
    "Format § 6.2 Root tokens in groups: as printed, with comments": (
        '{\n  "accent": {\n    "$root": {},\n    // {color.accent} is an invalid token reference\n  },\n}',
        ["# this is not JSON (column 5: Expecting property name enclosed in double quotes)."],
    ),
    "Format § 6.2 Root tokens in groups: {color.accent} is a group": (
        {"color": {"accent": {"$root": token("color", PINK)}}, "alias": {"$value": "{color.accent}"}},
        ["#/alias/$value '{color.accent}' leads to no token. 'color.accent' is a group; "
         "its own token is color.accent.$root."],
    ),
    "Format § 6.3 Group properties: as printed, with comments": (
        '{"spacing": {"margin": { /* tokens */ }}}',
        ["# this is not JSON (column 26: Expecting property name enclosed in double quotes)."],
    ),
    "Format § 6.3 Group properties: the type string": (
        {"color": {"$type": "color", "semantic": {"warning": token("string", "amber")}}},
        [f"#/color/semantic/warning/$type there is no type 'string'; write one of {', '.join(TYPES)}."],
    ),
    "Format § 6.4.4 Circular reference prevention: a group inside itself": (
        {"button": {"color": token("color", GRAY), "secondary": {"$extends": "{button}"}}},
        ["#/button/secondary/$extends " + EXTENDS.format("button.secondary → button")],
    ),
    "Format § 6.4.4 Circular reference prevention: two groups": (
        {"groupA": {"$extends": "{groupB}", "token": token("number", 1)},
         "groupB": {"$extends": "{groupA}", "token": token("number", 2)}},
        ["#/groupA/$extends " + EXTENDS.format("groupA → groupB → groupA"),
         "#/groupB/$extends " + EXTENDS.format("groupB → groupA → groupB")],
    ),
    "Format § 6.4.4 Circular reference prevention: valid patterns as printed": (
        {"button": CYAN_BUTTON, "button-large": {"$extends": "{button}", "padding": {"$value": px(16)}}},
        ["#/button-large/padding " + no_type("button-large.padding")],
    ),
    "Format § 6.4.6 Error conditions: unresolvable": (
        {"button": BUTTON, "primary": {"$extends": "{buton}"}},
        ["#/primary/$extends there is no group 'buton' to extend. Did you mean 'button'?"],
    ),
    "Format § 6.4.6 Error conditions: a token": (
        {"button": BUTTON, "primary": {"$extends": "{button.text}"}},
        ["#/primary/$extends 'button.text' is a token; $extends takes a group."],
    ),
    "Format § 6.6.1 Current reference syntax: as printed, without a type": (
        {"base": {"$value": BLUE}, "alias": {"$value": "{base}"}}, ["#/base " + no_type("base")]
    ),
    "Format § 6.6.2 JSON Pointer support: as printed, without a type": (
        {"base": {"$value": BLUE}, "alias": {"$ref": "#/base"}}, ["#/base " + no_type("base")]
    ),
    "Format § 6.7.3 Type inheritance": (
        {"base": {"$type": "color", "primary": {"$value": WHITE}},
         "extended": {"$extends": "{base}", "$type": "dimension", "spacing": {"$value": px(16)}}},
        ["#/extended/$type 'primary', which is inherited from 'base.primary', is a color, no dimension; "
         "take this $type away, or write it on the tokens that need it."],
    ),
    "Format § 6.7.4 Circular reference detection": (
        {"a": {"$extends": "{b}"}, "b": {"$extends": "{c}"}, "c": {"$extends": "{a}"}},
        ["#/a/$extends " + EXTENDS.format("a → b → c → a"), "#/b/$extends " + EXTENDS.format("b → c → a → b"),
         "#/c/$extends " + EXTENDS.format("c → a → b → c")],
    ),
    "Format § 6.9.2 Group extension with override": (
        {"input": {"$type": "dimension", "field": {"width": {"$value": {"value": 100, "unit": "%"}},
                                                   "background": {"$value": WHITE}}},
         "input-amount": {"$extends": "{input}", "field": {"width": {"$value": px(100)}}}},
        ["#/input/field/width/$value/unit "
         '{"value": 100, "unit": "%"} is not a dimension: write one of px, rem.',
         f"#/input/field/background/$value {NOT_WHITE} is not a dimension: it lacks 'value'.",
         f"#/input/field/background/$value {NOT_WHITE} is not a dimension: it lacks 'unit'.",
         f"#/input/field/background/$value/colorSpace {NOT_WHITE} {UNITS.format('colorSpace')}",
         f"#/input/field/background/$value/components {NOT_WHITE} {UNITS.format('components')}",
         f"#/input/field/background/$value/hex {NOT_WHITE} {UNITS.format('hex')}"],
    ),
    "Format § 7.2.3 Circular references": (
        {"a": {"$value": "{b}"}, "b": {"$value": "{c}"}, "c": {"$value": "{a}"}},
        ["#/a " + CYCLE.format("a → b → c → a"), "#/b " + CYCLE.format("b → c → a → b"),
         "#/c " + CYCLE.format("c → a → b → c")],
    ),
    "Format § 7.3.3 Typography component references: as printed, without letter spacing": (
        {"base": {"text": token("typography", {"fontFamily": "A", "fontSize": px(9), "fontWeight": 1, "lineHeight": 1})}},
        ["#/base/text/$value "
         '{"fontFamily": "A", "fontSize": {"value": 9, "unit": "px"}, "fontWeight": 1, "l… is not a typography: '
         "it lacks 'letterSpacing'."],
    ),
    "Format § 7.5.2 Disambiguation examples": (
        {"ambiguous": {"data": [10, 20, 30], "metadata": {"0": "Info about first item"}}},
        ["#/ambiguous/data 'data' must be a token or a group; write an object.",
         "#/ambiguous/metadata/0 '0' must be a token or a group; write an object."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_the_examples_that_break_the_format_say_what_breaks_it(
    tokens: Any, expected: list[str], sentences: Sentences
) -> None:
    assert sentences({"a.tokens.json": tokens}) == expected
