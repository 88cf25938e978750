"""Whatever a token file or resolver document holds, reading it gives tokens or sentences, never a traceback.

A valid file with every type and every kind of reference is changed at random places: parts are taken out, moved,
named otherwise, or replaced by any JSON and by what stands elsewhere in the file.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designsys.tokens import TokenError, load

Files = dict[str, Any]
Steps = tuple[str | int, ...]

BLUE = {"colorSpace": "srgb", "components": [0, 0.4, 0.8]}
PX = {"value": 1, "unit": "px"}
MS = {"value": 100, "unit": "ms"}


def token(kind: str, value: Any) -> dict[str, Any]:
    return {"$type": kind, "$value": value}


def shadow(color: Any) -> dict[str, Any]:
    return {"color": color, "offsetX": PX, "offsetY": PX, "blur": PX, "spread": PX}


TOKENS: dict[str, Any] = {
    "$description": "全部の型",
    "$extensions": {"org.example": {"a": [1]}},
    "color": {
        "$type": "color",
        "$root": {"$value": {"colorSpace": "oklch", "components": [0.5, "none", 30], "alpha": 0.5, "hex": "#aabbcc"}},
        "blue": {"$value": BLUE},
        "alias": {"$value": "{color.blue}", "$deprecated": "blue を使う"},
        "pointer": {"$ref": "#/color/blue"},
        "mixed": {"$value": {"colorSpace": "srgb", "components": [{"$ref": "#/color/blue/$value/components/1"}, 0, 0]}},
    },
    "gap": token("dimension", PX),
    "family": token("fontFamily", ["Meiryo", "{serif}"]),
    "serif": token("fontFamily", "serif"),
    "weight": token("fontWeight", "bold"),
    "quick": token("duration", MS),
    "ease": token("cubicBezier", [0.5, 0, 1, 1]),
    "ratio": token("number", 1.5),
    "dashes": token("strokeStyle", {"dashArray": ["{gap}", PX], "lineCap": "round"}),
    "line": token("border", {"color": "{color.blue}", "width": "{gap}", "style": "{dashes}"}),
    "fade": token("transition", {"duration": "{quick}", "delay": MS, "timingFunction": "{ease}"}),
    "layers": token("shadow", [{**shadow("{color.alias}"), "inset": True}, "{layer}"]),
    "layer": token("shadow", shadow({"$ref": "#/color/$root"})),
    "blend": token("gradient", [{"color": "{color.blue}", "position": "{ratio}"}, "{stop}"]),
    "stop": token("gradient", [{"color": BLUE, "position": 1}]),
    "text": token(
        "typography",
        {"fontFamily": "{family}", "fontSize": "{gap}", "fontWeight": "{weight}", "letterSpacing": PX, "lineHeight": 1},
    ),
    "link": {"$extends": "{color}", "blue": {"$value": "{color.$root}"}, "nested": {"$ref": "#/color"}},
}  # fmt: skip


def ref(target: str) -> dict[str, str]:
    return {"$ref": target}


DOCUMENT: dict[str, Any] = {
    "version": "2025.10",
    "resolutionOrder": [ref("#/sets/t"), ref("#/modifiers/m"), {"type": "set", "name": "in", "sources": []}],
    "sets": {
        "s": {"sources": [ref("a.json"), ref("#/$defs/z"), {"i": token("number", 1)}], "$extensions": {"a": 1}},
        "t": {"sources": [ref("#/sets/s")]},
    },
    "modifiers": {
        "m": {"contexts": {"a": [ref("#/sets/s")], "b": [{"q": token("number", 2)}]}, "default": "a",
              "$extensions": {"jp.designsys": {"x": 1}}},
    },
    "$defs": {"z": {"zz": token("number", 1)}},
}  # fmt: skip

NAMES = [
    "$value", "$type", "$ref", "$extends", "$root", "$extensions", "$deprecated", "$description", "$schema",
    "color", "blue", "components", "unit", "position", "dashArray", "", "a.b", "{",
    "sources", "contexts", "default", "name", "type",
]  # fmt: skip
TEXTS = [
    "{color.blue}", "{color}", "{link.blue}", "{layers}", "{blend}", "{", "}", "{}", "{.}", "#", "#/", "#/color",
    "#/color/blue/$value/components/0", "#/layers/$value/0/color", "#/link", "#/~", "#/%ff", "number", "color",
    "shadow", "none", "\ud800",
]  # fmt: skip
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(TEXTS) | st.text(max_size=4)
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=8,
)


def places(value: Any, above: Steps = ()) -> Iterator[Steps]:
    """The way to every part of a JSON value."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield (*above, key)
        yield from places(part, (*above, key))


def part_of(value: Any, steps: Steps) -> Any:
    for step in steps:
        value = value[step]
    return value


@st.composite
def mutated(draw: st.DrawFn, valid: Any) -> Any:
    """A copy of a valid file with one to four random changes."""
    data = copy.deepcopy(valid)
    for _ in range(draw(st.integers(1, 4))):
        found = list(places(data))
        if not found:
            break
        *above, key = draw(st.sampled_from(found))
        holder = part_of(data, tuple(above))
        change = draw(st.sampled_from(["delete", "replace", "copy", "rename"]))
        if change == "delete":
            del holder[key]
        elif change == "replace":
            holder[key] = draw(JSON)
        elif change == "copy":
            holder[key] = copy.deepcopy(part_of(data, draw(st.sampled_from(found))))
        elif isinstance(holder, dict):
            holder[draw(st.sampled_from(NAMES) | st.text(max_size=3))] = holder.pop(key)
        else:
            holder.insert(0, holder.pop(key))
    return data


def read(path: Path) -> None:
    """Resolve a file; a fault must be a sentence with a place."""
    try:
        load(path).resolve()
    except TokenError as error:
        for fault in error.faults:
            assert str(path.parent) in fault.en and str(path.parent) in fault.ja


def test_the_files_are_valid_before_they_are_changed(folder: Callable[[Files], Path]) -> None:
    place = folder({"a.tokens.json": TOKENS, "a.resolver.json": DOCUMENT, "a.json": TOKENS})
    assert load(place / "a.tokens.json").resolve()
    assert load(place / "a.resolver.json").resolve()


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=mutated(TOKENS))
def test_a_changed_token_file_is_read_or_refused(data: Any, folder: Callable[[Files], Path]) -> None:
    read(folder({"a.tokens.json": data}) / "a.tokens.json")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=mutated(DOCUMENT))
def test_a_changed_resolver_document_is_read_or_refused(data: Any, folder: Callable[[Files], Path]) -> None:
    read(folder({"a.resolver.json": data, "a.json": TOKENS}) / "a.resolver.json")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_cut_or_spoilt_text_is_read_or_refused(
    folder: Callable[[Files], Path], data: st.DataObject
) -> None:
    text = json.dumps(TOKENS, indent=1, ensure_ascii=False)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    spoilt = (
        text[:start] + data.draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=3)) + text[end:]
    )
    read(folder({"a.tokens.json": spoilt}) / "a.tokens.json")


@pytest.mark.parametrize("name", ["a.tokens.json", "a.resolver.json"])
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=JSON)
def test_any_json_at_all_is_read_or_refused(name: str, data: Any, folder: Callable[[Files], Path]) -> None:
    read(folder({name: json.dumps(data)}) / name)
