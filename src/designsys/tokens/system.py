"""A token system: the resolver document, its sets and modifiers, and what they resolve to.

Follows the DTCG resolver module 2025.10. Files are read once; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from designsys import resources
from designsys.tokens.document import Document
from designsys.tokens.errors import Faults, Place, TokenError, hint, near_name
from designsys.tokens.extends import extend
from designsys.tokens.references import resolve_tokens
from designsys.tokens.sources import Modifier, PlainFile, ResolverDocument
from designsys.tokens.token import EXTENSION, Token
from designsys.tokens.tree import Tree

__all__ = ["TokenSystem", "load", "theme_id"]


@dataclass
class TokenSystem:
    """Tokens in all their schemes and themes, as :func:`load` gives them.

    :param path: the resolver document, or the token file when there is none.
    :param resolver: what it says, checked.
    """

    path: FilePath
    resolver: ResolverDocument | PlainFile = field(repr=False)
    _cache: dict[tuple[str, ...], dict[str, Token]] = field(default_factory=dict, repr=False)
    _only: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def only(self, **inputs: str | tuple[str, ...]) -> TokenSystem:
        """The same tokens with a choice made for good: the other contexts of those modifiers are gone.

        :param inputs: a context for each modifier to be fixed, such as ``theme="wakaba"``; or several, of which
            the first is the default.
        :raises TokenError: for an unknown modifier or context; gives the nearest name.
        """
        fixed = dict(self._only)
        for name, contexts in inputs.items():
            known = self._modifier(name)
            several = contexts if isinstance(contexts, tuple) else (contexts,)
            fixed[known.name] = tuple(_context(known, context, Place(str(self.path))) for context in several)
        return TokenSystem(self.path, self.resolver, self._cache, fixed)

    def with_themes(self, *themes: Document) -> TokenSystem:
        """The same tokens with more themes, each named by :func:`theme_id`.

        :param themes: theme files, as :class:`designsys.tokens.Document` reads them or ``new_theme`` makes them.
        :raises TokenError: when the tokens have no modifier ``theme``, or a theme's id is no name.
        """
        more = self.resolver.with_contexts("theme", {theme_id(theme): theme for theme in themes})
        return TokenSystem(self.path, more, {}, self._only)

    @property
    def defaults(self) -> dict[str, str | None]:
        """The context of each modifier that holds when none is chosen; None where one must be."""
        return {
            modifier.name: self._only.get(modifier.name, (modifier.default,))[0]
            for modifier in self._modifiers
        }

    @property
    def contexts(self) -> dict[str, tuple[str, ...]]:
        """The names of each modifier's contexts, the default first: ``{"scheme": ("light", …), …}``."""
        return {
            modifier.name: self._only.get(modifier.name, modifier.contexts) for modifier in self._modifiers
        }

    def resolve(self, **inputs: str) -> dict[str, Token]:
        """All tokens by path for one choice of contexts.

        :param inputs: a context for each modifier, such as ``scheme="dark"``, in any case of letters;
            one that is left out takes the modifier's default.
        :raises TokenError: for an unknown modifier or context, one without default that is left out,
            and any fault in the tokens: all of them at once (:class:`designsys.tokens.TokenErrors`).
        """
        chosen = self._chosen(inputs)
        key = tuple(chosen.values())
        if key not in self._cache:
            self._cache[key] = self._tokens(chosen)
        return self._cache[key]

    def resolutions(self) -> Iterator[tuple[str, str, dict[str, Token]]]:
        """The tokens of every theme and scheme: theme, scheme, tokens by path.

        Where there is nothing to choose, the theme is called ``default`` and the scheme ``light``.

        :raises TokenError: for the faults of all of them at once, each told once.
        """
        cases = [
            (theme, scheme)
            for theme in self.contexts.get("theme", ("default",))
            for scheme in self.contexts.get("scheme", ("light",))
        ]
        faults = Faults()
        for theme, scheme in cases:
            with faults.noted():
                self.resolve(**self.inputs(theme, scheme))
        faults.refuse()
        for theme, scheme in cases:
            yield theme, scheme, self.resolve(**self.inputs(theme, scheme))

    def inputs(self, theme: str, scheme: str) -> dict[str, str]:
        """The inputs of :meth:`resolve` for a theme and a scheme, as far as these tokens have such a choice."""
        given = {"theme": theme, "scheme": scheme}
        return {name: value for name, value in given.items() if name in self.contexts}

    def _tokens(self, chosen: dict[str, str]) -> dict[str, Token]:
        faults = Faults()
        tree = Tree(faults)
        found: dict[str, Token] = {}
        try:
            sources = list(self.resolver.sources(chosen, faults))
            if faults:
                # A file that could not be read may hold every name that is missed.
                tree.lose(())
            for document, node, at in sources:
                tree.merge(document, node, at)
            extend(tree)
            found = resolve_tokens(tree)
        except RecursionError:
            faults.add(
                TokenError(
                    en="groups are nested, or extend one another, too deep to be read; make them flatter.",
                    ja="グループの入れ子か $extends のつながりが深すぎて読めません。浅くしてください。",
                    place=Place(str(self.path)),
                )
            )
        faults.refuse()
        return found

    def extension(self, modifier: str) -> dict[str, Any]:
        """What a modifier's ``$extensions`` tells designsys; empty when there is no such modifier."""
        found = next((one for one in self._modifiers if one.name == modifier), None)
        return found.own if found else {}

    @property
    def _modifiers(self) -> tuple[Modifier, ...]:
        return self.resolver.modifiers

    def _modifier(self, name: str) -> Modifier:
        names = [modifier.name for modifier in self._modifiers]
        found = _same_letters(name, names)
        if found is not None:
            return self._modifiers[names.index(found)]
        near = hint(name, list(self.contexts))
        raise TokenError(
            en=f"there is no modifier '{name}'; this resolver has {_words(tuple(self.contexts))}.{near[0]}",
            ja=f"「{name}」という切り替えはありません。あるのは {_words(tuple(self.contexts))} です。{near[1]}",
            place=Place(str(self.path)),
        )

    def _chosen(self, inputs: dict[str, str]) -> dict[str, str]:
        place = Place(str(self.path))
        given: dict[str, str] = {}
        faults = Faults()
        meant = {near_name(name, self.contexts) for name in inputs}
        for name, context in inputs.items():
            with faults.noted():
                known = self._modifier(name)
                given[known.name] = _context(known, context, place)
        for modifier in self._modifiers:
            if modifier.name in given:
                continue
            default = self._only.get(modifier.name, (modifier.default,))[0]
            if default is not None:
                given[modifier.name] = default
            elif modifier.name not in meant:
                faults.add(
                    TokenError(
                        en=f"'{modifier.name}' has no default; choose one of {_words(modifier.contexts)}.",
                        ja=f"「{modifier.name}」には既定がありません。{_words(modifier.contexts)} から選んでください。",
                        place=place,
                    )
                )
        faults.refuse()
        return {modifier.name: given[modifier.name] for modifier in self._modifiers}


def load(path: FilePath | str | None = None) -> TokenSystem:
    """The token system of a folder or a file.

    :param path: a folder with one ``*.resolver.json``, such a file, or a token file on its own, which has no
        schemes and themes; designsys' own tokens when left out.
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
    document = Document(place)
    # The name decides, but a resolver may be called otherwise, and no group can hold an array.
    is_resolver = place.name.endswith(".resolver.json") or isinstance(
        document.data.get("resolutionOrder"), list
    )
    return TokenSystem(place, ResolverDocument(document) if is_resolver else PlainFile(document))


def theme_id(theme: Document) -> str:
    """The name by which pages choose a theme (``data-ds-theme``).

    :param theme: a theme file; what its root's ``$extensions`` gives as ``{"jp.designsys": {"theme": {"id": …}}}``
        counts, else the file's name.
    :raises TokenError: when the id is no text, is empty, or has blanks at its ends or control characters.
    """
    extensions = theme.data.get("$extensions")
    own = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    said = own.get("theme") if isinstance(own, dict) else None
    named = said.get("id") if isinstance(said, dict) else None
    found = theme.path.name.removesuffix(".json").removesuffix(".tokens") if named is None else named
    if not isinstance(found, str) or not found.isprintable() or found != found.strip() or not found:
        raise TokenError(
            en=f"{found!r} cannot be a theme's id; write a name such as yokohama.",
            ja=f"{found!r} はテーマの id にできません。yokohama のような名前を書いてください。",
            place=theme.place(("$extensions", EXTENSION, "theme", "id")),
        )
    return found


def _context(modifier: Modifier, given: object, place: Place) -> str:
    if not isinstance(given, str):
        raise TokenError(
            en=f"the context of '{modifier.name}' must be a string, not {given!r}.",
            ja=f"「{modifier.name}」には文字列を渡してください（{given!r} は使えません）。",
            place=place,
        )
    found = _same_letters(given, modifier.contexts)
    if found is not None:
        return found
    near = hint(given, list(modifier.contexts))
    raise TokenError(
        en=f"there is no {modifier.name} '{given}'; it is one of {_words(modifier.contexts)}.{near[0]}",
        ja=f"{modifier.name} に「{given}」はありません。{_words(modifier.contexts)} のどれかです。{near[1]}",
        place=place,
    )


def _same_letters(given: str, names: Iterable[str]) -> str | None:
    """The name that was given, or else the first that differs only in capitals (Resolver § 5.1)."""
    alike = [name for name in names if name.casefold() == given.casefold()]
    return given if given in alike else next(iter(alike), None)


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "–"
