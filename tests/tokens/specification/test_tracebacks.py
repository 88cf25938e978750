"""Values that no reader expects are refused in a sentence, with whatever is built from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import TokenError, build, load

Files = dict[str, Any]
Folder = Callable[[Files], Path]
Sentences = Callable[..., list[str]]
RESOLVER = "a.resolver.json"
PX = {"value": 1, "unit": "px"}
BLUE = {"colorSpace": "srgb", "components": [0, 0.4, 0.8]}


def token(kind: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"$type": kind, "$value": value, **more}


def number(value: Any) -> dict[str, Any]:
    return token("number", value)


def ref(target: str, **beside: Any) -> dict[str, Any]:
    return {"$ref": target, **beside}


def resolver(*order: Any, **parts: Any) -> dict[str, Any]:
    return {"version": "2025.10", **parts, "resolutionOrder": list(order)}


def in_a_set(*sources: Any, **parts: Any) -> dict[str, Any]:
    return resolver({"type": "set", "name": "s", "sources": list(sources)}, **parts)


def pointers(told: list[str]) -> list[str]:
    return [sentence.partition(" ")[0] for sentence in told]


TRACEBACKS = {
    "default-list": {RESOLVER: resolver(ref("#/modifiers/m"), modifiers={
        "m": {"contexts": {"a": [], "b": []}, "default": ["a"]}})},
    "default-object": {RESOLVER: resolver(ref("#/modifiers/m"), modifiers={
        "m": {"contexts": {"a": [], "b": []}, "default": {}}})},
    "extensions-list": {RESOLVER: resolver(ref("#/modifiers/m"), modifiers={
        "m": {"contexts": {"a": [], "b": []}, "default": "a", "$extensions": []}})},
    "extensions-null": {RESOLVER: resolver(ref("#/modifiers/m"), modifiers={
        "m": {"contexts": {"a": [], "b": []}, "default": "a", "$extensions": None}})},
    "sources-of-a-referenced-set-null": {RESOLVER: resolver(
        ref("#/sets/a"), sets={"a": {"sources": [ref("#/sets/b")]}, "b": {"sources": None}})},
    "sources-of-a-referenced-set-number": {RESOLVER: resolver(
        ref("#/sets/a"), sets={"a": {"sources": [ref("#/sets/b")]}, "b": {"sources": 3}})},
    "index-in-another-script": {"a.tokens.json": {
        "a": token("color", BLUE), "b": token("number", ref("#/a/$value/components/²"))}},
    "integer-beyond-floats": {"a.tokens.json": '{"a": {"$type": "number", "$value": 1' + "0" * 400 + "}}"},
    "dimension-beyond-floats": {
        "a.tokens.json": '{"a": {"$type": "dimension", "$value": {"value": 1' + "0" * 400 + ', "unit": "px"}}}'},
    "pairs-number": {"a.tokens.json": {
        "a": token("color", BLUE, **{"$extensions": {"jp.designsys": {"pairs": 3}}})}},
    "pairs-of-numbers": {"a.tokens.json": {
        "a": token("color", BLUE, **{"$extensions": {"jp.designsys": {"pairs": [3]}}})}},
}  # fmt: skip


@pytest.mark.parametrize("files", TRACEBACKS.values(), ids=list(TRACEBACKS))
def test_it_is_refused_in_a_sentence(files: Files, folder: Folder) -> None:
    with pytest.raises(TokenError):
        build(load(folder(files) / next(iter(files))), "css")
