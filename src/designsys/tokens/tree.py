"""A tree of groups and tokens, laid together from several sources, of which the later win.

Each group and token remembers the file and place it came from. Values are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.tokens.document import Document
from designsys.tokens.errors import Faults, Place
from designsys.tokens.pointer import Path
from designsys.tokens.shape import (
    Node,
    child_fault,
    group_property_fault,
    is_name,
    is_token,
    meant_property,
    token_faults,
)

__all__ = ["Tree"]

# What a token says about itself stays when a later source gives it another value: the format asks that
# extensions survive resolution, and a scheme's file would otherwise repeat every description and pair.
_LASTING = ("$description", "$deprecated", "$extensions")


class Tree:
    """Groups and tokens by name, and where each was written.

    :param faults: where to note what breaks the format; the part at fault is left out, and reading goes on.
    """

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.root: Node = {}
        self.sources: dict[Path, tuple[Document, Path]] = {}
        self.origins: dict[Path, Path] = {}
        """For an inherited token, the one that it was taken over from."""
        self._lost: set[Path] = set()
        self._untyped: set[Path] = set()

    def lose(self, path: Path) -> None:
        """Note that a fault, which is told, hides what stands at a path and below: it is missed nowhere else."""
        self._lost.add(path)

    def is_lost(self, path: Path) -> bool:
        """Whether a fault that is told already may hide what stands at a path."""
        return bool(self._lost) and any(path[:size] in self._lost for size in range(len(path) + 1))

    def may_have_lost_type(self, path: Path) -> bool:
        """Whether a fault that is told already may hide the type of a token, its own or its groups'."""
        return self.is_lost(path) or any(path[:size] in self._untyped for size in range(len(path) + 1))

    def group(self, path: Path) -> Node | None:
        """The group at a path; None when there is none."""
        node: Node = self.root
        for name in path:
            node = node.get(name, {})
            if not is_name(name) or not isinstance(node, dict) or not node or is_token(node):
                return None
        return node

    def place(self, path: Path, *inner: str) -> Place:
        """Where a group or token, or a part inside it, is written."""
        above = path
        while above not in self.sources:
            above = above[:-1]
        document, at = self.sources[above]
        return document.place((*at, *path[len(above) :], *inner))

    def merge(self, document: Document, node: Node, at: Path) -> None:
        """Lay one source over what is there; its tokens win.

        :param document: the file that the source stands in.
        :param node: a group, the root of the source.
        :param at: the path of ``node`` in the file.
        """
        self.faults.add(*document.duplicates)
        self._merge_group(self.root, (), document, node, at)

    def tokens(self) -> Iterator[tuple[Path, Node, Node]]:
        """Every token: its path, its object, and the properties that its groups hand down.

        What is handed down are ``$type``, ``$deprecated`` and ``$extensions``, the nearest group's first.
        """
        yield from _walk(self.root, (), {})

    def _merge_group(self, target: Node, path: Path, document: Document, node: Node, at: Path) -> None:
        self.sources[path] = (document, at)
        for key, value in node.items():
            here = (*at, key)
            if is_name(key):
                fault = child_fault(key, value, document, here)
                if fault is None:
                    self._merge_child(target, (*path, key), document, value, here)
                else:
                    # A name with dots is looked for as names in groups by those who refer to it in braces.
                    self.lose((*path, key))
                    self.lose((*path, *key.split(".")))
            else:
                fault = group_property_fault(key, node, document, at, at_root=not path)
                if fault is None or key == "$type":
                    target[key] = {**target.get(key, {}), **value} if key == "$extensions" else value
                else:
                    self._note_property(key, path)
            if fault is not None:
                self.faults.add(fault)

    def _note_property(self, key: str, path: Path) -> None:
        """Note what a refused property would have given: a type, or tokens."""
        meant = meant_property(key) or key
        if meant == "$type":
            self._untyped.add(path)
        elif meant in ("$value", "$ref", "$extends"):
            self.lose(path)

    def _merge_child(self, group: Node, path: Path, document: Document, node: Node, at: Path) -> None:
        old = group.get(path[-1])
        old_is_token = old is not None and is_token(old)
        if is_token(node):
            faults = token_faults(node, document, at)
            if faults:
                self.faults.add(*faults.values())
                for key in faults:
                    if is_name(key):
                        self.lose((*path, key))
                    else:
                        self._note_property(key, path)
                # A wrong $type stays: without it the token would be told of a second time, as one that has none.
                node = {key: value for key, value in node.items() if key not in faults or key == "$type"}
            lasting = {key: old[key] for key in _LASTING if key in old} if old and old_is_token else {}
            group[path[-1]] = {**lasting, **node}
            self.sources[path] = (document, at)
            return
        if old is None or old_is_token:
            group[path[-1]] = {}
        self._merge_group(group[path[-1]], path, document, node, at)


def _walk(group: Node, path: Path, handed: Node) -> Iterator[tuple[Path, Node, Node]]:
    own: Node = {key: group[key] for key in ("$type", "$deprecated", "$extensions") if key in group}
    if own:
        extensions = {**handed.get("$extensions", {}), **own.get("$extensions", {})}
        handed = {**handed, **own, "$extensions": extensions}
    for key, child in group.items():
        if not is_name(key):
            continue
        if is_token(child):
            yield (*path, key), child, handed
        else:
            yield from _walk(child, (*path, key), handed)
