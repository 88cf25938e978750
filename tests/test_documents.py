"""README and CONTRIBUTING: every path they name is there, and what they say to run, runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask

from designsys import resources
from designsys.cli import group

REPOSITORY = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]


def _text(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def _blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", _text(name), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_exist(name: str) -> None:
    named = re.findall(r"`((?:components|tokens|docs_site|src|tests|\.ci)/[\w/.-]*)`", _text(name))
    named += re.findall(r"\]\((?!https?:)([^)#]+)\)", _text(name))
    assert named
    # The component that CONTRIBUTING has the reader make is not there before.
    missing = [path for path in named if not (REPOSITORY / path).exists() and "opening_hours" not in path]
    assert missing == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, id=line)
        for name in DOCUMENTS
        for block in _blocks(name, "sh")
        for line in block.splitlines()
    ],
)
def test_a_command_line_is_alive(line: str) -> None:
    words = line.split()
    match Path(words[0]).name:
        case "make":
            assert re.search(rf"^{words[1]}:", _text("Makefile"), re.MULTILINE)
        case "designsys":
            names = [word for word in words[1:] if not word.startswith("-")]
            depth = next(
                n
                for n in range(len(names), 0, -1)
                if CliRunner().invoke(group, [*names[:n], "--help"]).exit_code == 0
            )
            help_ = CliRunner().invoke(group, [*names[:depth], "--help"]).output
            assert "Usage:" in help_
            for option in (word for word in words if word.startswith("--")):
                assert option in help_
        case "pip":
            extra = re.search(r"\[(\w+)\]", line)
            assert extra is not None
            assert re.search(rf"^{extra[1]} = \[", _text("pyproject.toml"), re.MULTILINE)
        case "pytest":
            assert (REPOSITORY / words[1]).is_dir()
        case "python3":
            assert words[1:3] == ["-m", "venv"]
        case other:
            raise AssertionError(f"nobody tests '{other}'")


def test_the_quick_start_gives_a_styled_page(
    assets: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    served: list[Flask] = []
    monkeypatch.setattr(Flask, "run", lambda app, *args, **kwargs: served.append(app))
    monkeypatch.setattr(resources, "assets", lambda: str(assets))
    (program,) = _blocks("README.md", "python")
    (page,) = _blocks("README.md", "jinja")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len([line for line in program.splitlines() if line]) == 5
    scope: dict[str, Any] = {"__name__": "app"}
    exec(compile(program, "README.md", "exec"), scope)
    client = served[0].test_client()
    html = client.get("/").get_data(as_text=True)
    assert "犬の名前" in html
    for link in re.findall(r'(?:href|src)="(/static/[^"]+)"', html):
        with client.get(link) as answer:
            assert answer.status_code == 200
            assert len(answer.data) > 100
    assert len(re.findall(r'href="/static/[^"]+\.css"', html)) == 1
