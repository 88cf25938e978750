"""Where things are: beside the package in the repository, inside it in a wheel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from designsys import resources

FOLDERS = [resources.components, resources.tokens, resources.docs_site]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda function: function.__name__)
def test_an_editable_install_reads_the_repository(folder: Callable[[], str], repository: Path) -> None:
    assert Path(folder()) == repository / folder.__name__
    assert Path(folder()).is_dir()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda function: function.__name__)
def test_a_wheel_reads_itself(
    folder: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path))
    (tmp_path / "resources_" / folder.__name__).mkdir(parents=True)
    assert Path(folder()) == tmp_path / "resources_" / folder.__name__


@pytest.mark.parametrize(
    "folder", [resources.assets, resources.locales], ids=lambda function: function.__name__
)
def test_what_is_built_lies_in_the_package(folder: Callable[[], str]) -> None:
    assert Path(folder()) == Path(resources.__file__).parent / folder.__name__
