"""``designsys component new``: what it writes passes every test of components, as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.styles.lint import lint_css

Run = Callable[..., Any]


@pytest.fixture
def own(designsys: Run, tmp_path: Path) -> Path:
    """A folder with two new components, which must not get in each other's way either."""
    folder = tmp_path / "own 部品"
    for name in ("route_map", "bus_stop"):
        assert designsys("component", "new", name, "--out", folder).code == 0
    return folder


@pytest.fixture
def package(own: Path, tmp_path: Path) -> Path:
    """An installed package whose entry point adds that folder to the catalogue."""
    site = tmp_path / "site"
    (site / "city-1.dist-info").mkdir(parents=True)
    (site / "city.py").write_text(f"COMPONENTS = {str(own)!r}\n", encoding="utf-8")
    (site / "city-1.dist-info" / "METADATA").write_text("Name: city\nVersion: 1\n", encoding="utf-8")
    points = "[designsys.components]\ncity = city:COMPONENTS\n"
    (site / "city-1.dist-info" / "entry_points.txt").write_text(points, encoding="utf-8")
    return site


def test_prints_the_files(designsys: Run, tmp_path: Path) -> None:
    result = designsys("component", "new", "route_map", "--out", tmp_path)
    assert sorted(result.out.splitlines()) == sorted(str(path) for path in (tmp_path / "route_map").iterdir())


def test_a_new_component_passes_the_tests_of_components(package: Path, repository: Path) -> None:
    # One condition of the matrix and one engine stand for all: the skeleton's style is made of tokens.
    matrix = "not test_second_engine and (not test_axe or light-320)"
    chosen = f"((route_map or bus_stop) and {matrix}) or no_two or no_sentence"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "tests/components",
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        chosen,
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment |= {"PYTHONPATH": os.pathsep.join([str(package), os.environ.get("PYTHONPATH", "")])}
    result = subprocess.run(command, cwd=repository, env=environment, capture_output=True, check=False)
    output = result.stdout.decode()
    assert result.returncode == 0, output
    assert " passed" in output


def test_its_css_is_clean(own: Path) -> None:
    assert lint_css([own]) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("tag", "'tag' is there already"), ("RouteMap", "'RouteMap' cannot name a macro")],
    ids=["taken", "spelling"],
)
def test_a_name_that_cannot_be_is_one_sentence(designsys: Run, tmp_path: Path, name: str, words: str) -> None:
    result = designsys("component", "new", name, "--out", tmp_path / "own")
    assert result.code == 2
    assert words in result.err
    assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "own").exists()
