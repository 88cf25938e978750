"""The cells of the tables that pages show, ready for the ``table`` macro.

It lays out what :mod:`designsys.docs.contracts` and the other sources give; it reads nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from designsys.catalogue import Component
from designsys.criteria import Criterion
from designsys.docs.contracts import KeyRow
from designsys.docs.figures import CONDITIONS
from designsys.docs.foundations import ContrastRow

__all__ = ["condition_rows", "contrast_rows", "criteria_rows", "key_rows", "keyboard_rows"]

Rows = list[list[Any]]
_CODE = Markup("<code>{}</code>")


def key_rows(keys: Iterable[KeyRow], words: Mapping[str, Any]) -> Rows:
    """Parameters or keys: name, type, default, description."""
    return [
        [_name(key, words), key.type, _CODE.format(key.default) if key.default else "–", _meaning(key, words)]
        for key in keys
    ]


def keyboard_rows(component: Component, language: str) -> Rows:
    """Keys and what they do."""
    return [
        [Markup("<kbd>{}</kbd>").format(row.keys), row.description(language)] for row in component.keyboard
    ]


def criteria_rows(criteria: Iterable[Criterion], language: str, words: Mapping[str, Any]) -> Rows:
    """Success criteria, their levels, and their numbers in JIS X 8341-3:2016."""
    return [
        [
            f"{one.id} {one.ja if language == 'ja' else one.en}",
            one.level,
            one.id if one.in_jis else words["component"]["not_in_jis"],
        ]
        for one in criteria
    ]


def contrast_rows(rows: Iterable[ContrastRow], schemes: Iterable[str]) -> Rows:
    """Pairs of colours with their ratios; each ratio stands on its pair, in its scheme."""
    return [
        [
            Markup("<code>{}</code>").format(row.foreground.replace("color.", "")),
            _CODE.format(row.background.removeprefix("color.")),
            f"{row.required:g}",
            *(_ratio(row, scheme) for scheme in schemes),
        ]
        for row in rows
    ]


def condition_rows(words: Mapping[str, Any]) -> Rows:
    """The conditions in which every example is judged."""
    text = words["results"]
    return [[text[one.scheme], f"{one.width} px", text["on" if one.script else "off"]] for one in CONDITIONS]


def _ratio(row: ContrastRow, scheme: str) -> Markup:
    number = f"{row.ratios[scheme]:.2f}"
    if row.kind != "text":
        return Markup("{}").format(number)
    classes = [f"docs-token-{name.replace('.', '-')}" for name in (row.background, row.foreground)]
    return Markup('<span class="docs-pair {} {}-ink" data-ds-scheme="{}">{}</span>').format(
        *classes, scheme, number
    )


def _name(key: KeyRow, words: Mapping[str, Any]) -> Markup:
    name = _CODE.format(key.name)
    return (
        name + Markup(' <span class="docs-required">{}</span>').format(words["required"])
        if key.required
        else name
    )


def _meaning(key: KeyRow, words: Mapping[str, Any]) -> Markup:
    parts = [key.description]
    if key.deprecated:
        parts.append(Markup("{}").format(words["deprecated"] % key.deprecated))
    if key.replaced_by:
        parts.append(Markup("{}").format(words["replaced_by"] % key.replaced_by))
    if key.since:
        parts.append(Markup('<span class="docs-since">{}</span>').format(words["since"] % key.since))
    return Markup(" ").join(parts)
