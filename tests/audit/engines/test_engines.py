"""Engines are found by being there, and say what they lack."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from designsys.audit import engines
from designsys.errors import DesignsysError


def test_a_new_engine_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sample.py").write_text(
        "def start(bound):\n    return ('started', bound)\n", encoding="utf-8"
    )
    monkeypatch.setattr(engines, "__path__", [*engines.__path__, str(tmp_path)])
    assert engines.names() == ["playwright", "sample", "selenium"]
    assert engines.start("sample", 3.0) == ("started", 3.0)  # type: ignore[comparison-overlap]


def test_an_unknown_engine_gives_the_nearest() -> None:
    with pytest.raises(DesignsysError) as error:
        engines.start("playwrite", 3.0)
    assert error.value.en == "there is no engine 'playwrite'; did you mean 'playwright'?"


@pytest.mark.parametrize("refusing", [engines.refuse_grid, lambda name: engines.start(name, 3.0, "http://x")])
def test_an_engine_that_runs_on_no_grid_says_so(refusing: Callable[[str], object]) -> None:
    with pytest.raises(DesignsysError) as error:
        refusing("playwright")
    assert error.value.en == (
        "the engine 'playwright' does not run on a Selenium Grid: write --engine selenium beside --grid."
    )


@pytest.mark.parametrize("engine", ["playwright", "selenium"])
def test_a_missing_extra_is_named(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, f"designsys.audit.engines.{engine}", raising=False)
    monkeypatch.setattr("importlib.import_module", _missing)
    with pytest.raises(DesignsysError, match=r"pip install 'designsys\[audit\]'"):
        engines.start(engine, 3.0)


def _missing(name: str) -> None:
    raise ModuleNotFoundError(name=name.rpartition(".")[2])


@pytest.mark.parametrize("engine", ["playwright", "selenium"])
def test_a_browser_that_does_not_start_is_one_sentence(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = tmp_path / "dead.bat"
    dead.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    dead.chmod(0o755)
    monkeypatch.setenv("DESIGNSYS_BROWSER", str(dead))
    with pytest.raises(DesignsysError, match="dead") as error:
        engines.start(engine, 5.0)
    assert "\n" not in error.value.en
