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
from designsys.tokens.pointer import Path, array_index, parse_pointer
from designsys.tokens.resolver_form import Entries, document_faults, modifier_faults, set_faults
from designsys.tokens.token import EXTENSION

__all__ = ["Modifier", "PlainFile", "ResolverDocument", "Source"]

Source = tuple[Document, dict[str, Any], Path]
"""A token tree, the file it stands in, and its path there."""


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
        self._entries: dict[Path, Entries] = {}
        self.order: list[Modifier | Path] = []
        faults = Faults()
        faults.add(*document.duplicates, *document_faults(document))
        order = document.data.get("resolutionOrder")
        self._read_order(order if isinstance(order, list) else [], faults)
        for kind in ("sets", "modifiers"):
            named = document.data.get(kind)
            for name in named if isinstance(named, dict) else ():
                with faults.noted():
                    self._checked((kind, name), faults)
        faults.refuse()

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
        """A set or modifier of the order as it is written, with what its references give."""
        return {key: value for key, (value, _) in self._entries[at].items()}

    def context(self, modifier: Modifier, name: str, faults: Faults) -> Iterator[Source]:
        """The token trees of one context of a modifier, the winning ones last."""
        if added := self._added.get((modifier.name, name)):
            yield added, added.data, ()
        else:
            at = self._entries[modifier.at]["contexts"][1]
            yield from self._trees((*at, name), (), faults)

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

    def _read_order(self, items: list[Any], faults: Faults) -> None:
        seen: dict[str, list[tuple[str, bool]]] = {}
        for index, item in enumerate(items):
            here = ("resolutionOrder", str(index))
            with faults.noted():
                at = self._ordered(item, here)
                inline = at == here
                name, kind = (item["name"], item["type"] + "s") if inline else (at[1], at[0])
                # A set and a modifier of the root maps may share a name; one that is written in the order may not.
                if any(inline or there or kind == other for other, there in seen.setdefault(name, [])):
                    self._refuse(
                        here, f"'{name}' stands in the order twice.", f"「{name}」が二度並んでいます。"
                    )
                seen[name].append((kind, inline))
                entries = self._checked(at, faults, here)
                self._entries[at] = entries
                self.order.append(self._modifier(name, at, entries) if kind == "modifiers" else at)

    def _ordered(self, item: Any, here: Path) -> Path:
        """The path of what an item of the order names, which is its own when it is written there."""
        if isinstance(item, dict) and isinstance(item.get("$ref"), str):
            target = self._local(item["$ref"], (*here, "$ref"))
            if len(target) != 2 or target[0] not in ("sets", "modifiers"):
                self._refuse(
                    (*here, "$ref"),
                    "the order takes '#/sets/…' and '#/modifiers/…'.",
                    "ここに書けるのは「#/sets/…」か「#/modifiers/…」です。",
                )
            self._get(target, (*here, "$ref"))
            return target
        if (
            isinstance(item, dict)
            and isinstance(item.get("name"), str)
            and item.get("type") in ("set", "modifier")
        ):
            return here
        return self._refuse(
            here,
            "write a $ref, or an object with name and type (set or modifier).",
            "$ref か、name と type（set か modifier）を書いてください。",
        )

    def _checked(self, at: Path, faults: Faults, here: Path | None = None) -> Entries:
        """The entries of a set or modifier; what is wrong with them is noted.

        :param here: the place in the order that names it, where more keys may stand.
        """
        where = here or at
        entries = self._resolved(self._get(where, where), where, ())
        is_modifier = at[0] == "modifiers" or entries.get("type", ("",))[0] == "modifier"
        name = entries["name"][0] if at[0] == "resolutionOrder" else at[1]
        faults.add(
            *(
                modifier_faults(entries, self.document, at, name)
                if is_modifier
                else set_faults(entries, self.document, at)
            )
        )
        return entries

    def _resolved(self, node: Any, at: Path, open_: tuple[Path, ...]) -> Entries:
        """An object with what its ``$ref`` gives; the keys beside it override (Resolver § 4.2.2)."""
        if not isinstance(node, dict):
            self._refuse(at, "write an object.", "オブジェクトを書いてください。")
        own = {key: (value, (*at, key)) for key, value in node.items() if key != "$ref"}
        if "$ref" not in node:
            return own
        target = self._local(node["$ref"], (*at, "$ref"))
        self._refuse_circle(target, at, open_)
        found = self._get(target, (*at, "$ref"))
        return {**self._resolved(found, target, (*open_, at)), **own}

    def _modifier(self, name: str, at: Path, entries: Entries) -> Modifier:
        found = {key: value for key, (value, _) in entries.items()}
        contexts, default = found.get("contexts"), found.get("default")
        extensions = found.get("$extensions")
        own = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
        names = sorted(contexts if isinstance(contexts, dict) else (), key=lambda context: context != default)
        return Modifier(name, tuple(names), default, own if isinstance(own, dict) else {}, at)

    def trees(self, at: Path, open_: tuple[Path, ...], faults: Faults) -> Iterator[Source]:
        """The token trees of a set of the order, with those of the sets and files that it refers to.

        :param at: the path of its list of sources.
        :param open_: the lists that are being read, so that none is read inside itself.
        :param faults: where to note a source that is missing or wrong.
        """
        entries = self._entries.get(at[:-1], {})
        yield from self._trees(entries.get("sources", (None, at))[1], open_, faults)

    def _trees(self, at: Path, open_: tuple[Path, ...], faults: Faults) -> Iterator[Source]:
        if at in open_:
            chain = " → ".join("/".join(step) for step in (*open_, at) if step[-1:] == at[-1:])
            self._refuse(
                at,
                f"this set leads back to itself ({chain}).",
                f"セットの参照が輪になっています（{chain}）。",
            )
        sources = self._get(at, at)
        if not isinstance(sources, list):
            self._refuse(at, "write an array of sources.", "sources の配列を書いてください。")
        for index, item in enumerate(sources):
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
        if not reference.startswith("#"):
            document, target, found = self._file(reference, (*at, "$ref"))
            self._refuse_no_tree(found, at)
            trees = iter([(document, found, target)])
        else:
            target = self._local(reference, (*at, "$ref"))
            found = self._get(target, (*at, "$ref"))
            if len(target) == 2 and target[0] == "sets":
                # What is wrong with the set itself was told when the document was read.
                yield from self._trees(self._resolved(item, at, ())["sources"][1], open_, faults)
                return
            self._refuse_circle(target, at, open_)
            self._refuse_no_tree(found, at)
            trees = self._source(found, target, (*open_, at), faults)
        # The keys beside a $ref replace those of the same name, whole (Resolver § 4.2.2).
        for document, node, place in trees:
            yield document, {key: value for key, value in node.items() if key not in over}, place
        if over:
            yield self.document, over, at

    def _refuse_no_tree(self, node: Any, at: Path) -> None:
        if not isinstance(node, dict):
            self._refuse(
                (*at, "$ref"),
                "this leads to something that is no group of tokens.",
                "参照の先がトークンのグループではありません。",
            )

    def _refuse_circle(self, target: Path, at: Path, open_: tuple[Path, ...]) -> None:
        """Refuse a reference to an object that is being read, or to one around it."""
        chain = (*open_, at)
        if any(step[: len(target)] == target for step in chain):
            names = " → ".join("/".join(step) or "#" for step in (*chain, target))
            self._refuse(
                (*at, "$ref"),
                f"this reference leads back to itself ({names}).",
                f"参照が輪になっています（{names}）。",
            )

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

    def _local(self, reference: object, at: Path) -> Path:
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

    def _pointer(self, text: object, at: Path) -> Path:
        try:
            return parse_pointer(str(text))
        except ValueError:
            self._refuse(
                at,
                f"'{text}' is no JSON Pointer; write '#/sets/name'.",
                f"「{text}」は JSON Pointer ではありません。「#/sets/name」と書いてください。",
            )

    def _get(self, path: Path, at: Path) -> Any:
        node: Any = self.document.data
        for part in path:
            index = array_index(part)
            if isinstance(node, list) and index is not None and index < len(node):
                node = node[index]
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
