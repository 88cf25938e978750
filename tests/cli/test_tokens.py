"""``designsys tokens``."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from designsys import resources
from designsys.cli import main
from designsys.tokens import css, new_theme


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
        "designsys: there is no output 'cs'; it is one of css, figma, json, python, scss, tailwind, ts. Did you mean 'css'?\n"
    )


def test_build_refuses_a_pair_that_falls_short(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tokens.css"
    assert run("build", "--to", "css", "--tokens", str(broken), "--out", str(out)) == 2
    assert capsys.readouterr().err == (
        f"designsys: {broken / 'semantic.tokens.json'}:41 (#/color/text-muted): color.text-muted (#949494) on "
        "color.background (#ffffff) has 3.03:1 in theme default, scheme light, and owes 4.5:1; the nearest colour "
        'that passes is #767676 (and 23 more).\n  40 |     },\n> 41 |     "text-muted": {\n'
        '  42 |       "$value": "{palette.gray.420}",\n'
    )
    assert not out.exists()


def test_build_refuses_a_broken_file_in_one_sentence(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (broken / "themes" / "shu.tokens.json").write_text('{"brand": {\n "900": }', encoding="utf-8")
    assert run("build", "--to", "css", "--tokens", str(broken)) == 2
    assert capsys.readouterr().err == (
        f"designsys: {broken / 'themes' / 'shu.tokens.json'}:2: this is not JSON (column 9: Expecting value).\n"
        '  1 | {"brand": {\n> 2 |  "900": }\n'
    )


def test_check_prints_every_pair_and_the_exempt(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0]
        == "ok   default    light         12.63 >= 4.5  text       Lc   98.7 color.text #333333 / color.background "
        "#ffffff"
    )
    assert any(line.startswith("exempt color.disabled-text: ") for line in lines)
    pairs = [line for line in lines if line.startswith("ok ") and " Lc " in line]
    nearest = [line for line in lines if line.startswith("ok ") and " ΔE2000 " in line]
    # Of each theme, scheme and colour vision the two chart colours that come nearest.
    assert len(nearest) == 3 * 3 * 4
    assert lines[-1] == (
        f"{len(pairs)} pairs checked, 0 fall short. 1008 pairs of chart colours checked, 0 are too near."
    )


def test_check_exits_1_on_a_shortfall_and_names_the_nearest(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--tokens", str(broken)) == 1
    lines = capsys.readouterr().out.splitlines()
    short = [line for line in lines if line.startswith("FAIL")]
    assert short[0] == (
        "FAIL default    light          3.03 >= 4.5  text       Lc   57.1 color.text-muted #949494 / "
        "color.background #ffffff  -> #767676"
    )
    assert f" pairs checked, {len(short)} fall short. " in lines[-1]


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
        "apca": 57.1,
        "nearest": "#767676",
    }
    assert report["distances"][0] == {
        "first": "color.chart-1",
        "second": "color.chart-2",
        "first_hex": "#000060",
        "second_hex": "#541e00",
        "vision": "normal",
        "delta_e": 39.87,
        "required": 10.0,
        "theme": "default",
        "scheme": "light",
        "passes": True,
    }
    assert {"token": "color.disabled-text", "reason": "使えない部品は 1.4.3 と 1.4.11 の対象ではない / "
        "Inactive parts are outside SC 1.4.3 and 1.4.11"} in report["exempt"]  # fmt: skip


def test_check_survives_a_japanese_windows_console(broken: Path) -> None:
    command = [sys.executable, "-m", "designsys", "tokens", "check", "--tokens", str(broken)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp932", "DESIGNSYS_LANG": "ja"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode("cp932").splitlines()[-1].endswith("、0 組が近すぎます。")
    assert b"?" not in done.stdout


def test_check_speaks_japanese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "ja")
    assert run("check") == 0
    assert (
        capsys.readouterr()
        .out.splitlines()[-1]
        .endswith(" 組を調べ、0 組が足りません。図表の色 1008 組を調べ、0 組が近すぎます。")
    )


@pytest.mark.parametrize("args", [("--help",), ("build", "--help"), ("check", "--help")])
def test_help_has_an_example(args: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*args) == 0
    assert re.search(r"Examples?:\n    designsys tokens ", capsys.readouterr().out)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme file of a town."""
    path = tmp_path / "港町.tokens.json"
    path.write_text(new_theme("#6a0dad", "港町").json, encoding="utf-8")
    return path


def test_check_of_a_theme_of_ones_own(theme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--json", "--theme", str(theme)) == 0
    report = json.loads(capsys.readouterr().out)
    assert {pair["theme"] for pair in report["pairs"]} == {"港町"}
    assert {pair["scheme"] for pair in report["pairs"]} == {"light", "dark", "high-contrast"}


def test_check_of_a_theme_that_falls_short(theme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(theme.read_text(encoding="utf-8"))
    data["brand"]["900"] = data["brand"]["400"]
    theme.write_text(json.dumps(data), encoding="utf-8")
    assert run("check", "--theme", str(theme)) == 1
    assert "color.primary #" in capsys.readouterr().out.partition("FAIL")[2]


def test_chart_colours_that_come_too_near_exit_1(theme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(theme.read_text(encoding="utf-8"))
    data["brand"]["chart"] = {"light": {"1": data["brand"]["900"], "2": data["brand"]["900"]}}
    theme.write_text(json.dumps(data), encoding="utf-8")
    assert run("check", "--theme", str(theme)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("FAIL") and " ΔE2000 " in line]
    assert re.search(r"0 fall short\. 336 pairs of chart colours checked, [1-9]\d* are too near\.", lines[-1])


def test_build_with_a_theme_takes_it_alone(theme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--to", "css", "--theme", str(theme)) == 0
    out = capsys.readouterr().out
    assert "#6a0dad" in out and "data-ds-theme=" not in out


def test_build_reads_a_token_file_without_resolver(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.tokens.json"
    file.write_text('{"gap": {"$type": "dimension", "$value": {"value": 4, "unit": "px"}}}', encoding="utf-8")
    assert run("build", "--to", "css", "--tokens", str(file)) == 0
    assert "--ds-gap: 4px;" in capsys.readouterr().out


def test_several_faults_are_told_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.tokens.json"
    file.write_text('{\n"a": {"$value": "{b}"},\n"c": {"$type": "colour", "$value": 1}\n}', encoding="utf-8")
    assert run("build", "--to", "css", "--tokens", str(file)) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"designsys: 2 faults:\n{file}:3 (#/c/$type): there is no type 'colour';")
    assert f"{file}:2 (#/a/$value): '{{b}}' leads to no token.\n  1 | {{\n> 2 | " in err
