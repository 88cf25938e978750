"""Reading a source: UTF-8 with or without its mark, and a sentence for anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.errors import DesignsysError
from designsys.styles.source import read_source


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order-mark"])
def test_gives_the_text(tmp_path: Path, mark: str) -> None:
    (tmp_path / "a.css").write_bytes((mark + "/* 窓口 */").encode())
    assert read_source(tmp_path / "a.css") == "/* 窓口 */"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("sjis.css", "is not UTF-8"), ("missing.css", "cannot be read"), ("folder", "cannot be read")],
)
def test_says_why_it_cannot(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "sjis.css").write_bytes("/* 窓口 */".encode("cp932"))
    (tmp_path / "folder").mkdir()
    with pytest.raises(DesignsysError) as caught:
        read_source(tmp_path / name)
    assert str(tmp_path / name) in caught.value.en
    assert reason in caught.value.en
