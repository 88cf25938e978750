"""From a merged tree to tokens with values: types found, references followed, values checked.

``{group.token}`` and ``$ref`` pointers are followed only after all sources are merged,
so that a later source changes what an earlier alias means. What a value of a type
looks like is known to :mod:`designsys.tokens.values`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from designsys.tokens.errors import Faults, TokenError, hint
from designsys.tokens.pointer import Path, format_pointer, parse_pointer
from designsys.tokens.shape import Node, brace_path
from designsys.tokens.token import Token
from designsys.tokens.tree import Tree
from designsys.tokens.values import PARTS, TYPES, ValueFault, leaf_faults, part_faults

__all__ = ["resolve_tokens"]


def resolve_tokens(tree: Tree) -> dict[str, Token]:
    """Every token of a merged tree, by its path.

    A token without type, a value that its type does not allow, and a reference that leads nowhere, to another
    type, or back to itself are noted in the tree's faults; such a token is left out.
    """
    references = _References(tree)
    found = {}
    for path in references.nodes:
        try:
            found[".".join(path)] = references.token(path)
        except _Broken:
            continue
        except TokenError as error:
            tree.faults.add(error)
    return found


class _Broken(Exception):
    """A token whose fault is known already, or that refers to such a one."""


class _Typed(NamedTuple):
    type: str
    value: Any


class _Target(NamedTuple):
    """What a reference leads to: a token by its path, or a value inside one."""

    token: Path | None
    value: Any = None


class _References:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.nodes: dict[Path, tuple[Node, Node]] = {
            path: (node, handed) for path, node, handed in tree.tokens()
        }
        self.done: dict[Path, _Typed] = {}
        self.broken: set[Path] = set()
        self.open: dict[Path, None] = {}

    def token(self, path: Path) -> Token:
        kind, value = self.typed(path)
        node, handed = self.nodes[path]
        own, given = node.get("$extensions"), handed.get("$extensions")
        return Token(
            names=path,
            type=kind,
            value=value,
            raw=_raw(node),
            description=node.get("$description", ""),
            deprecated=node["$deprecated"] if "$deprecated" in node else handed.get("$deprecated", False),
            extensions={**given, **own} if own and given else own or given or {},
            _tree=self.tree,
        )

    def typed(self, path: Path) -> _Typed:
        """Type and value of a token; chains of aliases are walked, not recursed, however long.

        :raises _Broken: when the fault is known already.
        """
        found = self.done.get(path)
        if found is not None:
            return found
        chain: list[tuple[Path, Path | None]] = []
        depth = len(self.open)
        at: Path | None = path
        try:
            while at is not None and at not in self.done:
                if at in self.broken:
                    raise _Broken
                self.enter(at, at)
                target = self.target(_raw(self.nodes[at][0]), at, self.inner(at))
                alias = target.token if target else None
                chain.append((at, alias))
                at = alias
            for step, alias in reversed(chain):
                self.done[step] = self.literal(step) if alias is None else self.aliased(step, alias)
                self.open.pop(step)
        except (TokenError, _Broken):
            self.broken |= {step for step in (*self.open, path) if step not in self.done}
            while len(self.open) > depth:
                self.open.popitem()
            raise
        return self.done[path]

    def aliased(self, path: Path, target: Path) -> _Typed:
        own = self.nodes[path][0].get("$type")
        typed = self.done[target]
        if own is not None and own not in TYPES:
            raise _Broken
        if own is not None and own != typed.type:
            self.refuse_type(path, self.inner(path), own, target, typed.type)
        return typed

    def literal(self, path: Path) -> _Typed:
        node, handed = self.nodes[path]
        kind = node.get("$type", handed.get("$type"))
        if kind is None:
            raise TokenError(
                en=f"'{'.'.join(path)}' has no type; write $type on it or on a group around it.",
                ja=f"「{'.'.join(path)}」の型が分かりません。$type をここか、外側のグループに書いてください。",
                place=self.tree.place(path),
            )
        if kind not in TYPES:
            raise _Broken
        return _Typed(kind, self.value(kind, _raw(node), path, self.inner(path)))

    def inner(self, path: Path) -> Path:
        """The way from a token to its value; a token-level ``$ref`` has none."""
        return ("$value",) if "$value" in self.nodes[path][0] else ()

    def value(self, kind: str, raw: Any, path: Path, inner: Path) -> Any:
        """A value of a type with all references in it followed; ``inner`` leads to it inside the token."""
        target = self.target(raw, path, inner)
        if target and target.token is not None:
            typed = self.typed(target.token)
            if typed.type != kind:
                self.refuse_type(path, inner, kind, target.token, typed.type)
            return typed.value
        if target:
            return self.value(kind, target.value, path, inner)
        return self.parts(kind, raw, path, inner)

    def parts(self, kind: str, raw: Any, path: Path, inner: Path) -> Any:
        if isinstance(raw, list) and kind in _LISTS:
            return self.items(kind, raw, path, inner)
        if isinstance(raw, dict) and kind in PARTS and not (kind == "gradient" and not _is_item(inner)):
            allowed = PARTS[kind]
            faults = self.value_errors(kind, raw, path, inner, part_faults(raw, allowed))
            self.tree.faults.add(*faults)
            found = self.each(
                (
                    (name, allowed[name], part, (*inner, name))
                    for name, part in raw.items()
                    if name in allowed
                ),
                path,
            )
            if faults:
                raise _Broken
            return found
        plain = self.plain(raw, path, inner)
        self.refuse_value(kind, raw, path, inner, leaf_faults(kind, plain))
        return plain

    def each(self, parts: Iterable[tuple[str, str, Any, Path]], path: Path) -> dict[str, Any]:
        """The values of several parts; the faults of all are noted before it gives up."""
        found: dict[str, Any] = {}
        broken = False
        for name, kind, raw, inner in parts:
            try:
                found[name] = self.value(kind, raw, path, inner)
            except _Broken:
                broken = True
            except TokenError as error:
                self.tree.faults.add(error)
                broken = True
        if broken:
            raise _Broken
        return found

    def items(self, kind: str, raw: list[Any], path: Path, inner: Path) -> list[Any]:
        if _is_item(inner):
            nested = ValueFault("a list cannot stand in a list", "一覧の中に一覧は置けません")
            self.refuse_value(kind, raw, path, inner, [nested])
        if not raw:
            empty = ValueFault("write at least one item", "一つ以上書いてください")
            self.refuse_value(kind, raw, path, inner, [empty])
        parts = ((str(index), _LISTS[kind], item, (*inner, str(index))) for index, item in enumerate(raw))
        found = list(self.each(parts, path).values())
        # A reference gives one item: a list is not spread into the list around it.
        spread = [
            ValueFault(
                "a reference to a list cannot stand in a list",
                "一覧への参照は一覧の中に置けません",
                (str(index),),
            )
            for index, item in enumerate(found)
            if isinstance(item, list) and kind != "gradient"
        ]
        self.refuse_value(kind, raw, path, inner, spread)
        return found

    def refuse_value(
        self, kind: str, raw: Any, path: Path, inner: Path, faults: Iterable[ValueFault]
    ) -> None:
        """Refuse a value with everything that is wrong with it; nothing happens when nothing is."""
        found = self.value_errors(kind, raw, path, inner, faults)
        if found:
            noted = Faults()
            noted.add(*found)
            noted.refuse()

    def value_errors(
        self, kind: str, raw: Any, path: Path, inner: Path, faults: Iterable[ValueFault]
    ) -> list[TokenError]:
        found = []
        for fault in faults:
            shown = json.dumps(raw, ensure_ascii=False)
            shown = shown if len(shown) <= 80 else shown[:79] + "…"
            found.append(
                TokenError(
                    en=f"{shown} is not a {kind}: {fault.en}.{fault.near[0]}",
                    ja=f"{shown} は {kind} の値ではありません。{fault.ja}。{fault.near[1]}",
                    place=self.tree.place(path, *inner, *fault.path),
                )
            )
        return found

    def plain(self, raw: Any, path: Path, inner: Path) -> Any:
        """A value with the pointers inside it followed, whatever its type."""
        if isinstance(raw, dict):
            if "$ref" in raw:
                target = self.target(raw, path, inner)
                if target is None:
                    return raw
                if target.token is not None:
                    return self.typed(target.token).value
                return self.plain(target.value, path, inner)
            return {
                name: self.plain(part, path, (*inner, name)) if isinstance(part, dict | list) else part
                for name, part in raw.items()
            }
        if isinstance(raw, list):
            return [
                self.plain(item, path, (*inner, str(index))) if isinstance(item, dict | list) else item
                for index, item in enumerate(raw)
            ]
        return raw

    def target(self, raw: Any, path: Path, inner: Path) -> _Target | None:
        """Where a value leads when it is a reference; None when it is not one."""
        if isinstance(raw, str) and raw.startswith("{"):
            target = brace_path(raw)
            if target is None or not all(target) or any("{" in name or "}" in name for name in target):
                raise TokenError(
                    en=f"'{raw}' is no reference; write '{{group.token}}'.",
                    ja=f"「{raw}」は参照の形ではありません。「{{group.token}}」と書いてください。",
                    place=self.tree.place(path, *inner),
                )
            if target not in self.nodes:
                self.refuse_unknown(raw, target, path, inner)
            return _Target(target)
        if isinstance(raw, dict) and isinstance(raw.get("$ref"), str):
            return self.pointed(raw["$ref"], path, inner)
        return None

    def pointed(self, text: str, path: Path, inner: Path) -> _Target:
        """What a JSON Pointer leads to; references met on the way are followed."""
        try:
            parts = parse_pointer(text)
        except ValueError:
            raise TokenError(
                en=f"'{text}' is no JSON Pointer; write '#/group/token'.",
                ja=f"「{text}」は JSON Pointer ではありません。「#/group/token」と書いてください。",
                place=self.tree.place(path, *inner),
            ) from None
        guard = ("$ref", *parts)
        depth = next((size for size in range(1, len(parts) + 1) if parts[:size] in self.nodes), 0)
        if depth and parts[depth:] in ((), ("$value",)):
            return _Target(parts[:depth])
        if depth == 0:
            self.refuse_unknown(text, parts, path, inner)
        self.enter(guard, path)
        try:
            return _Target(None, self.inside(parts, depth, text, path, inner))
        finally:
            self.open.pop(guard, None)

    def inside(self, parts: Path, depth: int, text: str, path: Path, inner: Path) -> Any:
        """The value at a pointer's end, of which the first ``depth`` names lead to a token."""
        current: Any = _with_value(self.nodes[parts[:depth]][0])
        for name in parts[depth:]:
            current = self.unwrapped(current, path, inner)
            if isinstance(current, dict) and name in current:
                current = current[name]
            elif isinstance(current, list) and name.isdigit() and int(name) < len(current):
                current = current[int(name)]
            else:
                self.refuse_unknown(text, parts, path, inner)
        return self.unwrapped(current, path, inner)

    def unwrapped(self, raw: Any, path: Path, inner: Path) -> Any:
        seen: set[Path] = set()
        while target := self.target(raw, path, inner):
            if target.token is None:
                return target.value
            if target.token in seen:
                self.enter(target.token, path)
                self.enter(target.token, path)
            seen.add(target.token)
            raw = _raw(self.nodes[target.token][0])
        return raw

    def enter(self, step: Path, path: Path) -> None:
        """Note that a reference is being followed; refuse to follow it inside itself.

        :raises TokenError: told at every token of the circle (Format § Aliases, circular references).
        """
        if step not in self.open:
            self.open[step] = None
            return
        steps = list(self.open)
        circle = steps[steps.index(step) :]
        noted = Faults()
        for index, start in enumerate(circle):
            if start[0] != "$ref":
                noted.add(self.circular([*circle[index:], *circle[: index + 1]], start))
        noted.refuse()
        raise self.circular([*circle, step], path)

    def circular(self, circle: list[Path], path: Path) -> TokenError:
        chain = " → ".join(format_pointer(one[1:]) if one[0] == "$ref" else ".".join(one) for one in circle)
        return TokenError(
            en=f"this reference leads back to itself ({chain}); give one of them a value.",
            ja=f"参照が輪になっています（{chain}）。どれか一つに値を書いてください。",
            place=self.tree.place(path),
        )

    def refuse_unknown(self, text: str, target: Path, path: Path, inner: Path) -> NoReturn:
        name = ".".join(target)
        near = hint(name, [".".join(known) for known in self.nodes])
        if any(known[: len(target)] == target for known in self.nodes):
            root = (*target, "$root") in self.nodes
            near = (f" '{name}' is a group{f'; its own token is {name}.$root' if root else ''}.",
                    f"「{name}」はグループです{f'（グループ自身の値は {name}.$root）' if root else ''}。")  # fmt: skip
        raise TokenError(
            en=f"'{text}' leads to no token.{near[0]}",
            ja=f"「{text}」というトークンはありません。{near[1]}",
            place=self.tree.place(path, *inner),
        )

    def refuse_type(self, path: Path, inner: Path, kind: str, target: Path, found: str) -> NoReturn:
        name = ".".join(target)
        raise TokenError(
            en=f"a {kind} is wanted here, but '{name}' is a {found}.",
            ja=f"ここには {kind} が要りますが、「{name}」は {found} です。",
            place=self.tree.place(path, *inner),
        )


# Types whose value may be a list, and the type of its items.
_LISTS = {
    "shadow": "shadow",
    "gradient": "gradient",
    "dashArray": "dimension",
    "fontFamily": "fontFamily",
}


def _is_item(inner: Path) -> bool:
    return bool(inner) and inner[-1].isdigit()


def _raw(node: Node) -> Any:
    return node["$value"] if "$value" in node else {"$ref": node["$ref"]}


def _with_value(node: Node) -> Node:
    """A token's object in which ``$value`` stands also when it was written as a token-level ``$ref``."""
    return {**{key: value for key, value in node.items() if key != "$ref"}, "$value": _raw(node)}
