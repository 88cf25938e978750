"""``designsys catalogue``: the table for people and the JSON for tools."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from designsys.catalogue import load
from designsys.catalogue.schema import GROUPS

Run = Callable[..., Any]


def test_lists_every_component_under_its_group(designsys: Run) -> None:
    result = designsys("catalogue")
    assert result.code == 0
    lines = result.out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [
        component.name for component in load()
    ]
    assert [line for line in lines if not line.startswith("  ")] == [
        group for group in GROUPS if any(component.group == group for component in load())
    ]


def test_columns_stand_straight_in_japanese(designsys: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")
    lines = {line.split()[0]: line for line in designsys("catalogue").out.splitlines()}
    starts = set()
    for component in load():
        before = lines[component.name].partition(component.summary["ja"])[0]
        starts.add(sum(2 if unicodedata.east_asian_width(character) in "FW" else 1 for character in before))
    assert len(starts) == 1


def test_json_holds_every_contract(designsys: Run) -> None:
    data = json.loads(designsys("catalogue", "--json").out)
    assert list(data) == ["components"]
    assert data["components"] == [component.as_dict() for component in load()]
    assert {"name", "title", "group", "parameters", "examples"} <= set(data["components"][0])


def test_schema_is_a_json_schema(designsys: Run) -> None:
    schema = json.loads(designsys("catalogue", "--schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_json_survives_a_console_of_another_encoding() -> None:
    command = [sys.executable, "-m", "designsys", "catalogue", "--json"]
    result = subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp932"}, check=True
    )
    assert json.loads(result.stdout)["components"] == [component.as_dict() for component in load()]


def test_help_has_an_example(designsys: Run) -> None:
    assert "designsys catalogue --json" in designsys("catalogue", "--help").out
