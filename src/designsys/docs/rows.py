"""The cells of the tables that pages show, ready for the ``table`` macro.

It lays out what :mod:`designsys.docs.contracts` and the other sources give; it reads nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from designsys.catalogue import Component
from designsys.criteria import Criterion
from designsys.docs.contracts import KeyRow
from designsys.docs.figures import CONDITIONS
from designsys.docs.proof import CRITERIA, PairRow, SummaryRow
from designsys.docs.swatches import TOKEN
from designsys.docs.towns import Town
from designsys.tokens import Color, Distance, Pair
from designsys.tokens.contrast import floor_ratio

__all__ = [
    "Rows",
    "condition_rows",
    "criteria_rows",
    "distance_rows",
    "exempt_rows",
    "key_rows",
    "keyboard_rows",
    "pair_rows",
    "summary_rows",
    "town_rows",
]

Rows = list[list[Any]]
_CODE = Markup("<code>{}</code>")
_OWED = Markup(' <span class="docs-owed">≥ {}</span>')


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


def pair_rows(pairs: Iterable[PairRow], schemes: Sequence[str], words: Mapping[str, Any]) -> Rows:
    """Pairs of colours, each measurement beside what is owed; a ratio stands on its pair, in its scheme."""
    return [
        [
            Markup(" / ").join(_CODE.format(name.removeprefix("color.")) for name in row.foregrounds),
            _CODE.format(row.background.removeprefix("color.")),
            f"{words['proof']['kinds'][row.kind]} {CRITERIA[row.kind]}",
            *(_measured(row, row.pairs[scheme]) for scheme in schemes),
        ]
        for row in pairs
    ]


def summary_rows(summary: Iterable[SummaryRow], schemes: Sequence[str], words: Mapping[str, Any]) -> Rows:
    """For each kind of pair: how many there are, and the least ratio of each scheme."""
    return [
        [
            words["proof"]["kinds"][row.kind],
            CRITERIA[row.kind],
            str(row.count),
            *(_owed(row.least[scheme].ratio, row.least[scheme].required) for scheme in schemes),
        ]
        for row in summary
    ]


def distance_rows(
    nearest: Mapping[str, Mapping[str, Distance]], schemes: Sequence[str], words: Mapping[str, Any]
) -> Rows:
    """For each colour vision: how far the two nearest chart colours are apart."""
    return [
        [
            words["proof"]["visions"].get(vision, vision),
            *(_owed(found[scheme].delta_e, found[scheme].required) for scheme in schemes),
        ]
        for vision, found in nearest.items()
    ]


def exempt_rows(reasons: Mapping[str, str]) -> Rows:
    """Colours that owe no ratio, and why."""
    return [[_CODE.format(path.removeprefix("color.")), reason] for path, reason in reasons.items()]


def town_rows(towns: Iterable[Town], language: str) -> Rows:
    """Towns, the colour that was given for each, the one that carries text, and what their makers should know."""
    return [
        [
            town.names[language],
            _dot(town, "brand"),
            _dot(town, "primary"),
            " ".join(note.ja if language == "ja" else note.en for note in town.theme.notes) or "–",
        ]
        for town in towns
    ]


def condition_rows(words: Mapping[str, Any]) -> Rows:
    """The conditions in which every example is judged."""
    text = words["results"]
    return [[text[one.scheme], f"{one.width} px", text["on" if one.script else "off"]] for one in CONDITIONS]


def _measured(row: PairRow, pair: Pair) -> Markup:
    """A ratio in the pair's own colours: as writing where it is a pair for text, else beside a mark."""
    ground, ink = (f"{TOKEN}-{path.replace('.', '-')}" for path in (row.background, pair.foreground))
    number = f"{floor_ratio(pair.ratio):.2f}"
    if row.kind in ("text", "large-text"):
        shown = Markup('<span class="docs-pair {} {}-ink" data-ds-scheme="{}">{}</span>').format(
            ground, ink, pair.scheme, number
        )
    else:
        shown = Markup(
            '<span class="docs-pair {}" data-ds-scheme="{}"><span class="docs-pair__mark {}"></span></span> {}'
        ).format(ground, pair.scheme, ink, number)
    return shown + _OWED.format(f"{pair.required:g}")


def _owed(measured: float, required: float) -> Markup:
    return Markup("{}").format(f"{floor_ratio(measured):.2f}") + _OWED.format(f"{required:g}")


def _dot(town: Town, role: str) -> Markup:
    """A colour as a dot, with its value in the light scheme."""
    value = town.theme.system.resolve()[f"color.{role}"].value
    return Markup(
        '<span class="docs-dotted"><span class="docs-dot" data-role="{}" data-ds-theme="{}"></span> <code>{}</code></span>'
    ).format(role, town.id, Color.of(value).hex)


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
