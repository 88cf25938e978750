"""The towns of the front page: one colour each, a proven theme each."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys import resources
from designsys.docs.towns import read_towns, with_towns
from designsys.errors import DesignsysError
from designsys.tokens import TokenSystem, load, prove

FILE = Path(resources.docs_site()) / "towns.toml"


@pytest.fixture(scope="module")
def system() -> TokenSystem:
    return load()


def test_there_are_five_and_one_of_them_cannot_carry_text(system: TokenSystem) -> None:
    towns = read_towns(FILE, system)
    assert len({town.id for town in towns}) == 5
    derived = [
        town
        for town in towns
        if town.theme.system.resolve()["color.primary"].value["hex"] != town.theme.brand.hex
    ]
    assert [town.id for town in derived] == ["nanohana"]
    assert derived[0].theme.notes


def test_their_themes_stand_beside_designsys_own_and_are_proven(system: TokenSystem) -> None:
    towns = read_towns(FILE, system)
    both = with_towns(system, towns)
    assert both.contexts["theme"] == (*system.contexts["theme"], *(town.id for town in towns))
    assert all(pair.passes for pair in prove(both))


@pytest.mark.parametrize(
    "text", ["towns = 1", "[[towns]]\nid = 'a'", "[[towns", ""], ids=["number", "half", "syntax", "empty"]
)
def test_a_file_that_is_no_list_is_one_sentence(text: str, tmp_path: Path, system: TokenSystem) -> None:
    file = tmp_path / "towns.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DesignsysError) as caught:
        read_towns(file, system)
    assert "write [[towns]] with id" in caught.value.en


def test_a_colour_that_is_none_is_named(tmp_path: Path, system: TokenSystem) -> None:
    file = tmp_path / "towns.toml"
    file.write_text("[[towns]]\nid='a'\nname={ja='あ市',en='A'}\nbrand='blurple'\n", encoding="utf-8")
    with pytest.raises(DesignsysError) as caught:
        read_towns(file, system)
    assert "'blurple' is not a colour of CSS" in caught.value.en
