"""A resolved token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from designsys.tokens import Token

Resolve = Callable[[Any], dict[str, Token]]


def test_what_a_token_knows(resolve: Resolve) -> None:
    text = """{"g": {
      "a": {"$type": "number", "$value": 1, "$description": "いち", "$extensions": {"org.x": {"y": [1]}}}
    }}"""
    token = resolve(text)["g.a"]
    assert (token.names, token.path, token.description) == (("g", "a"), "g.a", "いち")
    assert token.extensions == {"org.x": {"y": [1]}}
    assert (token.place.line, token.place.pointer) == (2, "#/g/a")


@pytest.mark.parametrize(
    ("group", "own", "published"),
    [
        ({}, {}, True),
        ({"jp.designsys": {"private": True}}, {}, False),
        ({"jp.designsys": {"private": True}}, {"jp.designsys": {}}, True),
        ({}, {"jp.designsys": {"private": True}}, False),
        ({}, {"jp.designsys": "not an object"}, True),
    ],
)
def test_private_tokens_are_not_published(
    group: dict[str, Any], own: dict[str, Any], published: bool, resolve: Resolve
) -> None:
    token = {"$type": "number", "$value": 1, "$extensions": own}
    assert resolve({"g": {"$extensions": group, "a": token}})["g.a"].published is published
