"""The order in which an auditor reads a proof."""

from __future__ import annotations

import pytest

from designsys.criteria import criteria
from designsys.docs.proof import CRITERIA, nearest_colors, pair_rows, summary_rows
from designsys.tokens import Distance, Pair, distances, load, prove
from designsys.tokens.proof import KINDS


def pair(ratio: float, scheme: str = "light", kind: str = "text", required: float = 4.5) -> Pair:
    return Pair(
        "color.text", "color.background", "#333333", "#ffffff", ratio, required, kind, "default", scheme, 0.0
    )


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return [one for one in prove(load()) if one.theme == "default"]


def test_every_pair_has_one_row_with_every_scheme(pairs: list[Pair]) -> None:
    rows = pair_rows(pairs)
    assert {tuple(row.pairs) for row in rows} == {("light", "dark", "high-contrast")}
    assert len({(row.foregrounds, row.background, row.kind) for row in rows}) == len(rows) > 100


def test_a_ring_is_one_row_of_two_colours(pairs: list[Pair]) -> None:
    rings = [row for row in pair_rows(pairs) if row.kind == "focus"]
    assert {row.foregrounds for row in rings} == {("color.focus-outer", "color.focus-inner")}


def test_the_summary_counts_and_gives_the_least_margin() -> None:
    (row,) = summary_rows([pair(5.0), pair(8.0), pair(9.0, required=9.0), pair(7.5, "dark", required=7.0)])
    assert row.count == 4
    assert {scheme: least.ratio for scheme, least in row.least.items()} == {"light": 9.0, "dark": 7.5}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_names_its_criterion(kind: str) -> None:
    assert CRITERIA[kind] in criteria()


def test_of_chart_colours_the_two_nearest_are_told() -> None:
    measured = distances(load())
    found = nearest_colors(measured)
    expected: dict[tuple[str, str], Distance] = {}
    for one in sorted(measured, key=lambda one: -one.delta_e):
        expected[one.vision, one.scheme] = one
    assert {
        (vision, scheme): one.delta_e for vision, schemes in found.items() for scheme, one in schemes.items()
    } == {key: one.delta_e for key, one in expected.items()}
