"""Lists of targets as people keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.audit.targets.listing import listed
from designsys.errors import DesignsysError


def test_comments_blank_lines_and_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "pages.txt"
    file.write_bytes(
        "\ufeff# くらし\r\nhttps://city.example.jp/#/view  # 画面\r\n\r\n  手続き/index.html\r\n#x\r\n".encode()
    )
    assert listed(file) == ["https://city.example.jp/#/view", str(tmp_path / "手続き/index.html")]


def test_paths_are_relative_to_the_list(tmp_path: Path) -> None:
    (tmp_path / "pages.txt").write_text(f"site\n{tmp_path}/other\nfile:///x.html\n", encoding="utf-8")
    assert listed(tmp_path / "pages.txt") == [
        str(tmp_path / "site"),
        str(tmp_path / "other"),
        "file:///x.html",
    ]


@pytest.mark.parametrize(
    ("content", "en", "ja"),
    [
        (None, "cannot be read: name a text file", "を読めません"),
        (b"", "names no page", "にページがありません"),
        (b"# a\n\n", "names no page", "にページがありません"),
        ("手続き".encode("cp932"), "is not UTF-8: save it in UTF-8", "UTF-8ではありません"),
        (b"@other.txt", "names another list, '@other.txt'", "別の一覧「@other.txt」"),
    ],
)
def test_what_is_no_list_is_said(content: bytes | None, en: str, ja: str, tmp_path: Path) -> None:
    file = tmp_path / "pages.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(DesignsysError) as error:
        listed(file)
    assert en in error.value.en
    assert ja in error.value.ja
    assert str(file) in error.value.en
