"""``$extends``: a group takes over another group's tokens, and its own win.

Works on a merged tree, since a later source may change what is extended. Aliases
inside inherited tokens are kept as they were written.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.tokens.errors import TokenError, hint
from designsys.tokens.pointer import Path, parse_pointer
from designsys.tokens.shape import Node, brace_path, is_name, is_token
from designsys.tokens.tree import Tree

__all__ = ["extend"]


def extend(tree: Tree) -> None:
    """Carry out every ``$extends`` (or its other form, a group's ``$ref``) of a tree, in place.

    A target that is missing or a token, and a group that extends itself, are noted in the tree's faults;
    such a group inherits nothing, and what it would have inherited counts as lost.
    """
    tree.root = _Extension(tree).group(tree.root, ())


class _Extension:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.open: list[Path] = []

    def group(self, group: Node, path: Path) -> Node:
        """A group with everything in it extended."""
        result: Node = {}
        key = "$extends" if "$extends" in group else "$ref"
        if key in group:
            try:
                result = self.inherited(group[key], path, key)
            except TokenError as fault:
                self.tree.faults.add(fault)
                self.tree.lose(path)
        for name, child in group.items():
            if not is_name(name):
                if name != key:
                    result[name] = child
            elif is_token(child) and not self.is_group_reference(child):
                result[name] = child
            else:
                own, inherited = self.group(child, (*path, name)), result.get(name)
                result[name] = _overlay(inherited, own) if inherited and not is_token(inherited) else own
        return result

    def inherited(self, reference: str, path: Path, key: str) -> Node:
        """What a group takes over from the one that it extends."""
        target = self.target(reference, path, key)
        node = self.existing(target, path, key)
        if node is None:
            self.tree.lose(path)
            return {}
        self.open.append(path)
        try:
            found = self.group(node, target)
        finally:
            self.open.pop()
        if self.tree.is_lost(target):
            self.tree.lose(path)
        return self.inherit(found, target, path)

    def is_group_reference(self, token: Node) -> bool:
        if "$ref" not in token:
            return False
        try:
            node = self.find(parse_pointer(token["$ref"]))
        except ValueError:
            return False
        return node is not None and not is_token(node)

    def target(self, reference: str, path: Path, key: str) -> Path:
        target = brace_path(reference)
        if target is None:
            try:
                target = parse_pointer(reference)
            except ValueError:
                raise TokenError(
                    en=f"'{reference}' is no reference to a group; write '{{group.name}}' or '#/group/name'.",
                    ja=f"「{reference}」はグループへの参照ではありません。「{{group.name}}」か「#/group/name」と書いてください。",
                    place=self.tree.place(path, key),
                ) from None
        if path in self.open or target == path[: len(target)]:
            # A chain may come back to its middle: it is told from there.
            start = self.open.index(path) if path in self.open else len(self.open)
            end = [] if path in self.open else [path, target]
            chain = " → ".join(".".join(step) or "#" for step in [*self.open[start:], *(end or [path])])
            raise TokenError(
                en=f"this group extends itself ({chain}); take one $extends away.",
                ja=f"グループが自分自身を継いでいます（{chain}）。$extends を一つ外してください。",
                place=self.tree.place(path, key),
            )
        return target

    def existing(self, target: Path, path: Path, key: str) -> Node | None:
        """The group that is extended; None when a fault that is told already hides it."""
        name = ".".join(target)
        node = self.find(target)
        if node is None and self.tree.is_lost(target):
            return None
        if node is None:
            own = ".".join(path)
            near = hint(
                name, (one for one in _groups(self.tree.root, ()) if not f"{own}.".startswith(f"{one}."))
            )
            raise TokenError(
                en=f"there is no group '{name}' to extend.{near[0]}",
                ja=f"継ぐグループ「{name}」がありません。{near[1]}",
                place=self.tree.place(path, key),
            )
        if is_token(node):
            raise TokenError(
                en=f"'{name}' is a token; $extends takes a group.",
                ja=f"「{name}」はトークンです。$extends にはグループを書いてください。",
                place=self.tree.place(path, key),
            )
        return node

    def find(self, path: Path) -> Node | None:
        node = self.tree.root
        for depth, name in enumerate(path):
            if is_token(node):
                return None
            if name not in node and ("$extends" in node or "$ref" in node):
                node = self.group(node, path[:depth])
            child = node.get(name)
            if not isinstance(child, dict):
                return None
            node = child
        return node

    def inherit(self, node: Node, source: Path, path: Path) -> Node:
        """A copy of an extended group whose parts remember where they were written."""
        copy: Node = {}
        for key, child in node.items():
            if not is_name(key):
                copy[key] = child
                continue
            below, here = (*source, key), (*path, key)
            if below in self.tree.sources:
                self.tree.sources.setdefault(here, self.tree.sources[below])
                self.tree.origins.setdefault(here, below)
            copy[key] = child if is_token(child) else self.inherit(child, below, here)
        return copy


def _overlay(below: Node, above: Node) -> Node:
    result = dict(below)
    for key, child in above.items():
        old = result.get(key)
        groups = is_name(key) and isinstance(old, dict) and not is_token(old) and not is_token(child)
        result[key] = _overlay(old, child) if groups and old is not None else child
    return result


def _groups(group: Node, path: Path) -> Iterator[str]:
    for key, child in group.items():
        if is_name(key) and not is_token(child):
            yield ".".join((*path, key))
            yield from _groups(child, (*path, key))
