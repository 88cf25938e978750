"""A component as typed values, and as plain data for other tools."""

from __future__ import annotations

import json

import pytest

from designsys.catalogue import CatalogueError, load


def test_the_contract_becomes_plain_data() -> None:
    data = json.loads(json.dumps(load()["text_input"].as_dict()))
    assert data["name"] == "text_input"
    label = next(parameter for parameter in data["parameters"] if parameter["name"] == "label")
    assert label["required"] is True
    assert label["type"] == "text"
    assert "folder" not in data


def test_files_are_found_in_the_folder() -> None:
    component = load()["choice"]
    assert component.template.is_file()
    assert component.style is not None
    assert component.script is not None
    assert load()["hint"].script is None
    assert component.guidance("ja").name == "choice.ja.md"
    assert component.guidance("en-GB").name == "choice.en.md"


def test_descriptions_follow_the_language() -> None:
    parameter = load()["text_input"].by_name["label"]
    assert parameter.description("ja-x-easy") == parameter.ja
    assert parameter.description("vi") == parameter.en


def test_an_unknown_example_names_those_there_are() -> None:
    with pytest.raises(CatalogueError, match="default"):
        load()["text_input"].example("none")
