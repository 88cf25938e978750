"""The files on disk: names that carry their hash, a manifest, and nothing of others touched."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from designsys.errors import DesignsysError
from designsys.styles import Bundle, write

FIRST = Bundle(".ds-a{color:red}\n", "{1}\n", ("a",), ("default",))
SECOND = Bundle(".ds-b{color:red}\n", "{1}\n", ("b",), ("default", "wakaba"))


def test_names_carry_the_hash_of_what_is_in_the_file(tmp_path: Path) -> None:
    files = write(FIRST, tmp_path / "静的 files" / "ds", "1.2.3")
    css = (tmp_path / "静的 files" / "ds" / files["designsys.css"]).read_bytes()
    assert css == FIRST.css.encode()
    assert hashlib.sha256(css).hexdigest().startswith(files["designsys.css"].split(".")[1])


def test_the_same_bundle_gives_the_same_names(tmp_path: Path) -> None:
    assert write(FIRST, tmp_path / "a", "1") == write(FIRST, tmp_path / "b", "2")
    assert write(FIRST, tmp_path / "a", "1") != write(SECOND, tmp_path / "b", "1")


def test_the_manifest_tells_what_was_written(tmp_path: Path) -> None:
    files = write(FIRST, tmp_path, "1.2.3")
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8")) == {
        "version": "1.2.3",
        "components": ["a"],
        "themes": ["default"],
        "files": files,
    }


def test_removes_only_what_it_wrote_before(tmp_path: Path) -> None:
    (tmp_path / "designsys.0000000000.css").write_text("somebody else's", encoding="utf-8")
    (tmp_path / "site.css").write_text("theirs", encoding="utf-8")
    first = write(FIRST, tmp_path, "1")
    second = write(SECOND, tmp_path, "1")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"designsys.0000000000.css", "site.css", "manifest.json", *second.values()}
    assert first["designsys.css"] not in left
    assert first["designsys.js"] == second["designsys.js"]


@pytest.mark.parametrize(
    "manifest",
    [
        "{",
        "[]",
        "{}",
        '{"files": []}',
        '{"files": {"x": 5}}',
        '{"files": {"x": "../keep.css", "y": "keep.css", "z": "designsys.x/../../keep.css"}}',
    ],
)
def test_another_manifest_there_removes_nothing(tmp_path: Path, manifest: str) -> None:
    folder = tmp_path / "out"
    (folder / "designsys.x").mkdir(parents=True)
    for kept in (tmp_path / "keep.css", folder / "keep.css"):
        kept.write_text("theirs", encoding="utf-8")
    (folder / "manifest.json").write_text(manifest, encoding="utf-8")
    write(FIRST, folder, "1")
    assert (tmp_path / "keep.css").is_file() and (folder / "keep.css").is_file()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DesignsysError, match="file"):
        write(FIRST, tmp_path / "file" / "out", "1")
