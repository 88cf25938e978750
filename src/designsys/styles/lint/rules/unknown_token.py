"""``--ds-`` names that no token has: the browser takes them as empty, and says nothing.

A name that the same file both sets and reads is its own; what another file sets is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.styles.lint.sheet import Fault, Node, Sheet, tokens_in
from designsys.styles.lint.vocabulary import Vocabulary

__all__ = ["check"]

_PREFIX = "--ds-"


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each unknown name that is read, and each that is set and never read."""
    reads = {
        node.value: node
        for declaration in sheet.declarations
        for node in tokens_in(declaration.node.value)
        if _is_name(node)
    }
    sets = {declaration.name for declaration in sheet.declarations}
    for declaration in sheet.declarations:
        for node in tokens_in(declaration.node.value):
            if _is_name(node) and node.value not in tokens.tokens and node.value not in sets:
                yield _fault(node, node.value, tokens)
        name = declaration.name
        if name.startswith(_PREFIX) and name not in tokens.tokens and name not in reads:
            yield _fault(declaration.node, name, tokens)


def _is_name(node: Node) -> bool:
    return node.type == "ident" and bool(node.value.startswith(_PREFIX))


def _fault(node: Node, name: str, tokens: Vocabulary) -> Fault:
    near = tokens.nearest_name(name)
    return Fault(
        node,
        en=f"there is no token {name}" + (f"; did you mean {near}?" if near else "."),
        ja=f"{name} というトークンはありません。" + (f"{near} のことですか。" if near else ""),
    )
