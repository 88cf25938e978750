"""A token system: the resolver document, its sets and modifiers, and what they resolve to.

Follows the DTCG resolver module 2025.10. Files are read once; nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from designsys import resources
from designsys.tokens.document import Document
from designsys.tokens.errors import Place, TokenError, hint
from designsys.tokens.extends import extend
from designsys.tokens.references import resolve_tokens
from designsys.tokens.sources import Modifier, ResolverDocument
from designsys.tokens.token import Token
from designsys.tokens.tree import Tree

__all__ = ["TokenSystem", "load"]


@dataclass
class TokenSystem:
    """Tokens in all their schemes and themes, as :func:`load` gives them.

    :param path: the resolver document.
    """

    path: FilePath
    _resolver: ResolverDocument = field(repr=False)
    _cache: dict[tuple[str, ...], dict[str, Token]] = field(default_factory=dict, repr=False)
    _only: dict[str, str] = field(default_factory=dict, repr=False)

    def only(self, **inputs: str) -> TokenSystem:
        """The same tokens with a choice made for good: the other contexts of those modifiers are gone.

        :param inputs: a context for each modifier to be fixed, such as ``theme="wakaba"``.
        :raises TokenError: for an unknown modifier or context; gives the nearest name.
        """
        chosen = self._chosen(inputs)
        fixed = {
            modifier.name
            for modifier in self._modifiers
            if modifier.name.casefold() in map(str.casefold, inputs)
        }
        return TokenSystem(self.path, self._resolver, self._cache, {name: chosen[name] for name in fixed})

    @property
    def contexts(self) -> dict[str, tuple[str, ...]]:
        """The names of each modifier's contexts, the default first: ``{"scheme": ("light", …), …}``."""
        return {
            modifier.name: (self._only[modifier.name],) if modifier.name in self._only else modifier.contexts
            for modifier in self._modifiers
        }

    def resolve(self, **inputs: str) -> dict[str, Token]:
        """All tokens by path for one choice of contexts.

        :param inputs: a context for each modifier, such as ``scheme="dark"``, in any case of letters;
            one that is left out takes the modifier's default.
        :raises TokenError: for an unknown modifier or context, one without default that is left out,
            and any fault in the tokens.
        """
        chosen = self._chosen(inputs)
        key = tuple(chosen.values())
        if key not in self._cache:
            tree = Tree()
            for document, node, at in self._resolver.sources(chosen):
                tree.merge(document, node, at)
            extend(tree)
            self._cache[key] = resolve_tokens(tree)
        return self._cache[key]

    def extension(self, modifier: str) -> dict[str, Any]:
        """What a modifier's ``$extensions`` tells designsys; empty when there is no such modifier."""
        found = next((one for one in self._modifiers if one.name == modifier), None)
        return found.own if found else {}

    @property
    def _modifiers(self) -> list[Modifier]:
        return self._resolver.modifiers

    def _chosen(self, inputs: dict[str, str]) -> dict[str, str]:
        place = Place(str(self.path))
        known = {modifier.name.casefold(): modifier for modifier in self._modifiers}
        given: dict[str, str] = {}
        for name, context in inputs.items():
            if name.casefold() not in known:
                near = hint(name, list(self.contexts))
                raise TokenError(
                    en=f"there is no modifier '{name}'; this resolver has {_words(tuple(self.contexts))}.{near[0]}",
                    ja=f"「{name}」という切り替えはありません。あるのは {_words(tuple(self.contexts))} です。{near[1]}",
                    place=place,
                )
            given[known[name.casefold()].name] = _context(known[name.casefold()], context, place)
        for modifier in self._modifiers:
            if modifier.name not in given and modifier.default is None:
                raise TokenError(
                    en=f"'{modifier.name}' has no default; choose one of {_words(modifier.contexts)}.",
                    ja=f"「{modifier.name}」には既定がありません。{_words(modifier.contexts)} から選んでください。",
                    place=place,
                )
        return {
            modifier.name: given.get(modifier.name) or self._only.get(modifier.name) or modifier.default or ""
            for modifier in self._modifiers
        }


def load(path: FilePath | str | None = None) -> TokenSystem:
    """The token system of a folder.

    :param path: a folder with one ``*.resolver.json``, or such a file; designsys' own tokens when left out.
    :raises TokenError: when there is no resolver document, more than one, or it breaks the format.
    """
    place = FilePath(path if path is not None else resources.tokens())
    if place.is_dir():
        found = sorted(place.glob("*.resolver.json"))
        if len(found) != 1:
            names = ", ".join(file.name for file in found)
            raise TokenError(
                en=f"this folder has {'more than one resolver document: ' + names if found else 'no *.resolver.json'}; "
                "it needs exactly one.",
                ja=f"このフォルダーには{'リゾルバーが複数あります（' + names + '）' if found else ' *.resolver.json がありません'}。"
                "一つだけ置いてください。",
                place=Place(str(place)),
            )
        place = found[0]
    return TokenSystem(place, ResolverDocument(Document(place)))


def _context(modifier: Modifier, given: object, place: Place) -> str:
    if not isinstance(given, str):
        raise TokenError(
            en=f"the context of '{modifier.name}' must be a string, not {given!r}.",
            ja=f"「{modifier.name}」には文字列を渡してください（{given!r} は使えません）。",
            place=place,
        )
    for context in modifier.contexts:
        if context.casefold() == given.casefold():
            return context
    near = hint(given, list(modifier.contexts))
    raise TokenError(
        en=f"there is no {modifier.name} '{given}'; it is one of {_words(modifier.contexts)}.{near[0]}",
        ja=f"{modifier.name} に「{given}」はありません。{_words(modifier.contexts)} のどれかです。{near[1]}",
        place=place,
    )


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "–"
