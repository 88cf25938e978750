"""A component's contract as the rows of its page: parameters, keys of items, keyboard, criteria, changes.

It words nothing itself: labels of types come from ``docs_site/words.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from designsys.catalogue import Block, Component, Key
from designsys.criteria import Criterion, criteria

__all__ = ["KeyRow", "KeyTable", "changes", "criteria_of", "key_tables"]

_LISTED = 8


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A parameter, a key of an item, or a block.

    :param type: words for its type; the allowed values where they are few.
    :param default: what an omitted one gives, as Jinja writes it.
    :param since: the version that added it; empty when it came with the component.
    :param description: what it is for, with code and links set.
    """

    name: str
    type: Markup
    required: bool
    default: str
    description: Markup
    since: str
    deprecated: str | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The rows of one table.

    :param owner: the parameter whose items have these keys, as in ``items[].attributes``; empty for the parameters.
    """

    owner: str
    rows: list[KeyRow]


def key_tables(
    component: Component, language: str, types: Mapping[str, str], inline: Callable[[str], Markup]
) -> list[KeyTable]:
    """The parameters, and a table more for each parameter whose items or parts have keys.

    :param types: words for each type of :data:`designsys.catalogue.schema.TYPES`.
    :param inline: renders a line of Markdown.
    """
    tables: list[KeyTable] = []
    waiting: list[tuple[str, tuple[Key, ...]]] = [("", component.parameters)]
    while waiting:
        owner, keys = waiting.pop(0)
        tables.append(KeyTable(owner, [_row(key, component.since, language, types, inline) for key in keys]))
        for key in keys:
            if key.keys:
                path = f"{owner}.{key.name}" if owner else key.name
                waiting.append((path + ("[]" if key.type in ("items", "rows", "list") else ""), key.keys))
    return tables


def criteria_of(component: Component) -> list[Criterion]:
    """The success criteria that the component serves, in the order of WCAG."""
    known = criteria()
    found = [known[number] for number in component.criteria if number in known]
    return sorted(found, key=lambda criterion: [int(part) for part in criterion.id.split(".")])


def changes(component: Component) -> list[tuple[str, list[str]]]:
    """What each version added, the newest first: the component itself (an empty name) or its parameters."""
    added: dict[str, list[str]] = {component.since: [""]}
    keys: list[Key | Block] = [*component.parameters, *component.blocks]
    for key in keys:
        if key.since != component.since:
            added.setdefault(key.since, []).append(key.name)
    return sorted(
        added.items(),
        key=lambda pair: [int(part) for part in pair[0].split(".") if part.isdigit()],
        reverse=True,
    )


def _row(
    key: Key, first: str, language: str, types: Mapping[str, str], inline: Callable[[str], Markup]
) -> KeyRow:
    return KeyRow(
        name=key.name,
        type=_type(key, types),
        required=key.required,
        default=_default(key.default),
        description=inline(key.description(language)),
        since="" if key.since == first else key.since,
        deprecated=key.deprecated,
        replaced_by=key.replaced_by,
    )


def _type(key: Key, types: Mapping[str, str]) -> Markup:
    if key.values and len(key.values) <= _LISTED:
        return Markup(" ").join(Markup("<code>{}</code>").format(value) for value in key.values)
    word: Markup = escape(types[key.type])
    if key.values:
        return word + ": " + Markup(" ").join(Markup("<code>{}</code>").format(value) for value in key.values)
    if key.minimum is not None or key.maximum is not None:
        ends = [str(end) if end is not None else "" for end in (key.minimum, key.maximum)]
        return word + f" {'–'.join(ends)}"
    return word


def _default(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
