"""A folder of a service's own components, given to every command that takes one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def own(designsys: Run, tmp_path: Path) -> Path:
    """A folder with one component, ``route_map``."""
    designsys("component", "new", "route_map", "--out", tmp_path / "own")
    return tmp_path / "own"


def test_catalogue_lists_it(designsys: Run, own: Path) -> None:
    assert "route_map" in designsys("catalogue", "--components", own).out


def test_show_renders_it(designsys: Run, own: Path) -> None:
    assert 'class="ds-route-map"' in designsys("show", "route_map", "--components", own).out


def test_build_holds_it(designsys: Run, own: Path, tmp_path: Path) -> None:
    designsys("build", "--out", tmp_path / "out", "--components", own)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    css = (tmp_path / "out" / manifest["files"]["designsys.css"]).read_text(encoding="utf-8")
    assert "route_map" in manifest["components"]
    assert ".ds-route-map{" in css


@pytest.mark.parametrize(
    "command", [["catalogue"], ["show", "tag"], ["component", "new", "x"]], ids=lambda words: words[0]
)
def test_two_components_of_one_name_are_named(
    designsys: Run, own: Path, tmp_path: Path, command: list[str]
) -> None:
    other = tmp_path / "other"
    designsys("component", "new", "route_map", "--out", other)
    result = designsys(*command, "--components", own, "--components", other)
    assert result.code == 2
    assert str(own / "route_map") in result.err and str(other / "route_map") in result.err
