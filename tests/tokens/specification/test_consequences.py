"""What follows from a fault is not told: only what somebody has to mend."""

from __future__ import annotations

import pytest

from .conftest import PX, RESOLVER, Files, Sentences, in_a_set, number, pointers, ref, token

CONSEQUENCES: dict[str, tuple[Files, list[str]]] = {
    "an alias of a token whose name is none": (
        {"a.tokens.json": {"a.b": number(1), "c": {"$value": "{a.b}"}}}, ["#/a.b"]
    ),
    "an alias of the child of a token": (
        {"a.tokens.json": {"a": {**number(1), "b": number(2)}, "c": {"$value": "{a.b}"}}}, ["#/a/b"]
    ),
    "an alias of what is no object": ({"a.tokens.json": {"a": 3, "c": {"$value": "{a}"}}}, ["#/a"]),
    "a misspelt $value and its alias": (
        {"a.tokens.json": {"a": {"$type": "number", "$valeu": 1}, "c": {"$value": "{a}"}}}, ["#/a/$valeu"]
    ),
    "a misspelt $type": ({"a.tokens.json": {"a": {"$tpye": "number", "$value": 1}}}, ["#/a/$tpye"]),
    "a misspelt $type of a group": ({"a.tokens.json": {"g": {"$typ": "number", "a": {"$value": 1}}}}, ["#/g/$typ"]),
    # § 6.4.3, as printed: the heir's copy of a token without type is told under its own name.
    "a token without type that others inherit": (
        {"a.tokens.json": {"a": {"x": {"$value": 1}}, "b": {"$extends": "{a}"}, "c": {"$extends": "{a}"}}}, ["#/a/x"]
    ),
    # § 6.4.1, as printed: the missing group would have given the type, and the token that is referred to.
    "a missing group to extend": (
        {"a.tokens.json": {"a": {"$extends": "{buton}", "x": {"$value": 1}}, "b": {"$value": "{a.text}"}}},
        ["#/a/$extends"],
    ),
    "a component of a broken token": (
        {"a.tokens.json": {"a": token("color", "red"), "b": token("number", ref("#/a/$value/components/0"))}},
        ["#/a/$value"],
    ),
    "a part of a broken part": (
        {"a.tokens.json": {"a": token("border", {"color": "red", "width": PX, "style": "solid"}),
                           "b": token("color", ref("#/a/$value/color"))}}, ["#/a/$value/color"],
    ),
    # Told at b as "'{nowhere}' leads to no token", which b does not hold.
    "a component of an unknown alias": (
        {"a.tokens.json": {"a": {"$value": "{nowhere}"}, "b": token("number", ref("#/a/$value/components/0"))}},
        ["#/a/$value"],
    ),
    "a pointer to a part whose pointer is broken": (
        {"a.tokens.json": {"a": token("dimension", {"value": ref("#/nowhere"), "unit": "px"}),
                           "b": token("number", ref("#/a/$value/value"))}}, ["#/a/$value/value"],
    ),
    # Told a third time, as "d → d".
    "a component of a token in a cycle": (
        {"a.tokens.json": {"c": {"$value": "{d}"}, "d": {"$value": "{c}"},
                           "n": token("number", ref("#/c/$value/components/0"))}}, ["#/c", "#/d"],
    ),
    # A file that cannot be read may hold every name that is missed: with many aliases its own fault is lost in theirs.
    "aliases into a missing file": (
        {RESOLVER: in_a_set(ref("no.json"), {"a": {"$value": "{b}"}, "c": {"$value": "{d}"}})},
        ["#/resolutionOrder/0/sources/0/$ref"],
    ),
    "aliases into a file that is no JSON": (
        {RESOLVER: in_a_set(ref("b.json"), {"a": {"$value": "{b}"}}), "b.json": "{"}, ["b.json"]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), CONSEQUENCES.values(), ids=list(CONSEQUENCES))
def test_what_follows_from_a_fault_is_not_told(
    files: Files, expected: list[str], sentences: Sentences
) -> None:
    assert pointers(sentences(files)) == expected
