"""The form of a resolver document: which keys its objects have, and of what kind their values are.

It looks at one object at a time; where references lead and what an order means is known to
:mod:`designsys.tokens.sources`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from designsys.tokens.document import Document
from designsys.tokens.errors import TokenError, hint, near_name
from designsys.tokens.pointer import Path

__all__ = ["Entries", "document_faults", "modifier_faults", "set_faults"]

Entries = dict[str, tuple[Any, Path]]
"""An object's values by key, each with the path at which it is written: keys beside a ``$ref`` override others."""

VERSION = "2025.10"
_Kinds = dict[str, type]

_ABOUT: _Kinds = {"description": str, "$extensions": dict}
_INLINE: _Kinds = {"type": str, "name": str}
_SET: _Kinds = {"sources": object, **_ABOUT}
_MODIFIER: _Kinds = {"contexts": object, "default": str, **_ABOUT}
_ROOT: _Kinds = {
    "name": str, "version": object, "description": str, "resolutionOrder": list, "sets": dict, "modifiers": dict,
    "$schema": str, "$defs": object, "$extensions": dict,
}  # fmt: skip
_WORDS: dict[type, tuple[str, str]] = {
    str: ("a string", "文字列"),
    list: ("an array", "配列"),
    dict: ("an object", "オブジェクト"),
}


def document_faults(document: Document) -> Iterator[TokenError]:
    """What is wrong with the root of a resolver document (Resolver § 4.1)."""
    data = document.data
    entries: Entries = {key: (value, (key,)) for key, value in data.items()}
    yield from _unknown(entries, _ROOT, document, "a resolver document", "リゾルバー")
    if data.get("version") != VERSION:
        yield _fault(
            document,
            ("version",),
            f'write "version": "{VERSION}".',
            f'「"version": "{VERSION}"」と書いてください。',
        )
    entries.setdefault("resolutionOrder", (None, ("resolutionOrder",)))
    yield from _wrong_kinds(entries, _ROOT, document)


def set_faults(entries: Entries, document: Document, at: Path) -> Iterator[TokenError]:
    """What is wrong with a set (Resolver § 4.1.4).

    :param at: its path; what stands in ``resolutionOrder`` itself also says its type and name.
    """
    allowed = _SET | (_INLINE if at[0] == "resolutionOrder" else {})
    yield from _unknown(entries, allowed, document, "a set", "セット")
    yield from _wrong_kinds(entries, allowed, document)
    if not isinstance(_value(entries, "sources"), list) and not _is_misspelt("sources", entries, allowed):
        yield _fault(
            document, at, "a set needs an array of sources.", "セットには sources の配列が要ります。"
        )


def modifier_faults(entries: Entries, document: Document, at: Path, name: str) -> Iterator[TokenError]:
    """What is wrong with a modifier (Resolver § 4.1.5).

    :param at: its path; what stands in ``resolutionOrder`` itself also says its type and name.
    """
    allowed = _MODIFIER | (_INLINE if at[0] == "resolutionOrder" else {})
    yield from _unknown(entries, allowed, document, "a modifier", "切り替え")
    yield from _wrong_kinds(entries, allowed, document)
    contexts, default = _value(entries, "contexts"), _value(entries, "default")
    if not isinstance(contexts, dict) or len(contexts) < 2:
        if not _is_misspelt("contexts", entries, allowed):
            yield _fault(
                document,
                at,
                f"the modifier '{name}' needs at least two contexts.",
                f"切り替え「{name}」には二つ以上の contexts が要ります。",
            )
        return
    for context, sources in contexts.items():
        if not isinstance(sources, list):
            yield _fault(
                document,
                (*entries["contexts"][1], context),
                "a context is an array of sources.",
                "contexts の中は sources の配列です。",
            )
    if isinstance(default, str) and default not in contexts:
        near = hint(default, contexts)
        yield _fault(
            document,
            entries["default"][1],
            f"'{default}' is not one of the contexts.{near[0]}",
            f"「{default}」は contexts にありません。{near[1]}",
        )


def _value(entries: Entries, key: str) -> Any:
    return entries[key][0] if key in entries else None


def _meant(key: str, entries: Entries, allowed: _Kinds) -> list[str]:
    """The keys that an unknown one may stand for: those that are not there, and for want of such, all."""
    return [one for one in allowed if one not in entries] or list(allowed)


def _is_misspelt(key: str, entries: Entries, allowed: _Kinds) -> bool:
    """Whether a key is there under another spelling, which is told then."""
    return key not in entries and any(
        near_name(one, _meant(one, entries, allowed)) == key for one in entries if one not in allowed
    )


def _unknown(entries: Entries, allowed: _Kinds, document: Document, en: str, ja: str) -> Iterator[TokenError]:
    for key, (_, at) in entries.items():
        if key not in allowed:
            near = hint(key, _meant(key, entries, allowed))
            yield _fault(
                document,
                at,
                f"{en} has no '{key}'.{near[0]}",
                f"{ja}に「{key}」という項目はありません。{near[1]}",
            )


def _wrong_kinds(entries: Entries, allowed: _Kinds, document: Document) -> Iterator[TokenError]:
    for key, kind in allowed.items():
        if key in entries and not isinstance(entries[key][0], kind):
            en, ja = _WORDS[kind]
            yield _fault(
                document, entries[key][1], f"'{key}' must be {en}.", f"「{key}」には{ja}を書いてください。"
            )


def _fault(document: Document, at: Path, en: str, ja: str) -> TokenError:
    return TokenError(en=en, ja=ja, place=document.place(at))
