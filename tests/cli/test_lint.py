"""``designsys lint css``: what it prints, and its exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_findings_are_one_line_each_and_exit_1(designsys: Run, tmp_path: Path) -> None:
    file = tmp_path / "窓口.css"
    file.write_text(".a {\n  color: #ce0000;\n  margin: 9px;\n}\n", encoding="utf-8")
    result = designsys("lint", "css", tmp_path)
    assert result.code == 1
    assert result.out.splitlines() == [
        f"{file}:2:10: raw-color: #ce0000 is a raw colour; use var(--ds-color-error).",
        f"{file}:3:11: raw-length: 9px is a raw length in 'margin'; use var(--ds-space-8).",
    ]
    assert result.err == "2 found in 1 file.\n"


def test_speaks_japanese(designsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.css").write_text(".a { color: #ce0000; }", encoding="utf-8")
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")
    result = designsys("lint", "css", tmp_path)
    assert "色の直書きです" in result.out
    assert "1 件" in result.err


def test_nothing_found_is_exit_0_and_silent(designsys: Run, tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(".a { color: var(--ds-color-text); }", encoding="utf-8")
    result = designsys("lint", "css", tmp_path / "a.css")
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize("path", ["missing.css", "."], ids=["missing", "folder-without-css"])
def test_what_cannot_be_read_is_one_sentence_and_exit_2(
    designsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = designsys("lint", "css", path)
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert path in result.err
