"""Values that no reader expects are refused in a sentence, with whatever is built from them."""

from __future__ import annotations

import pytest

from designsys.tokens import TokenError, build, load

from .conftest import BLUE, RESOLVER, Files, Folder, ref, resolver, token

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
