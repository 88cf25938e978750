"""Nothing that breaks the format is passed over: all faults of a file, and of all its schemes, come in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import TokenError, build, load

from .conftest import RESOLVER, Folder, Sentences, in_a_set, number, pointers, ref, resolver, token

SCHEME = {
    "contexts": {"light": [ref("light.json")], "dark": [ref("dark.json")]},
    "default": "light",
}


def test_faults_of_every_scheme_are_told_in_one_run(folder: Folder) -> None:
    """``resolutions()`` stops at the first scheme that has a fault; the next is told only when that is mended."""
    files = {
        RESOLVER: resolver(ref("#/modifiers/scheme"), modifiers={"scheme": SCHEME}),
        "light.json": {"a": number("x")},
        "dark.json": {"a": number("y")},
    }
    with pytest.raises(TokenError) as caught:
        build(load(folder(files) / RESOLVER), "css")
    assert [Path(fault.place.file).name for fault in caught.value.faults if fault.place] == [
        "light.json",
        "dark.json",
    ]


PASSED_OVER: dict[str, tuple[Any, list[str]]] = {
    # Format § 6.4: groups only (J: a token has no other properties).
    "$extends on a token": ({"g": {"x": number(1)}, "a": {**number(1), "$extends": "{g}"}}, ["#/a/$extends"]),
    # The $ref, which is the same as $extends (§ 6.4.1), is dropped.
    "$extends beside $ref": (
        {"g": {"x": number(1)}, "h": {"y": number(1)}, "b": {"$extends": "{g}", "$ref": "#/h"}}, ["#/b/$ref"]
    ),
    # § 6.2: $root is a token.
    "$root that is a group": ({"a": {"$root": {"x": number(1)}}}, ["#/a/$root"]),
    "keys beside a $ref in a value": ({"n": number(1), "a": number(ref("#/n", unit="px"))}, ["#/a/$value/unit"]),
    # Only the first pointer of a value is told, and nothing else in it: plain() raises at once.
    "two pointers in one colour": (
        {"a": token("color", {"colorSpace": "srgb", "components": [ref("#/x"), ref("#/y"), 0]})},
        ["#/a/$value/components/0", "#/a/$value/components/1"],
    ),
    "two pointers in one dimension": (
        {"a": token("dimension", {"value": ref("#/x"), "unit": ref("#/y")})}, ["#/a/$value/value", "#/a/$value/unit"]
    ),
    "a pointer and other wrong parts": (
        {"a": token("color", {"colorSpace": "srgb", "components": [ref("#/x"), 7, 0], "hex": "blue"})},
        ["#/a/$value/components/0", "#/a/$value/components/1", "#/a/$value/hex"],
    ),
    "each number of a curve": ({"a": token("cubicBezier", [2, 0, -1, "x"])}, [
        "#/a/$value/0", "#/a/$value/2", "#/a/$value/3"]),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "expected"), PASSED_OVER.values(), ids=list(PASSED_OVER))
def test_every_fault_of_a_file_is_told(tokens: Any, expected: list[str], sentences: Sentences) -> None:
    assert sorted(pointers(sentences({"a.tokens.json": tokens}))) == sorted(expected)


CONTEXTS = {"contexts": {"a": [], "b": []}, "default": "a"}
RESOLVERS_PASSED_OVER: dict[str, tuple[Any, list[str]]] = {
    # The format's JSON Schema allows no other keys; "defualt" is never seen, nor what was meant by it.
    "an unknown key of a set": (resolver(ref("#/sets/s"), sets={"s": {"sources": [], "sorces": []}}), ["#/sets/s/sorces"]),
    "an unknown key of a modifier": (
        resolver(ref("#/modifiers/m"), modifiers={"m": {**CONTEXTS, "defualt": "b"}}), ["#/modifiers/m/defualt"]
    ),
    "an unknown key of an inline set": (
        resolver({"type": "set", "name": "s", "sources": [], "default": "x"}), ["#/resolutionOrder/0/default"]
    ),
    "what is said of the document": (
        {**in_a_set(), "name": 3, "description": [], "$schema": {}}, ["#/name", "#/description", "#/$schema"]
    ),
    "what is said of a set": (
        resolver(ref("#/sets/s"), sets={"s": {"sources": [], "description": 3, "$extensions": []}}),
        ["#/sets/s/description", "#/sets/s/$extensions"],
    ),
    # Resolver § 4.1.4, § 4.1.5: whether they stand in the order or not.
    "a set and a modifier that the order does not use": (
        resolver(sets={"s": {"source": []}}, modifiers={"m": {"contexts": {}}}), ["#/sets/s/source", "#/modifiers/m"]
    ),
    "several faults of one modifier": (
        resolver(ref("#/modifiers/m"), modifiers={"m": {"contexts": {"a": 3, "b": 4}, "default": "c"}}),
        ["#/modifiers/m/contexts/a", "#/modifiers/m/contexts/b", "#/modifiers/m/default"],
    ),
    "a name three times": (
        resolver(*[{"type": "set", "name": "s", "sources": []}] * 3), ["#/resolutionOrder/1", "#/resolutionOrder/2"]
    ),
    "a name twice beside another fault": (
        resolver(*[{"type": "set", "name": "s", "sources": []}] * 2, 1), ["#/resolutionOrder/1", "#/resolutionOrder/2"]
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("document", "expected"), RESOLVERS_PASSED_OVER.values(), ids=list(RESOLVERS_PASSED_OVER)
)
def test_every_fault_of_a_resolver_document_is_told(
    document: Any, expected: list[str], sentences: Sentences
) -> None:
    assert sorted(pointers(sentences({RESOLVER: document}))) == sorted(expected)


def test_resolver_5_inputs_every_wrong_input_is_told(sentences: Sentences) -> None:
    """The text's example asks for three errors: an invalid context, a missing modifier, an unknown one."""
    order = [
        {"type": "modifier", "name": name, "contexts": {"light": [], "dark": []}}
        for name in ("theme", "size")
    ]
    assert len(sentences({RESOLVER: resolver(*order)}, theme="blue", foo="bar")) == 3


def test_resolver_5_inputs_as_printed_names_the_misspelt_contexts(sentences: Sentences) -> None:
    """The text's own example (§ 5, § 6.4) writes ``context``; "needs at least two contexts" does not say so."""
    document = resolver({"type": "modifier", "name": "size", "context": {"default": [], "large": []}})
    (told,) = sentences({RESOLVER: document})
    assert told.startswith("#/resolutionOrder/0/context ") and told.endswith("Did you mean 'contexts'?")


OVERRIDES: dict[str, tuple[Any, dict[str, float]]] = {
    # Resolver § 4.2.2: keys beside $ref "MUST be treated as overrides"; both are dropped without a word.
    "the sources of a set in the order": (
        resolver(ref("#/sets/s", sources=[{"n": number(2)}]), sets={"s": {"sources": [{"n": number(1)}]}}), {"n": 2}
    ),
    "the default of a modifier in the order": (
        resolver(ref("#/modifiers/m", default="b"), modifiers={
            "m": {"contexts": {"a": [{"n": number(1)}], "b": [{"n": number(2)}]}, "default": "a"}}), {"n": 2}
    ),
    # § 4.2: "Tools MUST resolve all reference objects in a resolver document", and pointers may point anywhere.
    "a set that is a reference": (
        resolver(ref("#/sets/s"), sets={"s": ref("#/sets/t"), "t": {"sources": [{"n": number(2)}]}}), {"n": 2}
    ),
    "a modifier that is a reference": (
        resolver(ref("#/modifiers/m"), modifiers={"m": ref("#/$defs/m")}, **{"$defs": {
            "m": {"contexts": {"a": [{"n": number(2)}], "b": []}, "default": "a"}}}), {"n": 2}
    ),
    "a reference to a reference": (
        in_a_set(ref("#/$defs/a"), **{"$defs": {"a": ref("#/$defs/b"), "b": {"n": number(2)}}}), {"n": 2}
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "expected"), OVERRIDES.values(), ids=list(OVERRIDES))
def test_every_reference_object_is_resolved(
    document: Any, expected: dict[str, float], folder: Folder
) -> None:
    found = load(folder({RESOLVER: document}) / RESOLVER).resolve()
    assert {path: one.value for path, one in found.items()} == expected
