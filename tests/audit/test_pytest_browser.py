"""pytest-playwright gets the browser that is on the machine, unless a service chose its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def _pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def test_a_browser_of_the_services_own_choice_stays(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "import pytest\n@pytest.fixture(scope='session')\n"
        "def browser_type_launch_args(browser_type_launch_args):\n"
        "    return {**browser_type_launch_args, 'executable_path': '/own/browser'}\n",
        encoding="utf-8",
    )
    (tmp_path / "test_service.py").write_text(
        "def test_own(browser_type_launch_args):\n"
        "    assert browser_type_launch_args['executable_path'] == '/own/browser'\n",
        encoding="utf-8",
    )
    assert "1 passed" in _pytest(tmp_path).stdout


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        pytest.param("--browser=chromium", "found", id="chromium-is-found"),
        pytest.param("--browser=firefox", "none", id="firefox-is-left"),
        pytest.param("--browser-channel=chrome", "none", id="channel-is-left"),
    ],
)
def test_launch_arguments(tmp_path: Path, option: str, expected: str) -> None:
    (tmp_path / "test_service.py").write_text(
        "def test_own(browser_type_launch_args):\n"
        f"    assert ('executable_path' in browser_type_launch_args) == ({expected!r} == 'found')\n",
        encoding="utf-8",
    )
    assert "1 passed" in _pytest(tmp_path, option).stdout
