"""``designsys tokens``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from designsys import resources
from designsys.cli import main
from designsys.tokens import css


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "en")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of our tokens in which muted text is too light."""
    folder = tmp_path / "町の 色"
    shutil.copytree(resources.tokens(), folder)
    semantic = folder / "semantic.tokens.json"
    text = semantic.read_text(encoding="utf-8")
    before = '"text-muted": {\n      "$value": "{palette.gray.700}"'
    assert before in text
    semantic.write_text(text.replace(before, before.replace("700", "420")), encoding="utf-8")
    return folder


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(["tokens", *args])
    return int(caught.value.code or 0)


def test_build_prints_the_style_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--to", "css") == 0
    assert capsys.readouterr().out == css()


def test_build_writes_a_file_and_its_folder(tmp_path: Path) -> None:
    out = tmp_path / "static" / "トークン.css"
    assert run("build", "--to", "css", "--out", str(out)) == 0
    assert out.read_bytes() == css().encode()


def test_build_refuses_an_unknown_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--to", "cs") == 2
    assert capsys.readouterr().err == (
        "designsys: there is no output 'cs'; it is one of css. Did you mean 'css'?\n"
    )


def test_build_refuses_a_pair_that_falls_short(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tokens.css"
    assert run("build", "--to", "css", "--tokens", str(broken), "--out", str(out)) == 2
    assert capsys.readouterr().err == (
        f"designsys: {broken / 'semantic.tokens.json'}:41 (#/color/text-muted): color.text-muted (#949494) on "
        "color.background (#ffffff) has 3.03:1 in theme default, scheme light, and owes 4.5:1; the nearest colour "
        "that passes is #767676 (and 23 more).\n"
    )
    assert not out.exists()


def test_build_refuses_a_broken_file_in_one_sentence(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (broken / "themes" / "shu.tokens.json").write_text('{"brand": {\n "900": }', encoding="utf-8")
    assert run("build", "--to", "css", "--tokens", str(broken)) == 2
    assert capsys.readouterr().err == (
        f"designsys: {broken / 'themes' / 'shu.tokens.json'}:2: this is not JSON (column 9: Expecting value).\n"
    )


def test_check_prints_every_pair_and_the_exempt(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0]
        == "ok   default    light         12.63 >= 4.5  text       color.text #333333 / color.background #ffffff"
    )
    assert any(line.startswith("exempt color.disabled-text: ") for line in lines)
    pairs = [line for line in lines if line.startswith("ok ")]
    assert lines[-1] == f"{len(pairs)} pairs checked, 0 fall short."


def test_check_exits_1_on_a_shortfall_and_names_the_nearest(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--tokens", str(broken)) == 1
    lines = capsys.readouterr().out.splitlines()
    short = [line for line in lines if line.startswith("FAIL")]
    assert short[0] == (
        "FAIL default    light          3.03 >= 4.5  text       color.text-muted #949494 / color.background #ffffff"
        "  -> #767676"
    )
    assert lines[-1].endswith(f" pairs checked, {len(short)} fall short.")


def test_check_as_json_can_be_recomputed(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--json", "--tokens", str(broken)) == 1
    report = json.loads(capsys.readouterr().out)
    short = [pair for pair in report["pairs"] if not pair["passes"]]
    assert short[0] == {
        "foreground": "color.text-muted",
        "background": "color.background",
        "foreground_hex": "#949494",
        "background_hex": "#ffffff",
        "ratio": 3.03,
        "required": 4.5,
        "kind": "text",
        "theme": "default",
        "scheme": "light",
        "passes": False,
        "nearest": "#767676",
    }
    assert {"token": "color.disabled-text", "reason": "使えない部品は 1.4.3 と 1.4.11 の対象ではない / "
        "Inactive parts are outside SC 1.4.3 and 1.4.11"} in report["exempt"]  # fmt: skip


def test_check_survives_a_japanese_windows_console(broken: Path) -> None:
    command = [sys.executable, "-m", "designsys", "tokens", "check", "--tokens", str(broken)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp932", "DESIGNSYS_LANG": "ja"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode("cp932").splitlines()[-1].endswith(" 組が足りません。")
    assert b"?" not in done.stdout


def test_check_speaks_japanese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")
    assert run("check") == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith(" 組を調べ、0 組が足りません。")


@pytest.mark.parametrize("args", [("--help",), ("build", "--help"), ("check", "--help")])
def test_help_has_an_example(args: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*args) == 0
    assert "Example:\n    designsys tokens " in capsys.readouterr().out
