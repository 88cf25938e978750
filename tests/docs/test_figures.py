"""The figures: counted, or read from the last run, or honestly unknown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from designsys.catalogue import load
from designsys.docs.figures import CONDITIONS, Results, figures
from designsys.errors import DesignsysError

RUN = {"examples": 214, "conditions": 12, "findings": 3, "date": "2026-01-31"}


def test_the_catalogue_is_counted() -> None:
    catalogue = load()
    found = figures(catalogue, None)
    assert found.components == len(catalogue)
    assert found.examples == sum(len(component.examples) for component in catalogue)


def test_without_a_run_there_are_no_results(tmp_path: Path) -> None:
    assert figures(load(), tmp_path / "results.json").results is None


def test_a_run_is_read(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text(json.dumps(RUN), encoding="utf-8")
    assert figures(load(), path).results == Results(214, 12, 3, date(2026, 1, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        json.dumps({**RUN, "findings": "0"}),
        json.dumps({**RUN, "date": "today"}),
        json.dumps({**RUN, "examples": -1}),
    ],
    ids=["empty", "list", "text", "date", "negative"],
)
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DesignsysError, match=r"results\.json"):
        figures(load(), path)


def test_the_conditions_are_the_twelve_of_the_architecture() -> None:
    assert len(set(CONDITIONS)) == 12
    assert sum(not condition.script for condition in CONDITIONS) == 2
