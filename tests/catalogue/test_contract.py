"""A contract's faults: each named with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.catalogue import CatalogueError, Component

GOOD = """since = "0.1.0"
group = "input"
title = { ja = "試し", en = "Sample" }
summary = { ja = "検査用。", en = "For tests." }
criteria = ["1.3.1"]

[[parameters]]
name = "label"
type = "text"
since = "0.1.0"
ja = "名前"
en = "The label"

[[examples]]
name = "default"
title = { ja = "基本", en = "Default" }
procedure = { ja = "検査", en = "Test" }
"""

FAULTS = {
    "not TOML": (('since = "0.1.0"', "since = "), ": not valid TOML: Invalid value (at line 1, column 9)."),
    "unknown key": (
        ("criteria", "criterias"),
        ", line 5: sample has no key 'criterias'; did you mean 'criteria'?",
    ),
    "missing key": (('group = "input"\n', ""), ", line 1: sample lacks 'group'."),
    "unknown group": (
        ('"input"', '"inputs"'),
        ", line 2: sample.group is 'inputs'; it must be one of page, input, notice, display.",
    ),
    "unknown type": (
        ('type = "text"', 'type = "txt"'),
        ", line 9: sample.parameters[label].type is 'txt'; it must be one of ",
    ),
    "half translated": (
        ('{ ja = "基本", en = "Default" }', '{ ja = "基本" }'),
        ", line 3: sample.examples[default].title must be words, not {'ja': '基本'}.",
    ),
    "wrong shape": (('["1.3.1"]', '"1.3.1"'), ", line 5: sample.criteria must be strings, not '1.3.1'."),
}


def _folder(tmp_path: Path, text: str | None) -> Path:
    folder = tmp_path / "sample"
    folder.mkdir()
    if text is not None:
        (folder / "sample.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_good_contract_is_read(tmp_path: Path) -> None:
    component = Component.from_folder(_folder(tmp_path, GOOD))
    assert component.by_name["label"].description("en") == "The label"
    assert component.example("default").id == "sample-default"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(tmp_path: Path, fault: str) -> None:
    (old, new), said = FAULTS[fault]
    folder = _folder(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CatalogueError) as caught:
        Component.from_folder(folder)
    assert caught.value.en.startswith(str(folder / "sample.toml") + said)
    assert str(folder / "sample.toml") in caught.value.ja


def test_a_missing_contract_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, None)
    with pytest.raises(CatalogueError, match="is missing|ありません"):
        Component.from_folder(folder)


def test_an_unknown_example_is_named(tmp_path: Path) -> None:
    component = Component.from_folder(_folder(tmp_path, GOOD))
    with pytest.raises(CatalogueError) as caught:
        component.example("eror")
    assert caught.value.en == "sample has no example 'eror'; it has default."
