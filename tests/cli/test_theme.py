"""``designsys theme new``: what it writes, what it says, and that a service uses it in one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from designsys import install
from designsys.tokens import new_theme

Run = Callable[..., Any]


def test_the_command_of_the_documentation(designsys: Run, tmp_path: Path) -> None:
    out = tmp_path / "横浜 市"
    result = designsys("theme", "new", "--brand", "#E60012", "--name", "横浜市", "--out", out)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0].startswith("#e60012 has 4.28:1 on the light ground #f2f2f2, too little for text")
    assert (
        lines[1]
        == f"All {len(new_theme('#E60012', '横浜市').pairs)} pairs of colours have the contrast they owe."
    )
    names = ["横浜市.tokens.json", "横浜市.css", "proof.json", "preview.html", "proof.html"]
    assert lines[2:] == [str(out / name) for name in names]
    assert all((out / name).is_file() for name in names)


def test_every_option_reaches_the_file(designsys: Run, tmp_path: Path) -> None:
    logo = tmp_path / "紋章.SVG"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    out = tmp_path / "out"
    options = {
        "--brand": "teal", "--name": "港町", "--id": "minato", "--secondary": "navy", "--font": "BIZ UDPGothic",
        "--corners": "square", "--logo": logo, "--out": out,
    }  # fmt: skip
    result = designsys("theme", "new", *[part for option in options.items() for part in option])
    assert (result.code, result.err) == (0, "")
    data = json.loads((out / "minato.tokens.json").read_text(encoding="utf-8"))
    assert data["$extensions"]["jp.designsys"]["theme"] == {
        "id": "minato", "name": "港町", "brand": "teal", "secondary": "navy", "font": "BIZ UDPGothic",
        "corners": "square", "logo": "紋章.SVG",
    }  # fmt: skip
    assert (out / "preview" / "logo.svg").is_file()
    assert '<img src="preview/logo.svg" alt="">' in (out / "preview.html").read_text(encoding="utf-8")


def test_a_service_uses_it_in_one_line(designsys: Run, tmp_path: Path) -> None:
    designsys("theme", "new", "--brand", "#6a0dad", "--name", "港町", "--id", "minato", "--out", tmp_path)
    static = tmp_path / "static"
    assert designsys("build", "--theme", tmp_path / "minato.tokens.json", "--out", static).code == 0
    environment = Environment(autoescape=True)
    install(environment, theme="minato", assets=("/static/", static))
    page = '{% extends "designsys/page.jinja" %}{% set title = "港町" %}'
    assert 'data-ds-theme="minato"' in environment.from_string(page).render()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            {"--brand": "blu"},
            "'blu' is not a colour of CSS; write one such as #e60012, rgb(230 0 18) or crimson.",
        ),
        (
            {"--logo": "logo.gif"},
            "--logo: 'logo.gif' is no image file; give one of .svg, .png, .jpg, .jpeg, .webp.",
        ),
        ({"--corners": "x"}, "corners cannot be 'x'; write one of square, slight, round."),
    ],
    ids=["brand", "logo", "corners"],
)
def test_what_cannot_be_used_is_one_sentence_and_nothing_is_written(
    options: dict[str, str], sentence: str, designsys: Run, tmp_path: Path
) -> None:
    given = {"--brand": "teal", "--name": "港町", "--out": str(tmp_path / "out"), **options}
    result = designsys("theme", "new", *[part for option in given.items() for part in option])
    assert (result.code, result.err) == (2, f"designsys: {sentence}\n")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(designsys: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = designsys("theme", "new", "--brand", "teal", "--name", "港町", "--out", tmp_path / "file" / "x")
    assert result.code == 2
    assert result.err.startswith(f"designsys: {tmp_path / 'file' / 'x'}")
    assert result.err.rstrip().endswith("give another folder to --out.")


def test_it_speaks_japanese(designsys: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")
    result = designsys("theme", "new", "--brand", "gold", "--name", "山吹町", "--out", tmp_path)
    assert "文字とボタンには同じ色相の" in result.out
    assert " 組の色のすべてで、コントラストの比が足りています。" in result.out
    assert "山吹町のテーマ" in (tmp_path / "preview.html").read_text(encoding="utf-8")
