"""Running the rules over files: what is read, what is refused, how a finding is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.errors import DesignsysError
from designsys.styles.lint import lint_css
from designsys.tokens import load


def test_finds_every_css_file_below_a_folder(tmp_path: Path) -> None:
    deep = tmp_path / "窓口 css" / "deep"
    deep.mkdir(parents=True)
    (tmp_path / "a.css").write_text(".a { color: red; }", encoding="utf-8")
    (deep / "b.css").write_text(".b { color: red; }", encoding="utf-8")
    (deep / "c.txt").write_text(".c { color: red; }", encoding="utf-8")
    assert [Path(finding.path).name for finding in lint_css([tmp_path])] == ["a.css", "b.css"]


def test_a_byte_order_mark_moves_no_column(tmp_path: Path) -> None:
    file = tmp_path / "bom.css"
    file.write_bytes("\ufeff.a { color: red; }".encode())
    (finding,) = lint_css([file])
    assert (finding.line, finding.column) == (1, 13)


@pytest.mark.parametrize(("language", "words"), [("ja", "色の直書きです"), ("en", "is a raw colour")])
def test_prints_place_rule_and_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", language)
    file = tmp_path / "a.css"
    file.write_text(".a {\n  color: #ce0000;\n}\n", encoding="utf-8")
    (finding,) = lint_css([file])
    assert str(finding).startswith(f"{file}:2:10: raw-color: #ce0000 ")
    assert words in str(finding)
    assert "var(--ds-color-error)" in str(finding)


def test_judges_by_the_tokens_given(tmp_path: Path) -> None:
    (tmp_path / "own.resolver.json").write_text(
        '{"version": "2025.10", "sets": {"own": {"sources": [{"$ref": "own.tokens.json"}]}},'
        ' "resolutionOrder": [{"$ref": "#/sets/own"}]}',
        encoding="utf-8",
    )
    (tmp_path / "own.tokens.json").write_text(
        '{"space": {"2": {"$type": "dimension", "$value": {"value": 2, "unit": "px"}}}}', encoding="utf-8"
    )
    file = tmp_path / "a.css"
    file.write_text(".a { margin: var(--ds-space-2) var(--ds-space-8); }", encoding="utf-8")
    (finding,) = lint_css([file], load(tmp_path))
    assert "--ds-space-8" in finding.en
    assert lint_css([file]) == []


@pytest.mark.parametrize("name", ["missing.css", "sjis.css", "empty"])
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "sjis.css").write_bytes("/* 窓口 */".encode("cp932"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(DesignsysError, match=name):
        lint_css([tmp_path / name])
