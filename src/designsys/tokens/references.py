"""From a merged tree to tokens with values: types found, references followed, values checked.

``{group.token}`` and ``$ref`` pointers are followed only after all sources are merged,
so that a later source changes what an earlier alias means. What a value of a type
looks like is known to :mod:`designsys.tokens.values`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

from designsys.tokens.errors import Faults, TokenError
from designsys.tokens.following import Broken, References, Target, written_value
from designsys.tokens.pointer import Path
from designsys.tokens.shape import Node
from designsys.tokens.token import Token
from designsys.tokens.tree import Tree
from designsys.tokens.values import PARTS, TYPES, ValueFault, leaf_faults, part_faults

__all__ = ["resolve_tokens"]


def resolve_tokens(tree: Tree) -> dict[str, Token]:
    """Every token of a merged tree, by its path.

    A token without type, a value that its type does not allow, and a reference that leads nowhere, to another
    type, or back to itself are noted in the tree's faults; such a token is left out.
    """
    values = _Values(tree)
    found = {}
    for path in values.nodes:
        try:
            found[".".join(path)] = values.token(path)
        except Broken:
            continue
    return found


class _Typed(NamedTuple):
    type: str
    value: Any


class _Values:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.references = References(tree)
        self.nodes = self.references.nodes
        self.broken = self.references.broken
        self.done: dict[Path, _Typed] = {}

    def token(self, path: Path) -> Token:
        kind, value = self.typed(path)
        node, handed = self.nodes[path]
        own, given = node.get("$extensions"), handed.get("$extensions")
        return Token(
            names=path,
            type=kind,
            value=value,
            raw=written_value(node),
            description=node.get("$description", ""),
            deprecated=node["$deprecated"] if "$deprecated" in node else handed.get("$deprecated", False),
            extensions={**given, **own} if own and given else own or given or {},
            _tree=self.tree,
        )

    def typed(self, path: Path) -> _Typed:
        """Type and value of a token; chains of aliases are walked, not recursed, however long.

        :raises Broken: when it has a fault, which is noted.
        """
        found = self.done.get(path)
        if found is not None:
            return found
        chain: list[tuple[Path, Path | None]] = []
        depth = len(self.references.open)
        at: Path | None = path
        try:
            while at is not None and at not in self.done:
                if at in self.broken:
                    raise Broken
                self.references.enter(at)
                node = self.nodes[at][0]
                target = self.target(written_value(node), at, self.references.inner(at), node.get("$type"))
                alias = target.token if target else None
                chain.append((at, alias))
                at = alias
            for step, alias in reversed(chain):
                self.done[step] = self.literal(step) if alias is None else self.aliased(step, alias)
                self.references.open.pop(step)
        except (TokenError, Broken) as fault:
            if isinstance(fault, TokenError):
                self.tree.faults.add(fault)
            entered = list(self.references.open)[depth:]
            self.broken |= {step for step in (*entered, path) if step not in self.done}
            for step in entered:
                self.references.open.pop(step)
            raise Broken from None
        return self.done[path]

    def aliased(self, path: Path, target: Path) -> _Typed:
        own = self.nodes[path][0].get("$type")
        typed = self.done[target]
        if own is not None and own not in TYPES:
            raise Broken
        if own is not None and own != typed.type:
            self.refuse_type(path, self.references.inner(path), own, target, typed.type)
        return typed

    def literal(self, path: Path) -> _Typed:
        node, handed = self.nodes[path]
        kind = node.get("$type", handed.get("$type"))
        if kind is None:
            # An inherited token without type is told where it was inherited from.
            origin, own = self.origin(path)
            if self.tree.may_have_lost_type(path) or (origin != path and own is None):
                raise Broken
            raise TokenError(
                en=f"'{'.'.join(path)}' has no type; write $type on it or on a group around it.",
                ja=f"「{'.'.join(path)}」の型が分かりません。$type をここか、外側のグループに書いてください。",
                place=self.tree.place(path),
            )
        if kind not in TYPES:
            raise Broken
        try:
            return _Typed(kind, self.value(kind, written_value(node), path, self.references.inner(path)))
        except TokenError:
            origin, own = self.origin(path)
            if "$type" in node or own in (None, kind):
                raise
            self.typed(origin)
            self.refuse_retyping(path, kind, origin, own)

    def origin(self, path: Path) -> tuple[Path, str | None]:
        """Where a token is inherited from, itself when it is not, and the type that groups hand down there."""
        found = self.tree.origins.get(path, path)
        found = found if found in self.nodes else path
        return found, self.nodes[found][1].get("$type")

    def value(self, kind: str, raw: Any, path: Path, inner: Path) -> Any:
        """A value of a type with all references in it followed; ``inner`` leads to it inside the token."""
        may_refer = isinstance(raw, str) or (isinstance(raw, dict) and "$ref" in raw)
        target = self.target(raw, path, inner, kind) if may_refer else None
        if target is None:
            return self.parts(kind, raw, path, inner)
        if target.token is not None:
            typed = self.typed(target.token)
            if typed.type != kind:
                self.refuse_type(path, inner, kind, target.token, typed.type)
            return typed.value
        try:
            return self.value(kind, target.value, path, inner)
        except TokenError:
            if self.is_broken(target.path):
                raise Broken from None
            raise

    def parts(self, kind: str, raw: Any, path: Path, inner: Path) -> Any:
        if isinstance(raw, list) and kind in _LISTS:
            return self.items(kind, raw, path, inner)
        if isinstance(raw, dict) and kind in PARTS and not (kind == "gradient" and not _is_item(inner)):
            allowed = PARTS[kind]
            faults = self.value_errors(kind, raw, path, inner, part_faults(raw, allowed))
            parts = (
                (name, allowed[name], part, (*inner, name)) for name, part in raw.items() if name in allowed
            )
            return self.each(parts, path, faults)
        return self.leaf(kind, raw, path, inner)

    def each(
        self, parts: Iterable[tuple[str, str, Any, Path]], path: Path, known: Iterable[TokenError] = ()
    ) -> dict[str, Any]:
        """The values of several parts; refused with the faults of all, after those that are known already."""
        found: dict[str, Any] = {}
        faults = Faults()
        faults.add(*known)
        broken = False
        for name, kind, raw, inner in parts:
            try:
                with faults.noted():
                    found[name] = self.value(kind, raw, path, inner)
            except Broken:
                broken = True
        faults.refuse()
        if broken:
            raise Broken
        return found

    def leaf(self, kind: str, raw: Any, path: Path, inner: Path) -> Any:
        """A value that has no parts of a type of their own, though pointers may stand in it."""
        unknown: dict[Path, list[TokenError]] = {}
        plain = self.plain(raw, path, inner, unknown)
        wrong = leaf_faults(kind, plain)
        if not wrong and not unknown:
            return plain
        faults = Faults()
        for errors in unknown.values():
            faults.add(*errors)
        ways = [(fault, (*inner, *fault.path)) for fault in wrong]
        hidden = [fault for fault, way in ways if any(way[: len(part)] == part for part in unknown)]
        faults.add(*self.value_errors(kind, raw, path, inner, (one for one in wrong if one not in hidden)))
        faults.refuse()
        raise Broken

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

    def plain(self, raw: Any, path: Path, inner: Path, unknown: dict[Path, list[TokenError]]) -> Any:
        """A value with the pointers inside it followed, whatever its type.

        :param unknown: where to note the parts whose pointer leads nowhere, with what is to be told of them.
        """
        if isinstance(raw, dict):
            if isinstance(raw.get("$ref"), str):
                return self.part_pointed(raw, path, inner, unknown)
            return {
                name: self.plain(part, path, (*inner, name), unknown)
                if isinstance(part, dict | list)
                else part
                for name, part in raw.items()
            }
        if isinstance(raw, list):
            return [
                self.plain(item, path, (*inner, str(index)), unknown)
                if isinstance(item, dict | list)
                else item
                for index, item in enumerate(raw)
            ]
        return raw

    def part_pointed(self, raw: Node, path: Path, inner: Path, unknown: dict[Path, list[TokenError]]) -> Any:
        try:
            target = self.target(raw, path, inner)
            if target is None:
                return raw
            if target.token is not None:
                return self.typed(target.token).value
        except (TokenError, Broken) as fault:
            unknown[inner] = [fault] if isinstance(fault, TokenError) else []
            return None
        there: dict[Path, list[TokenError]] = {}
        found = self.plain(target.value, target.path, target.inner, there)
        if there:
            unknown[inner] = [error for errors in there.values() for error in errors]
        return found

    def target(self, raw: Any, path: Path, inner: Path, kind: str | None = None) -> Target | None:
        """Where a value leads when it is a reference; None when it is not one.

        :param kind: the type that is wanted there, for the nearest right name.
        :raises Broken: when it leads into a token with a fault, of which this is a consequence.
        """
        try:
            return self.references.target(raw, path, inner, kind)
        except TokenError:
            if self.is_broken(self.references.pointed_holder(raw)):
                raise Broken from None
            raise

    def is_broken(self, path: Path) -> bool:
        """Whether what stands at a path is a token with a fault, which is noted then."""
        if path not in self.nodes or path in self.references.open:
            return False
        try:
            self.typed(path)
        except Broken:
            return True
        return False

    def refuse_retyping(self, path: Path, kind: str, origin: Path, own: str) -> NoReturn:
        """Refuse the type of a group that an inherited token does not suit (Format § 6.7.3)."""
        group = path[:-1]
        while "$type" not in (self.tree.group(group) or {}):
            group = group[:-1]
        raise TokenError(
            en=f"'{path[-1]}', which is inherited from '{'.'.join(origin)}', is a {own}, no {kind}; "
            "take this $type away, or write it on the tokens that need it.",
            ja=f"「{'.'.join(origin)}」から継いだ「{path[-1]}」は {own} で、{kind} ではありません。"
            "この $type を消すか、要るトークンに書いてください。",
            place=self.tree.place(group, "$type"),
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
