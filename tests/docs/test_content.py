"""The code of the content pages runs as it stands there."""

from __future__ import annotations

import itertools
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from designsys import resources
from designsys.audit.conditions import named
from designsys.audit.states import read_settings
from designsys.cli import group

CONTENT = Path(resources.docs_site()) / "content"
FENCE = re.compile(r"^```(\w+)(?: ([\w./]+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def write_files(page: str, folder: Path) -> list[str]:
    """Write every block that has a file's name; gives the commands."""
    commands = []
    for language, name, source in FENCE.findall((CONTENT / page).read_text(encoding="utf-8")):
        if name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(source, encoding="utf-8")
        elif language == "console":
            commands += source.splitlines()
    return commands


def run(program: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "designsys", "build", "--out", "static/designsys"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    return tmp_path


@pytest.mark.parametrize(("language", "label"), [("ja", "メールアドレス"), ("en", "Email address")])
def test_the_quick_start_runs(project: Path, language: str, label: str) -> None:
    commands = write_files(f"start/index.{language}.md", project)
    assert "designsys build --out static/designsys" in commands
    assert "flask --app app run" in commands
    html = run(
        "from app import app; c = app.test_client(); print(c.get('/').text, c.post('/', data={'email': 'x'}).text);"
        "import re; css = re.search(r'href=\"(/static[^\"]+)', c.get('/').text)[1]; print('CSS', c.get(css).status_code)",
        project,
    )
    assert label in html
    assert html.count('id="email-error"') == 1
    assert "CSS 200" in html


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_of_themes_runs(language: str, tmp_path: Path) -> None:
    text = (CONTENT / f"foundations/theme.{language}.md").read_text(encoding="utf-8")
    for command in write_files(f"foundations/theme.{language}.md", tmp_path):
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)], cwd=tmp_path, capture_output=True, check=False
        )
        assert done.returncode == 0, command
    written = re.findall(r"`([\w.-]+\.(?:json|css|html))`", text)
    assert len(written) == 5
    assert [name for name in written if not (tmp_path / "themes" / "aonagi" / name).is_file()] == []
    (source,) = [source for name, _, source in FENCE.findall(text) if name == "python"]
    page = '{% extends "designsys/page.jinja" %}{% set title = "転出届" %}'
    html = run(
        "import designsys; from jinja2 import Environment; env = Environment(autoescape=True);"
        f"{source}\nprint(env.from_string({page!r}).render())",
        tmp_path,
    )
    assert 'data-ds-theme="aonagi"' in html


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_command_of_the_proof_runs(language: str, tmp_path: Path) -> None:
    (command,) = write_files(f"foundations/contrast.{language}.md", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=tmp_path, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["pairs"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_django_page_runs(project: Path, language: str) -> None:
    write_files(f"start/django.{language}.md", project / "myservice")
    settings = project / "myservice" / "settings.py"
    settings.write_text(
        "from pathlib import Path\nBASE_DIR = Path(__file__).parent.parent\nSECRET_KEY = 'x'\nUSE_TZ = True\n"
        + settings.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    (project / "templates").mkdir()
    text = (CONTENT / f"start/django.{language}.md").read_text(encoding="utf-8")
    source = next(source for name, _, source in FENCE.findall(text) if name == "jinja")
    (project / "templates" / "form.html").write_text(source, encoding="utf-8")
    html = run(
        "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'myservice.settings'; django.setup();"
        "from django.template.loader import render_to_string; from django.test import RequestFactory;"
        "print(render_to_string('form.html', request=RequestFactory().get('/')))",
        project,
    )
    assert "csrfmiddlewaretoken" in html
    assert 'class="ds-button"' in html


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_fastapi_page_runs(project: Path, language: str) -> None:
    write_files(f"start/fastapi.{language}.md", project)
    (project / "templates").mkdir()
    (project / "templates" / "form.html").write_text(
        '{% from "designsys/button.jinja" import button %}{{ button("次へ") }}', encoding="utf-8"
    )
    html = run(
        "from main import app; from fastapi.testclient import TestClient; print(TestClient(app).get('/').text)",
        project,
    )
    assert 'class="ds-button"' in html


def audit(command: str, folder: Path, language: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "DESIGNSYS_LANG": language, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_of_the_gate_shows_what_the_gate_says(language: str, tmp_path: Path) -> None:
    page = f"start/audit.{language}.md"
    write_files(page, tmp_path)
    # The login of the example is to a service that is not here.
    (tmp_path / "designsys.toml").unlink()
    blocks = FENCE.findall((CONTENT / page).read_text(encoding="utf-8"))
    shown = [
        (command.strip(), output)
        for (_, _, command), (kind, _, output) in itertools.pairwise(blocks)
        if kind == "text"
    ]
    assert len(shown) == 2
    assert [audit(command, tmp_path, language) for command, _ in shown] == [output for _, output in shown]
    assert run("import content", tmp_path) == "<p>日時</p>\n"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_settings_of_the_gate_are_read(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATE_PASSWORD", "himitsu")
    write_files(f"start/audit.{language}.md", tmp_path)
    settings = read_settings(tmp_path)
    assert len(settings.login) == 5
    assert [len(state.steps) for state in settings.states] == [3, 1]


@pytest.mark.parametrize(
    "command",
    sorted(
        {
            command
            for language in ("ja", "en")
            for kind, _, source in FENCE.findall(
                (CONTENT / f"start/audit.{language}.md").read_text(encoding="utf-8")
            )
            for command in source.splitlines()
            if kind == "console" and command.startswith("designsys ")
        }
    ),
)
def test_every_command_of_the_page_of_the_gate_is_understood(command: str) -> None:
    """As far as it goes without another machine: each name and option is one, and each condition too."""
    words = shlex.split(command)[1:]
    context = group.make_context("designsys", words, resilient_parsing=True)
    name, subcommand, rest = group.resolve_command(context, words)
    assert subcommand is not None
    given = subcommand.make_context(name, list(rest), parent=context).params
    assert [condition.id for condition in named(given.get("conditions", ()))]
