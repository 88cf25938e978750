"""The watcher: every write, addition and removal is noticed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.docs.watch import Watcher


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "button.css").write_text("a", encoding="utf-8")
    return tmp_path


def test_nothing_has_changed(folder: Path) -> None:
    assert Watcher([folder]).changed() == set()


def test_a_write_is_noticed_once(folder: Path) -> None:
    watcher = Watcher([folder])
    (folder / "button.css").write_text("ab", encoding="utf-8")
    assert watcher.changed() == {folder / "button.css"}
    assert watcher.changed() == set()


def test_a_new_file_in_a_new_folder_is_noticed(folder: Path) -> None:
    watcher = Watcher([folder])
    (folder / "link").mkdir()
    (folder / "link" / "link.toml").write_text("", encoding="utf-8")
    assert watcher.changed() == {folder / "link" / "link.toml"}


def test_a_removed_file_is_noticed(folder: Path) -> None:
    watcher = Watcher([folder, folder / "missing"])
    (folder / "button.css").unlink()
    assert watcher.changed() == {folder / "button.css"}


@pytest.mark.parametrize("name", [".button.css.swp", "button.css~", "__pycache__/a.pyc"])
def test_what_editors_leave_beside_is_ignored(folder: Path, name: str) -> None:
    watcher = Watcher([folder])
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    assert watcher.changed() == set()
