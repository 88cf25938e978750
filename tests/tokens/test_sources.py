"""The resolver document (Resolver Module 2025.10: § Sets, § Modifiers, § Resolution order, § Reference objects)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import TokenSystem


def one(value: float) -> dict[str, Any]:
    return {"n": {"$type": "number", "$value": value}}


def resolver(*order: Any, **parts: Any) -> dict[str, Any]:
    return {"version": "2025.10", **parts, "resolutionOrder": list(order)}


def ref(text: str, **beside: Any) -> dict[str, Any]:
    return {"$ref": text, **beside}


SET = ref("#/sets/s")
TWO_CONTEXTS = {"off": [], "on": [one(2)]}

RIGHT = {
    "§ Sets: inline tokens": (resolver(SET, sets={"s": {"sources": [one(1)]}}), {}, 1),
    "§ Sets: later sources win": (resolver(SET, sets={"s": {"sources": [one(1), one(2)]}}), {}, 2),
    "§ Sets: a file and inline tokens": (resolver(SET, sets={"s": {"sources": [ref("a.tokens.json"), one(2)]}}), {}, 2),
    "§ Reference objects: part of a file": (resolver(SET, sets={"s": {"sources": [ref("b.json#/in/side")]}}), {}, 5),
    "§ Reference objects: another set": (
        resolver(SET, sets={"s": {"sources": [ref("#/sets/t")]}, "t": {"sources": [one(3)]}}), {}, 3
    ),
    "§ Reference objects: $defs": (
        resolver(SET, sets={"s": {"sources": [ref("#/$defs/x")]}}, **{"$defs": {"x": one(4)}}), {}, 4
    ),
    "§ Reference objects: keys beside override": (
        resolver(SET, sets={"s": {"sources": [ref("a.tokens.json", **one(6))]}}), {}, 6
    ),
    "§ Contexts: chosen": (
        resolver(SET, ref("#/modifiers/m"), sets={"s": {"sources": [one(1)]}}, modifiers={"m": {"contexts": TWO_CONTEXTS}}),
        {"m": "on"}, 2,
    ),
    "§ Contexts: an empty array": (
        resolver(SET, ref("#/modifiers/m"), sets={"s": {"sources": [one(1)]}}, modifiers={"m": {"contexts": TWO_CONTEXTS}}),
        {"m": "off"}, 1,
    ),
    "§ Contexts: a set in a context": (
        resolver(ref("#/modifiers/m"), sets={"s": {"sources": [one(8)]}},
                 modifiers={"m": {"default": "a", "contexts": {"a": [SET], "b": []}}}), {}, 8,
    ),
    "§ Default": (
        resolver(ref("#/modifiers/m"), modifiers={"m": {"default": "on", "contexts": TWO_CONTEXTS}}), {}, 2
    ),
    "§ Resolution order: the set comes last": (
        resolver(ref("#/modifiers/m"), SET, sets={"s": {"sources": [one(1)]}},
                 modifiers={"m": {"default": "on", "contexts": TWO_CONTEXTS}}), {}, 1,
    ),
    "§ Inline sets and modifiers": (
        resolver({"type": "set", "name": "s", "sources": [one(1)]},
                 {"type": "modifier", "name": "m", "default": "on", "contexts": TWO_CONTEXTS}), {}, 2,
    ),
    "§ Inputs: case-insensitive": (
        resolver(ref("#/modifiers/Mode"), modifiers={"Mode": {"contexts": {"Off": [one(1)], "On": [one(2)]}}}),
        {"mode": "on"}, 2,
    ),
    "§ Resolution order: a set and a modifier of one name": (
        resolver(SET, ref("#/modifiers/s"), sets={"s": {"sources": [one(1)]}},
                 modifiers={"s": {"default": "on", "contexts": TWO_CONTEXTS}}), {}, 2,
    ),
    "§ Aliasing: resolved after merging": (
        resolver(SET, sets={"s": {"sources": [{"n": {"$value": "{later}"}}, {"later": one(7)["n"]}]}}), {}, 7
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "inputs", "value"), RIGHT.values(), ids=list(RIGHT))
def test_the_resolver_module_s_rules(
    document: Any, inputs: dict[str, str], value: float, system: Callable[..., TokenSystem]
) -> None:
    files = {"my.resolver.json": document, "b.json": {"in": {"side": one(5)}}}
    assert system(one(1), files).resolve(**inputs)["n"].value == value


def modifier(**parts: Any) -> dict[str, Any]:
    return resolver(ref("#/modifiers/m"), modifiers={"m": parts})


WRONG = {
    "version": ({"version": "2025-10-01", "resolutionOrder": []}, "#/version", 'write "version": "2025.10".'),
    "no-order": ({"version": "2025.10"}, "#/resolutionOrder", "'resolutionOrder' must be an array."),
    "sets-array": (resolver(sets=[]), "#/sets", "'sets' must be an object."),
    "unknown-key": (resolver(modifer={}), "#/modifer", "a resolver document has no 'modifer'. Did you mean 'modifiers'?"),
    "order-elsewhere": (
        resolver(ref("#/$defs/x")), "#/resolutionOrder/0/$ref", "the order takes '#/sets/…' and '#/modifiers/…'."
    ),
    "order-unknown-set": (
        resolver(ref("#/sets/colour"), sets={"color": {"sources": []}}), "#/resolutionOrder/0/$ref",
        "there is no 'colour' in this document. Did you mean 'color'?",
    ),
    "order-nameless": (
        resolver({"type": "set", "sources": []}), "#/resolutionOrder/0",
        "write a $ref, or an object with name and type (set or modifier).",
    ),
    "order-twice": (
        resolver(SET, SET, sets={"s": {"sources": []}}), "#/resolutionOrder/1", "'s' stands in the order twice."
    ),
    "order-inline-twice": (
        resolver(SET, {"type": "modifier", "name": "s", "contexts": TWO_CONTEXTS}, sets={"s": {"sources": []}}),
        "#/resolutionOrder/1", "'s' stands in the order twice.",
    ),
    "set-without-sources": (
        resolver(SET, sets={"s": {"source": []}}), "#/sets/s/source",
        "a set has no 'source'. Did you mean 'sources'?",
    ),
    "no-contexts": (modifier(contexts={}), "#/modifiers/m", "the modifier 'm' needs at least two contexts."),
    "one-context": (modifier(contexts={"a": []}), "#/modifiers/m", "the modifier 'm' needs at least two contexts."),
    "context-object": (
        modifier(contexts={"a": {}, "b": []}), "#/modifiers/m/contexts/a", "a context is an array of sources."
    ),
    "default-unknown": (
        modifier(default="lihgt", contexts={"light": [], "dark": []}), "#/modifiers/m/default",
        "'lihgt' is not one of the contexts. Did you mean 'light'?",
    ),
    "to-a-modifier": (
        modifier(default="a", contexts={"a": [ref("#/modifiers/m")], "b": []}), "#/modifiers/m/contexts/a/0/$ref",
        "'#/modifiers/m' cannot be referred to from here.",
    ),
    "to-the-order": (
        resolver(SET, sets={"s": {"sources": [ref("#/resolutionOrder/0")]}}), "#/sets/s/sources/0/$ref",
        "'#/resolutionOrder/0' cannot be referred to from here.",
    ),
    "circle": (
        resolver(SET, sets={"s": {"sources": [ref("#/sets/t")]}, "t": {"sources": [ref("#/sets/s")]}}),
        "#/sets/s/sources",
        "this set leads back to itself (sets/s/sources → sets/t/sources → sets/s/sources).",
    ),
    "missing-file": (
        resolver(SET, sets={"s": {"sources": [ref("a.token.json")]}}), "#/sets/s/sources/0/$ref",
        "there is no file 'a.token.json' beside this document. Did you mean 'a.tokens.json'?",
    ),
    "missing-part": (
        resolver(SET, sets={"s": {"sources": [ref("a.tokens.json#/m")]}}), "#/sets/s/sources/0/$ref",
        "'a.tokens.json' has no '/m'.",
    ),
    "address": (
        resolver(SET, sets={"s": {"sources": [ref("https://example.jp/a.json")]}}), "#/sets/s/sources/0/$ref",
        "'https://example.jp/a.json' is an address; copy the file here, nothing is fetched.",
    ),
    "source-text": (
        resolver(SET, sets={"s": {"sources": ["a.tokens.json"]}}), "#/sets/s/sources/0",
        "a source is an object: tokens, or a $ref.",
    ),
    "source-number": (
        resolver(SET, sets={"s": {"sources": [ref("#/version")]}}), "#/sets/s/sources/0/$ref",
        "this leads to something that is no group of tokens.",
    ),
    "pointer": (
        resolver(SET, sets={"s": {"sources": [ref("#sets")]}}), "#/sets/s/sources/0/$ref",
        "'#sets' is no JSON Pointer; write '#/sets/name'.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "pointer", "sentence"), WRONG.values(), ids=list(WRONG))
def test_what_breaks_the_rules_is_refused(
    document: Any, pointer: str, sentence: str, fault: Callable[..., str]
) -> None:
    found = fault(one(1), {"my.resolver.json": document})
    assert found.startswith("my.resolver.json:")
    assert found.partition(" ")[2] == f"({pointer}): {sentence}"


def test_a_fault_in_a_file_names_that_file_and_its_part(fault: Callable[..., str]) -> None:
    document = resolver(SET, sets={"s": {"sources": [ref("b.json#/in/side")]}})
    text = '{"in": {"side":\n {"n": {"$type": "number", "$value": "1"}}}}'
    assert fault({}, {"my.resolver.json": document, "b.json": text}).startswith(
        "b.json:2 (#/in/side/n/$value): "
    )


def test_a_fault_in_inline_tokens_names_the_resolver(fault: Callable[..., str]) -> None:
    document = resolver(SET, sets={"s": {"sources": [{"n": {"$type": "number", "$value": "1"}}]}})
    assert (
        fault({}, {"my.resolver.json": document})
        .partition(" ")[2]
        .startswith("(#/sets/s/sources/0/n/$value): ")
    )
