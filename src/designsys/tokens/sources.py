"""The resolver document: which token sources, in which order, for which choice of contexts.

It finds the sources and checks the document's own form; merging and aliases are not its work.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, NoReturn

from designsys.tokens.document import Document
from designsys.tokens.errors import Faults, TokenError, hint
from designsys.tokens.pointer import Path, parse_pointer
from designsys.tokens.token import EXTENSION

__all__ = ["Modifier", "PlainFile", "ResolverDocument", "Source"]

Source = tuple[Document, dict[str, Any], Path]
"""A token tree, the file it stands in, and its path there."""

VERSION = "2025.10"
_ROOT = (
    "name",
    "version",
    "description",
    "sets",
    "modifiers",
    "resolutionOrder",
    "$schema",
    "$defs",
    "$extensions",
)


@dataclass(frozen=True)
class Modifier:
    """A choice, such as the scheme.

    :param name: its name in ``modifiers``, or in the order itself.
    :param contexts: what can be chosen, the default first.
    :param default: what holds when nothing is chosen; None when something must be.
    :param own: what its ``$extensions`` tells designsys.
    :param at: its path in the resolver document.
    """

    name: str
    contexts: tuple[str, ...]
    default: str | None
    own: dict[str, Any]
    at: Path


class PlainFile:
    """A token file on its own: one source, nothing to choose.

    :param document: the token file.
    """

    modifiers: tuple[Modifier, ...] = ()

    def __init__(self, document: Document) -> None:
        self.document = document

    def sources(self, chosen: Mapping[str, str], faults: Faults) -> Iterator[Source]:
        """The file itself, whatever is chosen."""
        yield self.document, self.document.data, ()

    def with_contexts(self, modifier: str, documents: Mapping[str, Document]) -> ResolverDocument:
        """Refused: there is no modifier to add to.

        :raises TokenError: always.
        """
        raise _no_modifier(modifier, self.document)


class ResolverDocument:
    """A ``*.resolver.json``, checked.

    ``order`` holds what is laid over what: a :class:`Modifier`, or the path of a set.

    :param document: the file.
    :raises TokenError: when it breaks the resolver module's rules.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._files: dict[str, Document] = {}
        self._added: dict[tuple[str, str], Document] = {}
        faults = Faults()
        faults.add(*document.duplicates)
        self._check_root(faults)
        self.order: list[Modifier | Path] = []
        for index, item in enumerate(document.data["resolutionOrder"]):
            with faults.noted():
                self.order.append(self._ordered(item, ("resolutionOrder", str(index))))
        faults.refuse()
        self._check_names()

    @property
    def modifiers(self) -> tuple[Modifier, ...]:
        """What can be chosen, in the order in which it is applied."""
        return tuple(item for item in self.order if isinstance(item, Modifier))

    def with_contexts(self, modifier: str, documents: Mapping[str, Document]) -> ResolverDocument:
        """The same document with more contexts for a modifier, each one token file.

        :param modifier: the modifier's name.
        :param documents: the token file of each new context; a context that was there is replaced.
        :raises TokenError: when there is no such modifier.
        """
        if modifier not in [one.name for one in self.modifiers]:
            raise _no_modifier(modifier, self.document)
        more = copy.copy(self)
        more._added = {**self._added, **{(modifier, name): found for name, found in documents.items()}}
        more.order = [
            dataclasses.replace(item, contexts=tuple(dict.fromkeys((*item.contexts, *documents))))
            if isinstance(item, Modifier) and item.name == modifier
            else item
            for item in self.order
        ]
        return more

    def node(self, at: Path) -> Any:
        """What is written at a path of the document."""
        return self._get(at, at)

    def context(self, modifier: Modifier, name: str, faults: Faults) -> Iterator[Source]:
        """The token trees of one context of a modifier, the winning ones last."""
        if added := self._added.get((modifier.name, name)):
            yield added, added.data, ()
        else:
            yield from self.trees((*modifier.at, "contexts", name), (), faults)

    def sources(self, chosen: Mapping[str, str], faults: Faults) -> Iterator[Source]:
        """The token trees for a choice, the winning ones last.

        :param chosen: the context of each modifier.
        :param faults: where to note a source that is missing or wrong.
        """
        for item in self.order:
            if isinstance(item, Modifier):
                yield from self.context(item, chosen[item.name], faults)
            else:
                yield from self.trees((*item, "sources"), (), faults)

    def _check_root(self, faults: Faults) -> None:
        data = self.document.data
        for key in data:
            if key not in _ROOT:
                near = hint(key, list(_ROOT))
                with faults.noted():
                    self._refuse(
                        (key,),
                        f"a resolver document has no '{key}'.{near[0]}",
                        f"リゾルバーに「{key}」という項目はありません。{near[1]}",
                    )
        if data.get("version") != VERSION:
            with faults.noted():
                self._refuse(
                    ("version",),
                    f'write "version": "{VERSION}".',
                    f'「"version": "{VERSION}"」と書いてください。',
                )
        for key, kind, en, ja in (
            ("resolutionOrder", list, "an array", "配列"), ("sets", dict, "an object", "オブジェクト"),
            ("modifiers", dict, "an object", "オブジェクト"),
        ):  # fmt: skip
            if not isinstance(data.get(key, {} if key != "resolutionOrder" else None), kind):
                with faults.noted():
                    self._refuse((key,), f"'{key}' must be {en}.", f"「{key}」には{ja}を書いてください。")
        if not isinstance(data.get("resolutionOrder"), list):
            faults.refuse()

    def _ordered(self, item: Any, at: Path) -> Modifier | Path:
        if isinstance(item, dict) and isinstance(item.get("$ref"), str):
            target = self._local(item["$ref"], (*at, "$ref"))
            if len(target) != 2 or target[0] not in ("sets", "modifiers"):
                self._refuse(
                    (*at, "$ref"),
                    "the order takes '#/sets/…' and '#/modifiers/…'.",
                    "ここに書けるのは「#/sets/…」か「#/modifiers/…」です。",
                )
            self._get(target, (*at, "$ref"))
            return self._modifier(target[1], target) if target[0] == "modifiers" else self._set(target)
        if (
            isinstance(item, dict)
            and isinstance(item.get("name"), str)
            and item.get("type") in ("set", "modifier")
        ):
            return self._modifier(item["name"], at) if item["type"] == "modifier" else self._set(at)
        return self._refuse(
            at,
            "write a $ref, or an object with name and type (set or modifier).",
            "$ref か、name と type（set か modifier）を書いてください。",
        )

    def _set(self, at: Path) -> Path:
        if not isinstance(self._get((*at, "sources"), at), list):
            self._refuse(at, "a set needs an array of sources.", "セットには sources の配列が要ります。")
        return at

    def _modifier(self, name: str, at: Path) -> Modifier:
        node = self._get(at, at)
        contexts = node.get("contexts") if isinstance(node, dict) else None
        if not isinstance(contexts, dict) or len(contexts) < 2:
            self._refuse(
                at,
                f"the modifier '{name}' needs at least two contexts.",
                f"切り替え「{name}」には二つ以上の contexts が要ります。",
            )
        for context, sources in contexts.items():
            if not isinstance(sources, list):
                self._refuse(
                    (*at, "contexts", context),
                    "a context is an array of sources.",
                    "contexts の中は sources の配列です。",
                )
        default = node.get("default")
        if default is not None and default not in contexts:
            near = hint(str(default), list(contexts))
            self._refuse(
                (*at, "default"),
                f"'{default}' is not one of the contexts.{near[0]}",
                f"「{default}」は contexts にありません。{near[1]}",
            )
        names = sorted(contexts, key=lambda context: context != default)
        own = node.get("$extensions", {}).get(EXTENSION, {})
        return Modifier(name, tuple(names), default, own, at)

    def _check_names(self) -> None:
        seen: dict[str, list[tuple[str, bool]]] = {}
        for index, item in enumerate(self.order):
            at, kind = (item.at, "modifier") if isinstance(item, Modifier) else (item, "set")
            inline = at[0] == "resolutionOrder"
            name = self._get(at, at)["name"] if inline else at[-1]
            # A set and a modifier of the root maps may share a name; one that is written in the order may not.
            if any(
                inline or other_inline or kind == other for other, other_inline in seen.setdefault(name, [])
            ):
                here = ("resolutionOrder", str(index))
                self._refuse(here, f"'{name}' stands in the order twice.", f"「{name}」が二度並んでいます。")
            seen[name].append((kind, inline))

    def trees(self, at: Path, open_: tuple[Path, ...], faults: Faults) -> Iterator[Source]:
        """The token trees of a list of sources, with those of the sets and files that it refers to.

        :param at: the path of the list.
        :param open_: the lists that are being read, so that none is read inside itself.
        :param faults: where to note a source that is missing or wrong.
        """
        if at in open_:
            chain = " → ".join("/".join(step) for step in (*open_, at))
            self._refuse(
                at,
                f"this set leads back to itself ({chain}).",
                f"セットの参照が輪になっています（{chain}）。",
            )
        for index, item in enumerate(self._get(at, at)):
            with faults.noted():
                yield from self._source(item, (*at, str(index)), (*open_, at), faults)

    def _source(self, item: Any, at: Path, open_: tuple[Path, ...], faults: Faults) -> Iterator[Source]:
        if not isinstance(item, dict):
            self._refuse(
                at,
                "a source is an object: tokens, or a $ref.",
                "sources の中は、トークンか $ref のオブジェクトです。",
            )
        reference = item.get("$ref")
        if not isinstance(reference, str):
            yield self.document, item, at
            return
        over = {key: value for key, value in item.items() if key != "$ref"}
        if reference.startswith("#"):
            target = self._local(reference, (*at, "$ref"))
            found = self._get(target, (*at, "$ref"))
            if len(target) == 2 and target[0] == "sets":
                yield from self.trees((*target, "sources"), open_, faults)
            else:
                yield from self._over(self.document, found, target, over, at)
        else:
            document, target, found = self._file(reference, (*at, "$ref"))
            yield from self._over(document, found, target, over, at)

    def _over(
        self, document: Document, node: Any, target: Path, over: dict[str, Any], at: Path
    ) -> Iterator[Source]:
        """A referenced tree, and the keys beside the ``$ref``, which replace its own of the same name."""
        if not isinstance(node, dict):
            self._refuse(
                (*at, "$ref"),
                "this leads to something that is no group of tokens.",
                "参照の先がトークンのグループではありません。",
            )
        yield document, {key: value for key, value in node.items() if key not in over}, target
        if over:
            yield self.document, over, at

    def _file(self, reference: str, at: Path) -> tuple[Document, Path, Any]:
        if "://" in reference:
            self._refuse(
                at,
                f"'{reference}' is an address; copy the file here, nothing is fetched.",
                f"「{reference}」は取りに行きません。ファイルをここに置いてください。",
            )
        name, mark, pointer = reference.partition("#")
        if name not in self._files:
            path = self.document.path.parent / name
            if not path.is_file():
                near = hint(name, _siblings(self.document.path.parent))
                self._refuse(
                    at,
                    f"there is no file '{name}' beside this document.{near[0]}",
                    f"「{name}」というファイルがありません。{near[1]}",
                )
            self._files[name] = Document(path)
        document = self._files[name]
        node: Any = document.data
        target = self._pointer(mark + pointer, at) if pointer else ()
        for part in target:
            if not isinstance(node, dict) or part not in node:
                self._refuse(at, f"'{name}' has no '{pointer}'.", f"「{name}」に「{pointer}」はありません。")
            node = node[part]
        return document, target, node

    def _local(self, reference: str, at: Path) -> Path:
        target = self._pointer(reference, at)
        if target[:1] == ("resolutionOrder",) or (
            target[:1] == ("modifiers",) and at[0] != "resolutionOrder"
        ):
            self._refuse(
                at,
                f"'{reference}' cannot be referred to from here.",
                f"ここから「{reference}」は参照できません。",
            )
        return target

    def _pointer(self, text: str, at: Path) -> Path:
        try:
            return parse_pointer(text)
        except ValueError:
            self._refuse(
                at,
                f"'{text}' is no JSON Pointer; write '#/sets/name'.",
                f"「{text}」は JSON Pointer ではありません。「#/sets/name」と書いてください。",
            )

    def _get(self, path: Path, at: Path) -> Any:
        node: Any = self.document.data
        for part in path:
            if isinstance(node, list) and part.isdigit() and int(part) < len(node):
                node = node[int(part)]
            elif isinstance(node, dict) and part in node:
                node = node[part]
            else:
                near = hint(part, list(node)) if isinstance(node, dict) else ("", "")
                self._refuse(
                    at,
                    f"there is no '{part}' in this document.{near[0]}",
                    f"この文書に「{part}」はありません。{near[1]}",
                )
        return node

    def _refuse(self, at: Path, en: str, ja: str) -> NoReturn:
        raise TokenError(en=en, ja=ja, place=self.document.place(at))


def _siblings(folder: FilePath) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in folder.rglob("*.json")]


def _no_modifier(name: str, document: Document) -> TokenError:
    return TokenError(
        en=f"these tokens have no modifier '{name}' to add to; write one in the resolver document.",
        ja=f"このトークンには「{name}」という切り替えがありません。リゾルバーに加えてください。",
        place=document.place(),
    )
