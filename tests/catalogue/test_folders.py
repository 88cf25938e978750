"""Finding components: being there is being registered."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys import resources
from designsys.catalogue import CatalogueError, load
from designsys.catalogue.schema import GROUPS


def test_every_folder_is_a_component() -> None:
    folders = sorted(path.name for path in Path(resources.components()).iterdir() if path.is_dir())
    assert load().names() == folders


def test_a_folder_more_is_a_component_more(tmp_path: Path) -> None:
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra" / "extra.toml").write_text("", encoding="utf-8")
    (tmp_path / "not_one").mkdir()
    assert set(load([tmp_path]).names()) - set(load().names()) == {"extra"}


def test_a_folder_without_a_contract_is_named_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra" / "extra.jinja").write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError):
        load([tmp_path])["extra"]


def test_a_mistyped_name_gives_the_nearest() -> None:
    with pytest.raises(CatalogueError) as caught:
        load()["text_inptu"]
    assert caught.value.en == "there is no component 'text_inptu'; did you mean 'text_input'?"


def test_the_order_is_that_of_the_groups() -> None:
    groups = [component.group for component in load()]
    assert groups == sorted(groups, key=GROUPS.index)
