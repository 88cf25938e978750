"""The examples in the text of "Design Tokens Format Module 2025.10", § 3.9, § 8 and § 9: the types.

Where the text refers to tokens that it does not print, they are added here; as printed, the example gives the
error that names them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token
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


def shadow(color: Any, x: Any, y: Any, blur: Any, spread: Any, **more: Any) -> dict[str, Any]:
    return {"color": color, "offsetX": x, "offsetY": y, "blur": blur, "spread": spread, **more}


BLUE = rgb(0, 0.4, 0.8, hex="#0066cc")
WHITE = rgb(1, 1, 1, hex="#ffffff")
PINK, GREEN = rgb(0.8, 0, 0.4), rgb(0, 1, 0.4)
DARK = rgb(0, 0, 0, alpha=0.5, hex="#000000")
FONTS = ["Helvetica", "Arial", "sans-serif"]
EASE = [0.5, 0, 1, 1]
DASHES = {"dashArray": [rem(0.5), rem(0.25)], "lineCap": "round"}
LAYER = shadow(rgb(0, 0, 0, alpha=0.1), px(0), px(24), px(22), px(0))

READ: dict[str, tuple[dict[str, Any], dict[str, tuple[str, Any]]]] = {
    "Format § 8.2 Dimension": (
        {"spacing-stack-0": token("dimension", px(0)), "spacing-stack-1": token("dimension", rem(0.5))},
        {"spacing-stack-0": ("dimension", px(0)), "spacing-stack-1": ("dimension", rem(0.5))},
    ),
    "Format § 8.3 Font family": (
        {"Primary font": token("fontFamily", "Comic Sans MS"), "Body font": token("fontFamily", FONTS)},
        {"Primary font": ("fontFamily", "Comic Sans MS"), "Body font": ("fontFamily", FONTS)},
    ),
    "Format § 8.4 Font weight": (
        {"font-weight-default": token("fontWeight", 350), "font-weight-thick": token("fontWeight", "extra-bold")},
        {"font-weight-default": ("fontWeight", 350), "font-weight-thick": ("fontWeight", "extra-bold")},
    ),
    "Format § 8.5 Duration": (
        {"Duration-Quick": token("duration", {"value": 100, "unit": "ms"}),
         "Duration-Long": token("duration", {"value": 1.5, "unit": "s"})},
        {"Duration-Quick": ("duration", {"value": 100, "unit": "ms"}),
         "Duration-Long": ("duration", {"value": 1.5, "unit": "s"})},
    ),
    "Format § 8.6 Cubic Bézier": (
        {"Accelerate": token("cubicBezier", EASE), "Decelerate": token("cubicBezier", [0, 0, 0.5, 1])},
        {"Accelerate": ("cubicBezier", EASE), "Decelerate": ("cubicBezier", [0, 0, 0.5, 1])},
    ),
    "Format § 8.7 Number": (
        {"line-height-large": token("number", 2.3)}, {"line-height-large": ("number", 2.3)}
    ),
    "Format § 9.1 Array aliasing in composite types: with its targets": (
        {"base": {"shadow": token("shadow", LAYER)}, "brand": {"accent": token("color", PINK)},
         "layered-shadow": token("shadow", ["{base.shadow}", shadow("{brand.accent}", px(4), px(4), px(8), px(0))])},
        {"base.shadow": ("shadow", LAYER), "brand.accent": ("color", PINK),
         "layered-shadow": ("shadow", [LAYER, shadow(PINK, px(4), px(4), px(8), px(0))])},
    ),
    "Format § 9.1 Array aliasing in composite types: composite token": (
        {"shadow-token": token("shadow", shadow(DARK, rem(0.5), rem(0.5), rem(1.5), rem(0)))},
        {"shadow-token": ("shadow", shadow(DARK, rem(0.5), rem(0.5), rem(1.5), rem(0)))},
    ),
    "Format § 9.1 Array aliasing in composite types: advanced composite token": (
        {"space": {"small": token("dimension", rem(0.5))}, "color": {"shadow-050": token("color", DARK)},
         "shadow": {"medium": token(
             "shadow", shadow("{color.shadow-050}", "{space.small}", "{space.small}", rem(1.5), rem(0)))},
         "component": {"card": {"box-shadow": {"$value": "{shadow.medium}"}}}},
        {"space.small": ("dimension", rem(0.5)), "color.shadow-050": ("color", DARK),
         "shadow.medium": ("shadow", shadow(DARK, rem(0.5), rem(0.5), rem(1.5), rem(0))),
         "component.card.box-shadow": ("shadow", shadow(DARK, rem(0.5), rem(0.5), rem(1.5), rem(0)))},
    ),
    "Format § 9.3.1 String value": (
        {"focus-ring-style": token("strokeStyle", "dashed")}, {"focus-ring-style": ("strokeStyle", "dashed")}
    ),
    "Format § 9.3.2 Object value": (
        {"alert-border-style": token("strokeStyle", DASHES)}, {"alert-border-style": ("strokeStyle", DASHES)}
    ),
    "Format § 9.3.2 Object value: using references": (
        {"notification-border-style": token(
            "strokeStyle", {"dashArray": ["{dash-length-medium}", rem(0.25)], "lineCap": "butt"}),
         "dash-length-medium": token("dimension", px(10))},
        {"notification-border-style": ("strokeStyle", {"dashArray": [px(10), rem(0.25)], "lineCap": "butt"}),
         "dash-length-medium": ("dimension", px(10))},
    ),
    "Format § 9.4 Border: with its colour": (
        {"color": {"focusring": token("color", BLUE)}, "border": {
            "heavy": token("border", {"color": rgb(0.218, 0.218, 0.218), "width": px(3), "style": "solid"}),
            "focusring": token("border", {"color": "{color.focusring}", "width": px(1), "style": DASHES})}},
        {"color.focusring": ("color", BLUE),
         "border.heavy": ("border", {"color": rgb(0.218, 0.218, 0.218), "width": px(3), "style": "solid"}),
         "border.focusring": ("border", {"color": BLUE, "width": px(1), "style": DASHES})},
    ),
    "Format § 9.5 Transition": (
        {"transition": {"emphasis": token("transition", {
            "duration": {"value": 200, "unit": "ms"}, "delay": {"value": 0, "unit": "ms"}, "timingFunction": EASE})}},
        {"transition.emphasis": ("transition", {
            "duration": {"value": 200, "unit": "ms"}, "delay": {"value": 0, "unit": "ms"}, "timingFunction": EASE})},
    ),
    "Format § 9.6 Shadow: with its targets": (
        {"layered-shadow": token("shadow", [LAYER, LAYER, LAYER]),
         "inner-shadow": token("shadow", shadow(DARK, px(2), px(2), px(4), px(0), inset=True)),
         "mixed-reference-shadow": token("shadow", ["{inner-shadow}", LAYER])},
        {"layered-shadow": ("shadow", [LAYER, LAYER, LAYER]),
         "inner-shadow": ("shadow", shadow(DARK, px(2), px(2), px(4), px(0), inset=True)),
         "mixed-reference-shadow": ("shadow", [shadow(DARK, px(2), px(2), px(4), px(0), inset=True), LAYER])},
    ),
    "Format § 9.7 Gradient": (
        {"blue-to-red": token(
            "gradient", [{"color": rgb(0, 0, 1), "position": 0}, {"color": rgb(1, 0, 0), "position": 1}])},
        {"blue-to-red": ("gradient", [{"color": rgb(0, 0, 1), "position": 0}, {"color": rgb(1, 0, 0), "position": 1}])},
    ),
    "Format § 9.7 Gradient: omitted start stop": (
        {"mostly-yellow": token("gradient", [{"color": rgb(1, 1, 0), "position": 0.666}])},
        {"mostly-yellow": ("gradient", [{"color": rgb(1, 1, 0), "position": 0.666}])},
    ),
    "Format § 9.7 Gradient: using references": (
        {"brand-primary": token("color", GREEN), "position-end": token("number", 1),
         "brand-in-the-middle": token("gradient", [
             {"color": "{brand-primary}", "position": 0.5}, {"color": WHITE, "position": "{position-end}"}])},
        {"brand-primary": ("color", GREEN), "position-end": ("number", 1), "brand-in-the-middle": ("gradient", [
            {"color": GREEN, "position": 0.5}, {"color": WHITE, "position": 1}])},
    ),
    # A gradient token is an array: what is referred to stands in the array as one item (§ 9.1: no flattening).
    "Format § 9.7 Gradient: references to gradients": (
        {"gradient-with-references": token("gradient", ["{gradient.start-stop}", {"color": GREEN, "position": 0.333}]),
         "gradient": {"start-stop": token("gradient", [{"color": WHITE, "position": 0}])}},
        {"gradient-with-references": ("gradient", [
            [{"color": WHITE, "position": 0}], {"color": GREEN, "position": 0.333}]),
         "gradient.start-stop": ("gradient", [{"color": WHITE, "position": 0}])},
    ),
    "Format § 9.8 Typography: with its targets": (
        {"font": {"serif": token("fontFamily", "Georgia"), "size": {"smallest": token("dimension", px(11))},
                  "weight": {"normal": token("fontWeight", "normal")}},
         "type styles": {"microcopy": token("typography", {
             "fontFamily": "{font.serif}", "fontSize": "{font.size.smallest}", "fontWeight": "{font.weight.normal}",
             "letterSpacing": px(0), "lineHeight": 1})}},
        {"font.serif": ("fontFamily", "Georgia"), "font.size.smallest": ("dimension", px(11)),
         "font.weight.normal": ("fontWeight", "normal"),
         "type styles.microcopy": ("typography", {
             "fontFamily": "Georgia", "fontSize": px(11), "fontWeight": "normal",
             "letterSpacing": px(0), "lineHeight": 1})},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), READ.values(), ids=list(READ))
def test_the_examples_of_the_text_are_read(
    tokens: Any, expected: dict[str, tuple[str, Any]], resolve: Resolve
) -> None:
    assert {path: (found.type, found.value) for path, found in resolve(tokens).items()} == expected


def test_every_type_is_among_the_examples() -> None:
    assert {kind for _tokens, expected in READ.values() for kind, _value in expected.values()} == set(TYPES)


BLUE_TOKEN = json.dumps(token("color", BLUE))[:79] + "…"
REFUSED: dict[str, tuple[Any, list[str]]] = {
    "Format § 3.9 Composite token: a token in place of a value": (
        {"shadow-token": token("shadow", shadow(token("color", BLUE), px(0), px(0), px(0), px(0)))},
        [f"#/shadow-token/$value/color{path} {BLUE_TOKEN} is not a color: {what}" for path, what in (
            ("", "it lacks 'colorSpace'."), ("", "it lacks 'components'."),
            ("/$type", "it has no part '$type'; write alpha, colorSpace, components, hex."),
            ("/$value", "it has no part '$value'; write alpha, colorSpace, components, hex."))],
    ),
    "Format § 9.6 Shadow: as printed, a comma is missing": (
        '{"a": {}\n"b": {}}', ["# this is not JSON (column 1: Expecting ',' delimiter)."]
    ),
    "Format § 9.7 Gradient: as printed, without its colour": (
        {"g": token("gradient", [{"color": "{brand.secondary}", "position": 0.333}])},
        ["#/g/$value/0/color '{brand.secondary}' leads to no token."],
    ),
    "Format § 9.8 Typography: as printed, without its targets": (
        {"microcopy": token("typography", {
            "fontFamily": "{font.serif}", "fontSize": "{font.size.smallest}", "fontWeight": "{font.weight.normal}",
            "letterSpacing": px(0), "lineHeight": 1})},
        ["#/microcopy/$value/fontFamily '{font.serif}' leads to no token.",
         "#/microcopy/$value/fontSize '{font.size.smallest}' leads to no token.",
         "#/microcopy/$value/fontWeight '{font.weight.normal}' leads to no token."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_the_examples_that_break_the_format_say_what_breaks_it(
    tokens: Any, expected: list[str], sentences: Sentences
) -> None:
    assert sentences({"a.tokens.json": tokens}) == expected
