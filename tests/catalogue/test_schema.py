"""The JSON Schema says what the reader enforces."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from designsys import resources
from designsys.catalogue import CatalogueError, Component, json_schema

CONTRACTS = sorted(Path(resources.components()).glob("*/*.toml"))


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.stem)
def test_every_contract_is_valid_by_the_schema(path: Path) -> None:
    jsonschema.validate(tomllib.loads(path.read_text(encoding="utf-8")), json_schema())


@pytest.mark.parametrize(
    "change", [("group", "other"), ("title", {"ja": "x"}), ("criteria", "1.1.1"), ("extra", 1)], ids=str
)
def test_schema_and_reader_refuse_the_same(tmp_path: Path, change: tuple[str, object]) -> None:
    lines = {
        "since": '"0.1.0"',
        "group": '"input"',
        "title": '{ ja = "x", en = "x" }',
        "summary": '{ ja = "x", en = "x" }',
        "criteria": "[]",
        "examples": "[]",
    }
    key, value = change
    written = '{ ja = "x" }' if isinstance(value, dict) else repr(value).replace("'", '"')
    text = "\n".join(f"{name} = {it}" for name, it in {**lines, key: written}.items())
    folder = tmp_path / "sample"
    folder.mkdir()
    (folder / "sample.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError):
        Component.from_folder(folder)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), json_schema())
