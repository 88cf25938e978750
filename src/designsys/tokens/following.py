"""Where a reference leads: ``{group.token}`` and ``$ref`` pointers, followed through other references.

What stands at the end is not judged here, nor is its type: that is the work of
:mod:`designsys.tokens.references`.
"""

from __future__ import annotations

from typing import Any, NamedTuple, NoReturn

from designsys.tokens.errors import Faults, TokenError, hint
from designsys.tokens.pointer import Path, array_index, format_pointer, parse_pointer
from designsys.tokens.shape import Node, brace_path, is_name
from designsys.tokens.tree import Tree

__all__ = ["Broken", "References", "Target", "written_value"]


class Broken(Exception):
    """A token whose fault is noted already, or that refers to such a one."""


class Target(NamedTuple):
    """What a reference leads to: a token by its path, or a value and where it is written.

    :param token: the token, when it is one as a whole.
    :param value: otherwise the value, which is no reference itself.
    :param path: the token or group that the value stands in.
    :param inner: the way from there to the value.
    """

    token: Path | None
    value: Any = None
    path: Path = ()
    inner: Path = ()


class References:
    """The references of a merged tree.

    :param tree: all its sources, with ``$extends`` carried out.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes: dict[Path, tuple[Node, Node]] = {
            path: (node, handed) for path, node, handed in tree.tokens()
        }
        self.open: dict[Path, None] = {}
        self.broken: set[Path] = set()
        """Tokens of which a fault is told already."""

    def inner(self, path: Path) -> Path:
        """The way from a token to its value; a token-level ``$ref`` has none."""
        return ("$value",) if "$value" in self.nodes[path][0] else ()

    def target(self, raw: Any, path: Path, inner: Path, kind: str | None = None) -> Target | None:
        """Where a value leads when it is a reference; None when it is not one.

        :param kind: the type that is wanted there, for the nearest right name.
        """
        if isinstance(raw, str) and raw.startswith("{"):
            target = brace_path(raw)
            if target is None or not all(target) or any("{" in name or "}" in name for name in target):
                raise TokenError(
                    en=f"'{raw}' is no reference; write '{{group.token}}'.",
                    ja=f"「{raw}」は参照の形ではありません。「{{group.token}}」と書いてください。",
                    place=self.tree.place(path, *inner),
                )
            if target not in self.nodes:
                self.refuse_unknown(raw, target, path, inner, kind)
            return Target(target)
        if isinstance(raw, dict) and isinstance(raw.get("$ref"), str):
            for key in raw:
                if key != "$ref":
                    self.tree.faults.add(
                        TokenError(
                            en=f"'{key}' cannot stand beside $ref, which gives the whole value; take one of them away.",
                            ja=f"$ref は値の全体を表すので、「{key}」と並べられません。どちらかを消してください。",
                            place=self.tree.place(path, *inner, key),
                        )
                    )
            return self.pointed(raw["$ref"], path, inner, kind)
        return None

    def pointed(self, text: str, path: Path, inner: Path, kind: str | None) -> Target:
        """What a JSON Pointer leads to; references met on the way are followed."""
        try:
            parts = parse_pointer(text)
        except ValueError:
            raise TokenError(
                en=f"'{text}' is no JSON Pointer; write '#/group/token'.",
                ja=f"「{text}」は JSON Pointer ではありません。「#/group/token」と書いてください。",
                place=self.tree.place(path, *inner),
            ) from None
        depth = len(self.holder(("$ref", *parts)))
        if depth and parts[depth:] in ((), ("$value",)):
            return Target(parts[:depth])
        start = _with_value(self.nodes[parts[:depth]][0]) if depth else None
        if not depth:
            # Groups have properties too (Format § 7.1.2: other parts of the document structure).
            depth = next((size for size, name in enumerate(parts) if not is_name(name)), len(parts))
            start = self.tree.group(parts[:depth]) if depth < len(parts) else None
        if start is None:
            self.refuse_unknown(text, parts, path, inner, kind)
        guard = ("$ref", *parts)
        self.enter(guard)
        try:
            found = self.inside(start, parts, depth)
        finally:
            self.open.pop(guard, None)
        if found is None:
            self.refuse_unknown(text, parts, path, inner)
        return found

    def inside(self, start: Node, parts: Path, depth: int) -> Target | None:
        """The value at a pointer's end; None when there is no such part.

        :param start: the token or group to which the first ``depth`` names lead.
        """
        at = Target(None, start, parts[:depth])
        for name in parts[depth:]:
            at = self.followed(at)
            index = array_index(name)
            if isinstance(at.value, dict) and name in at.value:
                part = at.value[name]
            elif isinstance(at.value, list) and index is not None and index < len(at.value):
                part = at.value[index]
            else:
                return None
            at = Target(None, part, at.path, (*at.inner, name))
        return self.followed(at)

    def followed(self, at: Target) -> Target:
        """What a value on the way of a pointer leads to when it is a reference, else itself."""
        entered: list[Path] = []
        try:
            while target := self.target(at.value, at.path, at.inner):
                if target.token is None:
                    return target
                step = ("$via", *target.token)
                self.enter(step)
                entered.append(step)
                at = Target(
                    None, written_value(self.nodes[target.token][0]), target.token, self.inner(target.token)
                )
            return at
        finally:
            for step in entered:
                self.open.pop(step, None)

    def enter(self, step: Path) -> None:
        """Note that a reference is being followed; refuse to follow it inside itself.

        :param step: a token that is being resolved, or, behind ``$ref``, a pointer, or, behind ``$via``, a token
            that a pointer leads through.
        :raises TokenError: told at every token of the circle (Format § Aliases, circular references).
        """
        if step not in self.open:
            self.open[step] = None
            return
        steps = list(self.open)
        circle = steps[steps.index(step) :]
        order = {path: index for index, path in enumerate(self.nodes)}
        first = min(range(len(circle)), key=lambda index: order.get(self.holder(circle[index]), len(order)))
        circle = [*circle[first:], *circle[:first]]
        told: dict[Path, TokenError] = {}
        for index, one in enumerate(circle):
            path = self.holder(one)
            if path not in told:
                told[path] = self.circular([*circle[index:], *circle[: index + 1]], path)
        self.broken |= told.keys()
        noted = Faults()
        noted.add(*told.values())
        noted.refuse()

    def holder(self, step: Path) -> Path:
        """The token that a step of :meth:`enter` leads into; empty when it is none."""
        parts = step[1:] if step[:1] in (("$ref",), ("$via",)) else step
        return next((parts[:size] for size in range(1, len(parts) + 1) if parts[:size] in self.nodes), ())

    def pointed_holder(self, raw: Any) -> Path:
        """The token that a ``$ref`` leads into; empty when the value is none, or leads into none."""
        try:
            return self.holder(("$ref", *parse_pointer(raw["$ref"]))) if isinstance(raw, dict) else ()
        except (KeyError, ValueError, TypeError, AttributeError):
            return ()

    def circular(self, circle: list[Path], path: Path) -> TokenError:
        names = [
            format_pointer(one[1:]) if one[0] == "$ref" else ".".join(one).removeprefix("$via.")
            for one in circle
        ]
        chain = " → ".join(names)
        return TokenError(
            en=f"this reference leads back to itself ({chain}); give one of them a value.",
            ja=f"参照が輪になっています（{chain}）。どれか一つに値を書いてください。",
            place=self.tree.place(path),
        )

    def refuse_unknown(
        self, text: str, target: Path, path: Path, inner: Path, kind: str | None = None
    ) -> NoReturn:
        if self.tree.is_lost(target):
            raise Broken
        name = ".".join(target)
        if any(known[: len(target)] == target for known in self.nodes):
            root = (*target, "$root") in self.nodes and (*target, "$root") != path
            near = (f" '{name}' is a group{f'; its own token is {name}.$root' if root else ''}.",
                    f"「{name}」はグループです{f'（グループ自身の値は {name}.$root）' if root else ''}。")  # fmt: skip
        else:
            near = hint(name, (".".join(known) for known in self.nodes if self.may_stand(known, path, kind)))
        raise TokenError(
            en=f"'{text}' leads to no token.{near[0]}",
            ja=f"「{text}」というトークンはありません。{near[1]}",
            place=self.tree.place(path, *inner),
        )

    def may_stand(self, known: Path, path: Path, kind: str | None) -> bool:
        """Whether a token is one to be referred to from another, where a type is wanted."""
        node, handed = self.nodes[known]
        found = node.get("$type")
        if found is None and brace_path(written_value(node)) is None:
            found = handed.get("$type")
        return known != path and (kind is None or found is None or found == kind)


def written_value(node: Node) -> Any:
    """The value of a token as it is written; a token-level ``$ref`` as an object."""
    return node["$value"] if "$value" in node else {"$ref": node["$ref"]}


def _with_value(node: Node) -> Node:
    """A token's object in which ``$value`` stands also when it was written as a token-level ``$ref``."""
    return {**{key: value for key, value in node.items() if key != "$ref"}, "$value": written_value(node)}
