"""The proof of contrast as an auditor reads it: first the least ratio of each kind, then every pair.

It orders what :func:`designsys.tokens.prove` measured; it measures nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from designsys.tokens import Distance, Pair

__all__ = ["CRITERIA", "PairRow", "SummaryRow", "nearest_colors", "pair_rows", "summary_rows"]

CRITERIA = {"text": "1.4.3", "large-text": "1.4.3", "non-text": "1.4.11", "focus": "1.4.11"}
"""The success criterion of WCAG 2.2 AA that asks for each kind of pair's ratio."""

_RING = ("color.focus-outer", "color.focus-inner")


@dataclass(frozen=True, slots=True)
class PairRow:
    """A colour on a ground, with its measurement in every scheme.

    :param foregrounds: the colour's token; both of them for a ring of two colours.
    :param pairs: by scheme.
    """

    foregrounds: tuple[str, ...]
    background: str
    kind: str
    pairs: dict[str, Pair] = field(default_factory=dict)


@dataclass(slots=True)
class SummaryRow:
    """The pairs of one kind.

    :param count: how many were measured, over all schemes.
    :param least: the pair with the least ratio, by scheme.
    """

    kind: str
    count: int = 0
    least: dict[str, Pair] = field(default_factory=dict)


def pair_rows(pairs: Iterable[Pair]) -> list[PairRow]:
    """The pairs of one theme, in the order of the files."""
    rows: dict[tuple[tuple[str, ...], str, str], PairRow] = {}
    for pair in pairs:
        # A focus ring is told of the better of its two colours, which may differ by scheme.
        names = _RING if pair.kind == "focus" else (pair.foreground,)
        key = (names, pair.background, pair.kind)
        row = rows.setdefault(key, PairRow(*key))
        known = row.pairs.get(pair.scheme)
        if known is None or pair.ratio < known.ratio:
            row.pairs[pair.scheme] = pair
    return list(rows.values())


def summary_rows(pairs: Iterable[Pair]) -> list[SummaryRow]:
    """How many pairs there are of each kind, and where each comes nearest to what it owes."""
    rows: dict[str, SummaryRow] = {}
    for pair in pairs:
        row = rows.setdefault(pair.kind, SummaryRow(pair.kind))
        row.count += 1
        known = row.least.get(pair.scheme)
        if known is None or pair.ratio / pair.required < known.ratio / known.required:
            row.least[pair.scheme] = pair
    return list(rows.values())


def nearest_colors(distances: Iterable[Distance]) -> dict[str, dict[str, Distance]]:
    """By colour vision and scheme, the two chart colours that come nearest to each other."""
    found: dict[str, dict[str, Distance]] = {}
    for one in distances:
        known = found.setdefault(one.vision, {}).get(one.scheme)
        if known is None or one.delta_e < known.delta_e:
            found[one.vision][one.scheme] = one
    return found
