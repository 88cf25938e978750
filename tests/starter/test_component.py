"""The files of a new component: named after it, whole, and refused where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.catalogue import load
from designsys.errors import DesignsysError
from designsys.starter.component import new_component


def test_writes_every_file_under_the_new_name(tmp_path: Path) -> None:
    written = new_component("route_map", tmp_path, load())
    folder = tmp_path / "route_map"
    assert sorted(written) == sorted(folder.iterdir())
    suffixes = {path.name.removeprefix("route_map") for path in written}
    assert suffixes == {".jinja", ".css", ".toml", ".ja.md", ".en.md"}
    whole = "".join(path.read_text(encoding="utf-8") for path in written)
    assert "new_component" not in whole and "new-component" not in whole


@pytest.mark.parametrize(
    "name", ["RouteMap", "route-map", "1st", "", "for", "none", "_x", "x_", "a__b", "../x", "地図"]
)
def test_refuses_what_cannot_name_a_macro(tmp_path: Path, name: str) -> None:
    with pytest.raises(DesignsysError, match="route_map"):
        new_component(name, tmp_path, load())
    assert list(tmp_path.iterdir()) == []


def test_refuses_the_name_of_another_component(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError) as caught:
        new_component("tag", tmp_path, load())
    assert str(load().folder("tag")) in caught.value.en


def test_leaves_a_folder_that_is_there_alone(tmp_path: Path) -> None:
    (tmp_path / "route_map").mkdir()
    with pytest.raises(DesignsysError, match="route_map"):
        new_component("route_map", tmp_path, load())
    assert list((tmp_path / "route_map").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DesignsysError, match="--out"):
        new_component("route_map", tmp_path / "file", load())
