"""The examples in the text of "Design Tokens Resolver Module 2025.10", written out by hand, section by section.

The text's fragments leave out ``version`` and often ``resolutionOrder``; a fragment is completed here, and once read
as it is printed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import TokenError, TokenSystem, load

Files = dict[str, Any]
Folder = Callable[[Files], Path]
Sentences = Callable[..., list[str]]
RESOLVER = "a.resolver.json"


def one(**names: float) -> dict[str, Any]:
    """Number tokens by name."""
    return {name: {"$type": "number", "$value": value} for name, value in names.items()}


def ref(target: str, **beside: Any) -> dict[str, Any]:
    return {"$ref": target, **beside}


def complete(*order: Any, **parts: Any) -> dict[str, Any]:
    return {
        "$schema": "https://www.designtokens.org/schemas/2025.10/resolver.json",
        "version": "2025.10",
        **parts,
        "resolutionOrder": list(order),
    }


@pytest.fixture
def system(folder: Folder) -> Callable[[Any, Files], TokenSystem]:
    """The token system of a resolver document and the files beside it."""
    return lambda document, files: load(folder({RESOLVER: document, **files}) / RESOLVER)


# Every file says its name by a token, and writes its place in the order into the token "last".
FOUNDATION = {
    "foundation/size.json": one(size=1, last=1),
    "foundation/typography.json": one(typography=1, last=2),
    "foundation/animation.json": one(animation=1, last=3),
}
THEMES = {
    "theme/light.json": one(light=1, last=4),
    "theme/dark.json": one(dark=1, last=5),
    "theme/dark-high-contrast.json": one(contrast=1, last=6),
}
THEME = {
    "description": "Color theme",
    "contexts": {
        "light": [ref("theme/light.json")],
        "lightHighContrast": [ref("theme/light.json"), ref("theme/dark-high-contrast.json")],
        "dark": [ref("theme/dark.json")],
        "darkHighContrast": [ref("theme/dark.json"), ref("theme/dark-high-contrast.json")],
    },
    "default": "light",
}
SETS = {
    "size": {"sources": [ref("foundation/size.json")]},
    "typography": {"sources": [ref("foundation/typography.json")]},
    "animation": {"sources": [ref("foundation/animation.json")]},
}
IN_ORDER = complete(
    ref("#/sets/size"), ref("#/sets/typography"), ref("#/sets/animation"), ref("#/modifiers/theme"),
    sets=SETS, modifiers={"theme": THEME},
)  # fmt: skip
INLINE = complete(
    {"type": "set", "name": "Size", "sources": [ref("foundation/size.json")]},
    {"type": "set", "name": "Typography", "sources": [ref("foundation/typography.json")]},
    {"type": "set", "name": "Animation", "sources": [ref("#/sets/Animation")]},
    {"type": "modifier", "name": "Theme", **THEME},
    sets={"Animation": {"sources": [ref("foundation/animation.json")]}},
)
ALL = {**FOUNDATION, **THEMES}
BASE = {"size": 1, "typography": 1, "animation": 1}

DEVICES = {
    "size/base.json": one(base=1),
    "device/mobile.json": one(device=1),
    "device/desktop.json": one(device=2),
    "typography/mobile.json": one(font=1),
    "typography/base.json": one(font=2),
}
SIZE = {
    "small": [ref("#/sets/baseSize"), ref("device/mobile.json"), ref("typography/mobile.json")],
    "large": [ref("#/sets/baseSize"), ref("device/desktop.json"), ref("typography/base.json")],
}
INLINED_SIZE = {name: [ref("size/base.json"), *sources[1:]] for name, sources in SIZE.items()}
DEBUG = complete(
    ref("#/modifiers/debug"), modifiers={"debug": {"contexts": {"false": [], "true": [ref("debug.json")]}}}
)
INPUTS = complete(
    {"type": "modifier", "name": "theme", "contexts": {"light": [one(theme=1)], "dark": [one(theme=2)]}},
    {"type": "modifier", "name": "size", "contexts": {"default": [one(size=1)], "large": [one(size=2)]}},
    {
        "type": "modifier",
        "name": "beta",
        "contexts": {"false": [], "true": [one(beta=1)]},
        "default": "false",
    },
)
BRAND = {
    "sets": {"foundation": {"sources": [ref("foundation.json")]},
             "components": {"sources": [ref("components/button.json")]}},
    "modifiers": {"theme": {"contexts": {"light": [ref("themes/light.json")], "dark": [ref("themes/dark.json")]}}},
}  # fmt: skip
BRAND_ORDER = (ref("#/sets/foundation"), ref("#/sets/components"), ref("#/modifiers/theme"))
BRAND_FILES = {
    "foundation.json": {"color": {"brand": one(primary=1)}},
    "components/button.json": {"button": {"background": {"$value": "{theme.accent}"}, **one(padding=8)}},
    "themes/light.json": {"theme": one(accent=2)},
    "themes/dark.json": {"theme": one(accent=3)},
}
BUNDLED = {
    "foundation/colors.json": one(text=1, brand=2),
    "foundation/size.json": one(gap=3),
    "theme/light.json": one(text=4),
    "theme/dark.json": one(text=5),
}


def bundle(source: Callable[[str], Any], **parts: Any) -> dict[str, Any]:
    return complete(
        ref("#/sets/foundation"), ref("#/modifiers/theme"),
        sets={"foundation": {"sources": [source("foundation/colors.json"), source("foundation/size.json")]}},
        modifiers={"theme": {"contexts": {
            "light": [source("foundation/colors.json"), source("theme/light.json")],
            "dark": [source("foundation/colors.json"), source("theme/dark.json")]}}},
        **parts,
    )  # fmt: skip


def both_modifiers(first: str, second: str) -> dict[str, Any]:
    return complete(
        ref(f"#/modifiers/{first}"), ref(f"#/modifiers/{second}"),
        modifiers={"theme": {"contexts": {"light": [one(button=1)], "dark": [one(button=2)]}},
                   "brand": {"contexts": {"brandA": [one(button=3)], "brandB": [one(button=4)]}}},
    )  # fmt: skip


DARK_B = {"theme": "dark", "brand": "brandB"}
READ: dict[str, tuple[Any, Files, dict[str, str], dict[str, float]]] = {
    "Resolver § 2.1 Orthogonality: brand after theme": (both_modifiers("theme", "brand"), {}, DARK_B, {"button": 4}),
    "Resolver § 2.1 Orthogonality: theme after brand": (both_modifiers("brand", "theme"), {}, DARK_B, {"button": 2}),
    "Resolver § 4.1.4 Sets": (
        complete(ref("#/sets/color"), ref("#/sets/size"), sets={
            "color": {"description": "Color tokens", "sources": [ref("base/legacy.json"), ref("base/semantic.json")]},
            "size": {"description": "Dimension, margin, and spacing tokens",
                     "sources": [{"space": {"base": one(**{"100": 2})}}]}}),
        {"base/legacy.json": one(text=1, old=1), "base/semantic.json": one(text=2)}, {},
        {"text": 2, "old": 1, "space.base.100": 2},
    ),
    "Resolver § 4.1.5.1 Contexts: a modifier referencing a set": (
        complete(ref("#/modifiers/size"), sets={"baseSize": {"sources": [ref("size/base.json")]}},
                 modifiers={"size": {"description": "Application size", "contexts": SIZE}}),
        DEVICES, {"size": "large"}, {"base": 1, "device": 2, "font": 2},
    ),
    "Resolver § 4.1.5.1 Contexts: equivalent": (
        complete(ref("#/modifiers/size"), modifiers={"size": {"contexts": INLINED_SIZE}}),
        DEVICES, {"size": "large"}, {"base": 1, "device": 2, "font": 2},
    ),
    "Resolver § 4.1.5.3 Default": (IN_ORDER, ALL, {}, {**BASE, "light": 1, "last": 4}),
    "Resolver § 4.1.6 Resolution order: light": (
        IN_ORDER, ALL, {"theme": "light"}, {**BASE, "light": 1, "last": 4}
    ),
    "Resolver § 4.1.6 Resolution order: lightHighContrast": (
        IN_ORDER, ALL, {"theme": "lightHighContrast"}, {**BASE, "light": 1, "contrast": 1, "last": 6}
    ),
    "Resolver § 4.1.6 Resolution order: dark": (IN_ORDER, ALL, {"theme": "dark"}, {**BASE, "dark": 1, "last": 5}),
    "Resolver § 4.1.6 Resolution order: darkHighContrast": (
        IN_ORDER, ALL, {"theme": "darkHighContrast"}, {**BASE, "dark": 1, "contrast": 1, "last": 6}
    ),
    "Resolver § 4.1.6 Resolution order: an empty context": (DEBUG, {}, {"debug": "false"}, {}),
    "Resolver § 4.1.6 Resolution order: beside an empty context": (
        DEBUG, {"debug.json": one(outline=1)}, {"debug": "true"}, {"outline": 1}
    ),
    "Resolver § 4.1.6.1 Inline sets and modifiers": (
        INLINE, ALL, {"theme": "dark"}, {**BASE, "dark": 1, "last": 5}
    ),
    "Resolver § 4.2 Reference objects: the same document": (
        complete(ref("#/sets/All"), sets={"MySet": {"sources": [one(a=1)]}, "All": {"sources": [ref("#/sets/MySet")]}}),
        {}, {}, {"a": 1},
    ),
    "Resolver § 4.2 Reference objects: a file": (
        complete(ref("#/sets/All"), sets={"All": {"sources": [ref("path/to/example.json")]}}),
        {"path/to/example.json": one(a=1)}, {}, {"a": 1},
    ),
    "Resolver § 4.2 Reference objects: part of a file": (
        complete(ref("#/sets/All"), sets={"All": {"sources": [ref("example.json#/sets/MySet")]}}),
        {"example.json": {"sets": {"MySet": one(a=1)}}}, {}, {"a": 1},
    ),
    "Resolver § 4.2.2 Extending": (
        complete(ref("#/sets/lizard"), sets={"lizard": {"sources": [{
            **one(color=3), "$ref": "#/$defs/animal", **one(size=5)}]}}, **{"$defs": {"animal": one(color=1, legs=4)}}),
        {}, {}, {"color": 3, "legs": 4, "size": 5},
    ),
    "Resolver § 4.2.2 Extending: objects are not merged": (
        complete(ref("#/sets/lizard"), sets={"lizard": {"sources": [ref("#/$defs/animal", color=one(back=1))]}},
                 **{"$defs": {"animal": {"color": one(back=2, belly=3), **one(legs=4)}}}),
        {}, {}, {"color.back": 1, "legs": 4},
    ),
    "Resolver § 4.3 $extensions": (
        complete(ref("#/sets/color"), sets={"color": {
            "sources": [one(a=1)], "$extensions": {"figma.com": {"sourceFile": "x", "updatedAt": "2025-11-01"}}}}),
        {}, {}, {"a": 1},
    ),
    "Resolver § 4.5 $defs": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [one(a=1)]}}, **{"$defs": {"unused": [1, None]}}),
        {}, {}, {"a": 1},
    ),
    "Resolver § 5 Inputs": (
        INPUTS, {}, {"theme": "light", "size": "large", "beta": "true"}, {"theme": 1, "size": 2, "beta": 1}
    ),
    "Resolver § 5 Inputs: a tool's": (INPUTS, {}, {"theme": "dark", "size": "default"}, {"theme": 2, "size": 1}),
    "Resolver § 5.1 Case sensitivity: Dark": (
        complete(ref("#/modifiers/theme"), modifiers={"theme": {"contexts": {"light": [], "dark": [one(a=1)]}}}),
        {}, {"Theme": "Dark"}, {"a": 1},
    ),
    "Resolver § 5.1 Case sensitivity: DARK": (
        complete(ref("#/modifiers/theme"), modifiers={"theme": {"contexts": {"light": [], "dark": [one(a=1)]}}}),
        {}, {"THEME": "DARK"}, {"a": 1},
    ),
    "Resolver § 6.2 Ordering: conflict resolution": (
        complete(ref("#/sets/foundation"), sets={"foundation": {"sources": [
            {"color": {"text": one(default=0)}}, {"color": {"text": one(default=0.1)}}]}}),
        {}, {}, {"color.text.default": 0.1},
    ),
    "Resolver § 6.3 Aliases: deep, and only after the ordering": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [
            {"a": {"$value": "{b}"}, "b": {"$value": "{c}"}, **one(c=1)}, one(c=2)]}}),
        {}, {}, {"a": 2, "b": 2, "c": 2},
    ),
    "Resolver § 6.4 Resolution: theme": (
        complete(*BRAND_ORDER, **BRAND), BRAND_FILES, {"theme": "dark"},
        {"color.brand.primary": 1, "button.background": 3, "button.padding": 8, "theme.accent": 3},
    ),
    "Resolver § 6.4 Resolution: a theme that is not chosen is not read": (
        complete(*BRAND_ORDER, **BRAND), {**BRAND_FILES, "themes/light.json": "{"}, {"theme": "dark"},
        {"color.brand.primary": 1, "button.background": 3, "button.padding": 8, "theme.accent": 3},
    ),
    "Resolver § 7.1 Inlining files: before": (bundle(ref), BUNDLED, {"theme": "dark"}, {"text": 5, "brand": 2, "gap": 3}),
    "Resolver § 7.1 Inlining files: after": (
        bundle(BUNDLED.__getitem__), {}, {"theme": "dark"}, {"text": 5, "brand": 2, "gap": 3}
    ),
    "Resolver § 7.2 Using $defs for files": (
        bundle(lambda file: ref("#/$defs/" + file.replace("/", "~1")), **{"$defs": BUNDLED}),
        {}, {"theme": "dark"}, {"text": 5, "brand": 2, "gap": 3},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "files", "inputs", "expected"), READ.values(), ids=list(READ))
def test_the_examples_of_the_text_are_resolved(
    document: Any,
    files: Files,
    inputs: dict[str, str],
    expected: dict[str, float],
    system: Callable[[Any, Files], TokenSystem],
) -> None:
    found = system(document, files).resolve(**inputs)
    assert {path: token.value for path, token in found.items()} == expected


@pytest.mark.parametrize(
    ("sizes", "count"),
    [((2, 2), 4), ((4, 3, 2), 24)],
    ids=["Resolver § 4.1.5.4 Resolution count: 2 × 2", "Resolver § 4.1.5.4 Resolution count: 4 × 3 × 2"],
)
def test_resolution_count(
    sizes: tuple[int, ...], count: int, system: Callable[[Any, Files], TokenSystem]
) -> None:
    order = [
        {"type": "modifier", "name": f"m{index}", "contexts": {str(context): [] for context in range(size)}}
        for index, size in enumerate(sizes)
    ]
    assert math.prod(map(len, system(complete(*order), {}).contexts.values())) == count


def test_resolver_8_conformance_token_properties_are_preserved(
    system: Callable[[Any, Files], TokenSystem],
) -> None:
    said = {
        "$description": "余白",
        "$deprecated": "使わない",
        "$extensions": {"org.example": {"a": [1, None]}},
    }
    document = complete(ref("#/sets/a"), sets={"a": {"sources": [{"gap": {**one(n=1)["n"], **said}}]}})
    found = system(document, {}).resolve()["gap"]
    assert [found.description, found.deprecated, found.extensions] == list(said.values())


NO_THEME = "# 'theme' has no default; choose one of light, dark."
NO_SIZE = "# 'size' has no default; choose one of default, large."
MAPS = {"sets": SETS, "modifiers": {"theme": THEME}}
NO_POINTER = "'{}' is no JSON Pointer; write '#/sets/name'."
CYCLE = "this reference leads back to itself ({}); give one of them a value."
REFUSED: dict[str, tuple[Any, Files, dict[str, Any], list[str]]] = {
    "Resolver § 4.1.2 Version: 2025-11-01, as printed once": (
        {**complete(), "version": "2025-11-01"}, {}, {}, ['#/version write "version": "2025.10".']
    ),
    "Resolver § 4.1.4 Sets: as printed": (
        {"$schema": "x", "sets": SETS}, {}, {},
        ['#/version write "version": "2025.10".', "#/resolutionOrder 'resolutionOrder' must be an array."],
    ),
    "Resolver § 4.1.5.1 Contexts: as printed, with an ellipsis": (
        '{"sets": {"baseSize": {\n  // …\n}}}', {}, {},
        ["# this is not JSON (column 3: Expecting property name enclosed in double quotes)."],
    ),
    "Resolver § 4.1.5.1 Contexts: none": (
        complete(ref("#/modifiers/m"), modifiers={"m": {"contexts": {}}}), {}, {},
        ["#/modifiers/m the modifier 'm' needs at least two contexts."],
    ),
    "Resolver § 4.1.5.1 Contexts: one": (
        complete(ref("#/modifiers/m"), modifiers={"m": {"contexts": {"a": []}}}), {}, {},
        ["#/modifiers/m the modifier 'm' needs at least two contexts."],
    ),
    "Resolver § 4.1.5.1 Contexts: another context of the same modifier": (
        complete(ref("#/modifiers/m"), modifiers={"m": {"contexts": {
            "a": [], "b": [ref("#/modifiers/m/contexts/a")]}, "default": "b"}}), {}, {},
        ["#/modifiers/m/contexts/b/0/$ref '#/modifiers/m/contexts/a' cannot be referred to from here."],
    ),
    "Resolver § 4.1.5.3 Default: not a context": (
        complete(ref("#/modifiers/theme"), modifiers={"theme": {**THEME, "default": "ligth"}}), {}, {},
        ["#/modifiers/theme/default 'ligth' is not one of the contexts. Did you mean 'light'?"],
    ),
    "Resolver § 4.1.6.1 Inline sets and modifiers: as printed, without its set": (
        {**INLINE, "sets": {}}, ALL, {},
        ["#/resolutionOrder/2/sources/0/$ref there is no 'Animation' in this document."],
    ),
    "Resolver § 4.1.6.1 Inline sets and modifiers: without name or type": (
        complete({"type": "set", "sources": []}, {"name": "a", "sources": []}), {}, {},
        [f"#/resolutionOrder/{index} write a $ref, or an object with name and type (set or modifier)."
         for index in (0, 1)],
    ),
    "Resolver § 4.1.6.1 Inline sets and modifiers: a name twice": (
        complete({"type": "set", "name": "a", "sources": []}, {"type": "set", "name": "a", "sources": []}), {}, {},
        ["#/resolutionOrder/1 'a' stands in the order twice."],
    ),
    "Resolver § 4.1.6.1 Inline sets and modifiers: invalid reference from the order": (
        complete(ref("#/sets/size"), ref("#/resolutionOrder/0"), **MAPS), ALL, {},
        ["#/resolutionOrder/1/$ref '#/resolutionOrder/0' cannot be referred to from here."],
    ),
    "Resolver § 4.1.6.1 Inline sets and modifiers: invalid reference from a set": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [ref("#/resolutionOrder/4")]}}), {}, {},
        ["#/sets/a/sources/0/$ref '#/resolutionOrder/4' cannot be referred to from here."],
    ),
    "Resolver § 4.2 Reference objects: as printed, a fragment without a slash": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [ref("example.json#sets/MySet")]}}),
        {"example.json": {"sets": {"MySet": one(a=1)}}}, {},
        ["#/sets/a/sources/0/$ref " + NO_POINTER.format("#sets/MySet")],
    ),
    "Resolver § 4.2 Reference objects: a remote file": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [ref("https://my-server.com/tokens.json")]}}), {}, {},
        ["#/sets/a/sources/0/$ref 'https://my-server.com/tokens.json' is an address; copy the file here, "
         "nothing is fetched."],
    ),
    "Resolver § 4.2 Reference objects: invalid, one another": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [
            {"foo": {"bar": ref("#/baz/bat")}, "baz": {"bat": ref("#/foo/bar")}}]}}), {}, {},
        ["#/sets/a/sources/0/foo/bar " + CYCLE.format("foo.bar → baz.bat → foo.bar"),
         "#/sets/a/sources/0/baz/bat " + CYCLE.format("baz.bat → foo.bar → baz.bat")],
    ),
    "Resolver § 4.2 Reference objects: invalid, its own parent": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [{"foo": {"bar": {"baz": ref("#/foo/bar")}}}]}}), {}, {},
        ["#/sets/a/sources/0/foo/bar/baz/$ref "
         "this group extends itself (foo.bar.baz → foo.bar); take one $extends away."],
    ),
    "Resolver § 4.2.1 Invalid pointers: a modifier from a set": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [ref("#/modifiers/theme")]}}, modifiers={"theme": THEME}), {}, {},
        ["#/sets/a/sources/0/$ref '#/modifiers/theme' cannot be referred to from here."],
    ),
    "Resolver § 5.2 Enforcing strings: true": (
        INPUTS, {}, {"beta": True}, ["# the context of 'beta' must be a string, not True.", NO_THEME, NO_SIZE]
    ),
    "Resolver § 5.2 Enforcing strings: a number": (
        INPUTS, {}, {"size": 100}, ["# the context of 'size' must be a string, not 100.", NO_THEME]
    ),
    "Resolver § 6.1 Input validation: an unknown modifier": (
        INPUTS, {}, {"foo": "bar"}, ["# there is no modifier 'foo'; this resolver has theme, size, beta.", NO_THEME, NO_SIZE]
    ),
    "Resolver § 6.1 Input validation: an unknown context": (
        INPUTS, {}, {"theme": "blue"}, ["# there is no theme 'blue'; it is one of light, dark.", NO_SIZE]
    ),
    "Resolver § 6.1 Input validation: missing, without a default": (
        INPUTS, {}, {"theme": "light"}, [NO_SIZE]
    ),
    "Resolver § 6.3 Aliases: circular through two sources": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [
            {"a": {"$value": "{b}"}, **one(b=1)}, {"b": {"$value": "{a}"}}]}}), {}, {},
        ["#/sets/a/sources/0/a " + CYCLE.format("a → b → a"), "#/sets/a/sources/1/b " + CYCLE.format("b → a → b")],
    ),
    "Resolver § 6.3 Aliases: another $type in a later source": (
        complete(ref("#/sets/a"), sets={"a": {"sources": [
            {"a": {"$type": "number", "$value": "{b}"}, **one(b=1)},
            {"b": {"$type": "fontFamily", "$value": "Meiryo"}}]}}), {}, {},
        ["#/sets/a/sources/0/a/$value a number is wanted here, but 'b' is a fontFamily."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "files", "inputs", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_the_examples_that_break_the_rules_say_what_breaks_them(
    document: Any, files: Files, inputs: dict[str, Any], expected: list[str], sentences: Sentences
) -> None:
    assert sentences({RESOLVER: document, **files}, **inputs) == expected


def test_resolver_3_2_file_extension_another_name_is_read_as_well(folder: Folder) -> None:
    document = complete({"type": "set", "name": "a", "sources": [one(a=1)]})
    assert set(load(folder({"order.json": document}) / "order.json").resolve()) == {"a"}


@pytest.mark.parametrize(
    "text", ['{\n"version": "2025.10",\n}', "{version: '2025.10'}"], ids=["JSONC", "JSON5"]
)
def test_resolver_3_1_format_is_plain_json(text: str, folder: Folder) -> None:
    with pytest.raises(TokenError, match="this is not JSON"):
        load(folder({RESOLVER: text}) / RESOLVER)
