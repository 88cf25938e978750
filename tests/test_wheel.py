"""A wheel in an empty venv, with the repository out of reach: it lists, shows and builds every component."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path
from typing import Any

import pytest

from designsys.catalogue import load
from designsys.rendering import render_example

# One worker makes the wheel and the venv, which take most of the time.
pytestmark = pytest.mark.xdist_group("wheel")

NAMES = [component.name for component in load()]


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the repository as it is now, made from its sdist as an index's is."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(repository)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@dataclass
class Installed:
    """The wheel in a venv of its own.

    :param python: the venv's interpreter.
    :param folder: an empty folder to work in.
    """

    python: Path
    folder: Path

    def run(self, *arguments: str) -> str:
        """What ``designsys`` prints there."""
        # Nothing of this process's paths: they would lead back to the repository.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment |= {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
        command = [str(self.python), "-m", "designsys", *arguments]
        result = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)
        assert result.returncode == 0, result.stderr.decode()
        return result.stdout.decode()


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel and its dependencies, and nothing else."""
    folder = tmp_path_factory.mktemp("empty venv 空")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (folder / "work").mkdir()
    return Installed(python, folder / "work")


@pytest.fixture(scope="session")
def built(installed: Installed) -> Any:
    """The manifest that ``designsys build`` writes there."""
    installed.run("build", "--out", "static")
    return json.loads((installed.folder / "static" / "manifest.json").read_text(encoding="utf-8"))


def test_lists_every_component(installed: Installed) -> None:
    listed = json.loads(installed.run("catalogue", "--json"))["components"]
    assert [component["name"] for component in listed] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_shows_every_component(installed: Installed, name: str) -> None:
    component = load()[name]
    example = next(known for known in component.examples if known.name == "default")
    shown = installed.run("show", name, "--example", "default")
    if component.blocks:
        assert shown.lower().startswith(
            "<!doctype html>"
        )  # its links carry the hashes of that wheel's own assets
    else:
        assert shown == render_example(example)


@pytest.mark.parametrize("name", NAMES)
def test_builds_every_component(built: Any, installed: Installed, name: str) -> None:
    assert name in built["components"]
    if load()[name].style is not None:
        css = (installed.folder / "static" / built["files"]["designsys.css"]).read_text(encoding="utf-8")
        assert f".ds-{name.replace('_', '-')}" in css


def test_builds_a_subset(installed: Installed) -> None:
    page = '{% from "designsys/text_input.jinja" import text_input %}'
    (installed.folder / "a.html").write_text(page, encoding="utf-8")
    installed.run("build", "--out", "subset", "--used-in", "a.html")
    manifest = json.loads((installed.folder / "subset" / "manifest.json").read_text(encoding="utf-8"))
    assert "text_input" in manifest["components"]
    assert len(manifest["components"]) < len(NAMES)


def test_writes_a_new_component(installed: Installed) -> None:
    installed.run("component", "new", "route_map", "--out", "own")
    assert "ds-route-map" in installed.run("show", "route_map", "--components", "own")


def test_components_there_are_small_already(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if (name.endswith(".css") and "/components/" in name) or name.endswith("styles/base.css"):
                assert "/*" not in archive.read(name).decode(), name


def test_prints_in_the_residents_language(installed: Installed) -> None:
    """The compiled catalogues are in the wheel: the same example speaks another language."""
    example = (
        "required" if any(known.name == "required" for known in load()["text_input"].examples) else "error"
    )
    japanese, english = (
        installed.run("show", "text_input", "--example", example, "--locale", tag) for tag in ("ja", "en")
    )
    assert "※" in japanese or "エラー" in japanese
    assert "Required" in english or "Error" in english


def test_carries_the_ready_built_assets(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        manifest = json.loads(archive.read("designsys/assets/manifest.json"))
        assert manifest["components"] == NAMES
        for file in manifest["files"].values():
            assert archive.getinfo(f"designsys/assets/{file}").file_size > 1000


def test_the_versions_agree(wheel: Path, built: Any) -> None:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())
    assert metadata["Version"] == built["version"]


def test_needs_four_packages_only(installed: Installed) -> None:
    listed = subprocess.run(
        [str(installed.python), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"],
        check=True,
        capture_output=True,
    )
    names = {package["name"].lower() for package in json.loads(listed.stdout)}
    # webencodings is tinycss2's own; colorama is click's on Windows.
    others = names - {"pip", "setuptools", "webencodings", "colorama"}
    assert others == {"designsys", "jinja2", "markupsafe", "tinycss2", "click"}
