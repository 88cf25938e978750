"""Finding the browser that is on the machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from designsys.audit import browser
from designsys.errors import DesignsysError


def _executable(folder: Path, name: str) -> Path:
    path = folder / (f"{name}.exe" if os.name == "nt" else name)
    path.write_text("", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH, with blanks and kanji in its name."""
    folder = tmp_path / "道 具"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("DESIGNSYS_BROWSER", raising=False)
    monkeypatch.setattr(browser, "_MAC", ())
    monkeypatch.setattr(browser, "_PLACES", ())
    return folder


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "msedge"])
def test_found_on_the_path(path: Path, name: str) -> None:
    expected = _executable(path, name)
    assert browser.find_browser() == expected


def test_chromium_comes_before_chrome(path: Path) -> None:
    _executable(path, "google-chrome")
    expected = _executable(path, "chromium")
    assert browser.find_browser() == expected


def test_the_variable_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _executable(path, "chromium")
    own = _executable(path, "own")
    monkeypatch.setenv("DESIGNSYS_BROWSER", str(own))
    assert browser.find_browser() == own


def test_a_wrong_variable_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _executable(path, "chromium")
    monkeypatch.setenv("DESIGNSYS_BROWSER", "/no/such")
    with pytest.raises(DesignsysError, match="/no/such"):
        browser.find_browser()


def test_none_tells_how_to_get_one(path: Path) -> None:
    with pytest.raises(DesignsysError, match="apt-get install chromium"):
        browser.find_browser()
    with pytest.raises(DesignsysError, match="apt-get install chromium-driver"):
        browser.find_driver()


@pytest.mark.parametrize(("user", "switches"), [(0, ["--no-sandbox"]), (1000, [])])
def test_the_sandbox_is_left_only_as_root(
    user: int, switches: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    assert browser.launch_arguments() == switches
