"""JSON Pointers: where they may lead (Format § 7.1.2), how an index is written, and that none leads to itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token, load

from .conftest import BLUE, RESOLVER, Folder, Sentences, in_a_set, number, ref, resolver, token

ANYWHERE: dict[str, tuple[Any, Any]] = {
    # Format § 7.1.2: "other parts of the document structure".
    "the extensions of a group": (
        {"g": {"$extensions": {"org.x": [7]}}, "a": number(ref("#/g/$extensions/org.x/0"))}, 7
    ),
    "the extensions of the file": ({"$extensions": {"org.x": 7}, "a": number(ref("#/$extensions/org.x"))}, 7),
    "the description of a group": (
        {"g": {"$description": "Meiryo"}, "a": token("fontFamily", ref("#/g/$description"))}, "Meiryo"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("tokens", "value"), ANYWHERE.values(), ids=list(ANYWHERE))
def test_a_pointer_may_lead_anywhere_in_the_document(
    tokens: Any, value: Any, resolve: Callable[[Any], dict[str, Token]]
) -> None:
    assert resolve(tokens)["a"].value == value


@pytest.mark.parametrize("index", ["01", "00", "１"])
def test_an_index_is_written_as_rfc_6901_has_it(index: str, sentences: Sentences) -> None:
    """§ 4: no leading zeros, ASCII digits; today they are read as 1, 0 and 1."""
    tokens = {"a": token("color", BLUE), "b": number(ref(f"#/a/$value/components/{index}"))}
    (told,) = sentences({"a.tokens.json": tokens})
    assert told.startswith("#/b/$value ")


CIRCLES = {
    # Today: "there is no group '$defs.b' to extend", "'sources' must be a token or a group".
    "one another": in_a_set(ref("#/$defs/a"), **{"$defs": {"a": ref("#/$defs/b"), "b": ref("#/$defs/a")}}),
    "its parent": resolver(ref("#/sets/s"), sets={"s": {"sources": [ref("#/sets")]}}),
    "the whole document": in_a_set(ref("#")),
}


@pytest.mark.parametrize("document", CIRCLES.values(), ids=list(CIRCLES))
def test_resolver_4_2_a_reference_into_itself_is_told_as_one(document: Any, sentences: Sentences) -> None:
    assert any("leads back to itself" in told for told in sentences({RESOLVER: document}))


def test_a_context_in_the_very_same_letters_comes_first(folder: Folder) -> None:
    """With "Light" and "light" (Resolver § 5.1 lets a tool tell them apart) the second cannot be chosen."""
    contexts = {"Light": [{"n": number(1)}], "light": [{"n": number(2)}]}
    document = resolver({"type": "modifier", "name": "theme", "contexts": contexts})
    assert load(folder({RESOLVER: document}) / RESOLVER).resolve(theme="light")["n"].value == 2
