"""Where references lead, by way of other references (Format § 7.1, § 7.2)."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

import pytest

from designsys.tokens import Document, TokenError
from designsys.tokens.errors import Faults
from designsys.tokens.following import Broken, References, Target
from designsys.tokens.pointer import Path
from designsys.tokens.tree import Tree

TOKENS: dict[str, Any] = {
    "$extensions": {"org.x": {"a": [7]}},
    "blue": {"$type": "color", "$value": {"colorSpace": "srgb", "components": [0, 0.4, 0.8]}},
    "alias": {"$value": "{blue}"},
    "pointer": {"$ref": "#/alias"},
    "ring": {"$value": {"$ref": "#/ring/$value"}},
    "a.b": {"$type": "number", "$value": 1},
}


@pytest.fixture
def references() -> References:
    tree = Tree(Faults())
    tree.merge(Document(FilePath("a.json"), "{}"), TOKENS, ())
    return References(tree)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("{blue}", Target(("blue",))),
        ({"$ref": "#/pointer"}, Target(("pointer",))),
        ({"$ref": "#/pointer/$value"}, Target(("pointer",))),
        (
            {"$ref": "#/pointer/$value/components/1"},
            Target(None, 0.4, ("blue",), ("$value", "components", "1")),
        ),
        ({"$ref": "#/$extensions/org.x/a/0"}, Target(None, 7, (), ("$extensions", "org.x", "a", "0"))),
        ("blue", None),
        (3, None),
    ],
    ids=["braces", "token", "value", "through-two", "file", "text", "number"],
)
def test_where_a_reference_leads(raw: Any, expected: Target | None, references: References) -> None:
    assert references.target(raw, ("blue",), ()) == expected


@pytest.mark.parametrize("raw", ["{bleu}", "{", {"$ref": "#/blue/$value/x"}, {"$ref": "blue"}, {"$ref": "#"}])
def test_one_that_leads_nowhere_is_refused(raw: Any, references: References) -> None:
    with pytest.raises(TokenError):
        references.target(raw, ("alias",), ("$value",))


def test_one_to_a_name_that_was_refused_is_a_consequence(references: References) -> None:
    with pytest.raises(Broken):
        references.target("{a.b}", ("alias",), ("$value",))


@pytest.mark.parametrize(
    ("raw", "path"),
    [({"$ref": "#/blue/$value/alpha"}, ("blue",)), ({"$ref": "#/x"}, ()), ({"$ref": 3}, ()), ("{blue}", ())],
    ids=["token", "nowhere", "no-text", "braces"],
)
def test_the_token_that_a_pointer_leads_into(raw: Any, path: Path, references: References) -> None:
    assert references.pointed_holder(raw) == path
