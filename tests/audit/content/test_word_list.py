"""A city's own list of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.audit.content.word_list import own_words, read_words
from designsys.errors import DesignsysError


def test_a_list(tmp_path: Path) -> None:
    path = tmp_path / "用語.toml"
    path.write_text('\ufeff# 市の表記\n"子供" = "子ども"\n', encoding="utf-8")
    assert read_words(path) == {"子供": "子ども"}


def test_the_list_that_the_environment_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESIGNSYS_WORDS", raising=False)
    assert own_words() == {}
    path = tmp_path / "用語.toml"
    path.write_text('"子供" = "子ども"\n', encoding="utf-8")
    monkeypatch.setenv("DESIGNSYS_WORDS", str(path))
    assert own_words() == {"子供": "子ども"}


@pytest.mark.parametrize(
    ("text", "ja"),
    [
        (b'"\x8eq" = "a"', "は UTF-8 のTOMLではありません"),
        ('子供 = "子ども"'.encode(), "は UTF-8 のTOMLではありません"),
        ('"子供" = 1'.encode(), "の「子供」に、代わりの語がありません"),
        ('"子供" = " "'.encode(), "の「子供」に、代わりの語がありません"),
        ('"子供" = "子供"'.encode(), "の「子供」に、代わりの語がありません"),
        (b'" " = "a"', "の「 」に、代わりの語がありません"),
        ('[words]\n"子供" = "子ども"'.encode(), "の「words」に、代わりの語がありません"),
        (None, "を読めません"),
    ],
)
def test_what_is_no_list(text: bytes | None, ja: str, tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    if text is not None:
        path.write_bytes(text)
    with pytest.raises(DesignsysError) as error:
        read_words(path)
    assert f"用語の一覧「{path}」{ja}" in error.value.ja
    assert f"'{path}'" in error.value.en
