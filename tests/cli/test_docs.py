"""``designsys docs``: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from designsys.cli import group, main


@pytest.mark.parametrize("arguments", [["docs"], ["docs", "build"], ["docs", "serve"]], ids=" ".join)
def test_help_has_an_example(arguments: list[str]) -> None:
    result = CliRunner().invoke(group, [*arguments, "--help"])
    assert result.exit_code == 0
    assert "Example:\n    designsys docs" in result.output


def test_build_says_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "en")
    out = tmp_path / "市のサイト"
    result = CliRunner().invoke(group, ["docs", "build", "--out", str(out)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output.endswith(f"pages written: {out / 'index.html'}\n")
    assert (out / "index.html").is_file() and (out / "pagefind" / "pagefind.js").is_file()


@pytest.mark.parametrize(
    "arguments",
    [["build", "--components", "no-such-folder"], ["serve", "--components", "no-such-folder"]],
    ids=["build", "serve"],
)
def test_a_wrong_folder_is_one_sentence(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESIGNSYS_LANG", "en")
    with pytest.raises(SystemExit) as left:
        main(["docs", *arguments])
    assert left.value.code == 2
    assert capsys.readouterr().err == "designsys: no-such-folder is not a folder of components.\n"
