"""Keys and kinds in the objects of a resolver document (Resolver § 4.1)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import Document
from designsys.tokens.resolver_form import Entries, document_faults, modifier_faults, set_faults

DOCUMENT = Document(Path("a.json"), "{}")


def entries(node: dict[str, Any]) -> Entries:
    return {key: (value, ("sets", "s", key)) for key, value in node.items()}


@pytest.mark.parametrize(
    ("node", "sentences"),
    [
        ({"sources": []}, []),
        ({"sources": [], "description": "x", "$extensions": {}}, []),
        ({"sources": [], "x": 1}, ["a set has no 'x'."]),
        ({"Sources": []}, ["a set has no 'Sources'. Did you mean 'sources'?"]),
        ({"sources": [], "sorces": []}, ["a set has no 'sorces'."]),
        ({}, ["a set needs an array of sources."]),
        ({"sources": {}, "description": 1}, ["'description' must be a string.", "a set needs an array of sources."]),
        ({"sources": [], "name": "x"}, ["a set has no 'name'."]),
    ],
    ids=["least", "all", "unknown", "capital", "beside", "empty", "kinds", "name"],
)  # fmt: skip
def test_a_set(node: dict[str, Any], sentences: list[str]) -> None:
    found = [fault.en.partition(": ")[2] for fault in set_faults(entries(node), DOCUMENT, ("sets", "s"))]
    assert found == sentences


def test_a_set_in_the_order_has_type_and_name() -> None:
    node = {"sources": [], "type": "set", "name": "s"}
    assert list(set_faults(entries(node), DOCUMENT, ("resolutionOrder", "0"))) == []


@pytest.mark.parametrize(
    ("node", "sentences"),
    [
        ({"contexts": {"a": [], "b": []}, "default": "b"}, []),
        ({"contexts": {"a": []}}, ["the modifier 'm' needs at least two contexts."]),
        ({"context": {"a": [], "b": []}}, ["a modifier has no 'context'. Did you mean 'contexts'?"]),
        ({"contexts": {"a": [], "b": []}, "default": None}, ["'default' must be a string."]),
        (
            {"contexts": {"light": 1, "dark": []}, "default": "Lihgt"},
            [
                "a context is an array of sources.",
                "'Lihgt' is not one of the contexts. Did you mean 'light'?",
            ],
        ),
    ],
    ids=["right", "one-context", "misspelt", "null", "several"],
)
def test_a_modifier(node: dict[str, Any], sentences: list[str]) -> None:
    found = modifier_faults(entries(node), DOCUMENT, ("modifiers", "m"), "m")
    assert [fault.en.partition(": ")[2] for fault in found] == sentences


@pytest.mark.parametrize(
    ("node", "sentences"),
    [
        ({"version": "2025.10", "resolutionOrder": []}, []),
        ({"version": "2025.10", "resolutionOrder": [], "$defs": None}, []),
        ({"version": "2025.10"}, ["'resolutionOrder' must be an array."]),
        ({"resolutionOrder": []}, ['write "version": "2025.10".']),
        ({"version": "2025.10", "resolutionOrder": [], "name": 1}, ["'name' must be a string."]),
    ],
    ids=["least", "defs", "order", "version", "name"],
)
def test_the_document(node: dict[str, Any], sentences: list[str]) -> None:
    found = document_faults(Document(Path("a.json"), json.dumps(node)))
    assert [fault.en.partition(": ")[2] for fault in found] == sentences
