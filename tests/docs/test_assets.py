"""The files that pages link: named by what is in them, and the old ones gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.docs.assets import BUNDLE, Assets
from designsys.docs.site import Site


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    made = Assets(Site(), tmp_path)
    made.write_styles()
    made.write_rest()
    return made


@pytest.mark.parametrize("name", ["designsys.css", "docs.css", "docs.js", "live.js"])
def test_is_written_under_a_hashed_name(assets: Assets, tmp_path: Path, name: str) -> None:
    stem, _, suffix = name.partition(".")
    path = tmp_path / assets.path(name)
    assert path.is_file()
    assert path.name.startswith(f"{stem}.") and path.name.endswith(f".{suffix}") and path.name != name


def test_the_same_sources_give_the_same_names(assets: Assets, tmp_path: Path) -> None:
    before = sorted(path.name for path in (tmp_path / "assets").rglob("*"))
    assets.write_styles()
    assets.write_rest()
    assert sorted(path.name for path in (tmp_path / "assets").rglob("*")) == before


def test_the_sheets_have_the_towns_themes_and_every_tokens_swatch(assets: Assets, tmp_path: Path) -> None:
    bundle = (tmp_path / assets.path("designsys.css")).read_text(encoding="utf-8")
    sheet = (tmp_path / assets.path("docs.css")).read_text(encoding="utf-8")
    assert '[data-ds-theme="nanohana"]' in bundle or "[data-ds-theme=nanohana]" in bundle
    assert ".docs-token-color-text{" in sheet and ".docs-token-palette-blue-50{" in sheet


def test_our_own_bundle_and_the_pictures_are_there(assets: Assets, tmp_path: Path) -> None:
    assert (tmp_path / BUNDLE / "manifest.json").is_file()
    assert (tmp_path / "assets" / "images" / "mark.svg").is_file()
