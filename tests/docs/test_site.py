"""The sources of the site: its own words are whole in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.catalogue.schema import GROUPS, TYPES
from designsys.docs.site import Site
from designsys.errors import DesignsysError


@pytest.fixture(scope="module")
def site() -> Site:
    return Site()


def shape(value: Any) -> Any:
    return {key: shape(inner) for key, inner in value.items()} if isinstance(value, dict) else None


def test_both_languages_have_the_same_words(site: Site) -> None:
    assert shape(site.words["ja"]) == shape(site.words["en"])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_type_and_group_has_a_word(site: Site, language: str) -> None:
    assert set(site.words[language]["types"]) == set(TYPES)
    assert set(site.words[language]["groups"]) == set(GROUPS)


def test_a_folder_of_components_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match="missing"):
        Site([tmp_path / "missing"])
