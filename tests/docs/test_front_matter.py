"""Front matter: TOML between +++ lines, and the sentence for each way to get it wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.docs.front_matter import read
from designsys.errors import DesignsysError


def written(folder: Path, text: str) -> Path:
    path = folder / "page.ja.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_both_parts(tmp_path: Path) -> None:
    document = read(
        written(tmp_path, '+++\ntitle = "色"\nwords = ["いろ", "color"]\n+++\n\n## 見出し\n+++\n')
    )
    assert document.meta["title"] == "色"
    assert document.words == ["いろ", "color"]
    assert document.body == "## 見出し\n+++\n"


def test_a_file_without_front_matter_is_all_text(tmp_path: Path) -> None:
    document = read(written(tmp_path, "## 見出し\n"))
    assert (document.meta, document.words, document.body) == ({}, [], "## 見出し\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [("+++\ntitle = 1\n", "line 1: '+++' is never closed"), ("+++\ntitle =\n+++\n", "not valid TOML")],
    ids=["open", "toml"],
)
def test_faults_are_told_with_the_file(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DesignsysError) as caught:
        read(written(tmp_path, text))
    assert said in caught.value.en
    assert "page.ja.md" in caught.value.ja


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match=r"page\.en\.md"):
        read(tmp_path / "page.en.md")
