"""The tokens as one DTCG 2025.10 document, whatever number of files they came from.

Tokens without modifiers become a token file, those with modifiers a resolver document with every
source inside. References stay as they are written, and private tokens are in it, so that reading
it gives the same tokens again; it cannot tell in which file each was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from designsys.tokens.errors import Faults
from designsys.tokens.outputs._cases import title
from designsys.tokens.pointer import format_pointer
from designsys.tokens.shape import Node
from designsys.tokens.sources import Modifier, PlainFile, ResolverDocument, Source
from designsys.tokens.system import TokenSystem
from designsys.tokens.tree import Tree

__all__ = ["write"]

_SCHEMA = "https://www.designtokens.org/schemas/2025.10"


def write(system: TokenSystem) -> str:
    """The document; one that says nothing of itself says what made it.

    :raises TokenError: when a source is missing or breaks the format.
    """
    resolver, made_by = system.resolver, title(system, "json")
    faults = Faults()
    if isinstance(resolver, ResolverDocument) and resolver.modifiers:
        schema, document = "resolver", {"description": made_by, **_document(system, resolver, faults)}
    else:
        schema, document = "format", {"$description": made_by, **_tokens(resolver, faults)}
    faults.refuse()
    return (
        json.dumps({"$schema": f"{_SCHEMA}/{schema}.json", **document}, ensure_ascii=False, indent=2) + "\n"
    )


def _tokens(resolver: ResolverDocument | PlainFile, faults: Faults) -> Node:
    """All sources in one tree."""
    tree = Tree(faults)
    for document, node, at in resolver.sources({}, faults):
        tree.merge(document, node, at)
    return _without(tree.root, "$schema")


def _document(system: TokenSystem, resolver: ResolverDocument, faults: Faults) -> Node:
    """The resolver document with every source inside; what its order does not use is left out."""
    found: dict[str, Node] = {"sets": {}, "modifiers": {}}
    order: list[Node] = []
    for item in resolver.order:
        at = item.at if isinstance(item, Modifier) else item
        written = resolver.node(at)
        name = written["name"] if at[0] == "resolutionOrder" else at[-1]
        node = _without(written, "sources", "contexts", "default", "name", "type")
        kind = "sets"
        if not isinstance(item, Modifier):
            node["sources"] = _trees(resolver.trees((*at, "sources"), (), faults))
        elif len(contexts := system.contexts[item.name]) == 1:
            # One context is no choice (Resolver § Modifiers): what was chosen for good is a set.
            name = f"{name}: {contexts[0]}"
            node["sources"] = _trees(resolver.context(item, contexts[0], faults))
        else:
            kind = "modifiers"
            node["contexts"] = {
                context: _trees(resolver.context(item, context, faults)) for context in contexts
            }
            if system.defaults[item.name] is not None:
                node["default"] = contexts[0]
        found[kind][name] = node
        order.append({"$ref": format_pointer((kind, name))})
    root = _without(resolver.document.data, "$schema", "$defs", *found, "resolutionOrder")
    return {**root, **found, "resolutionOrder": order}


def _trees(sources: Iterable[Source]) -> list[Node]:
    return [_without(node, "$schema") for _, node, _ in sources]


def _without(node: Node, *keys: str) -> Node:
    return {key: value for key, value in node.items() if key not in keys}
