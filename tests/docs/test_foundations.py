"""What the foundation pages show of the tokens, and the style sheet made for it."""

from __future__ import annotations

import pytest

from designsys.docs.foundations import Foundations
from designsys.styles.minify import minify_css
from designsys.tokens import load


@pytest.fixture(scope="module")
def foundations() -> Foundations:
    return Foundations(load())


def test_swatches_are_told_in_the_readers_language(foundations: Foundations) -> None:
    ja, en = (foundations.swatches("color", language)[0] for language in ("ja", "en"))
    assert (ja.name, ja.property, ja.description, en.description) == (
        "color.text",
        "--ds-color-text",
        "本文",
        "Body text",
    )


def test_every_pair_is_listed_with_every_scheme(foundations: Foundations) -> None:
    rows = [row for theme in foundations.themes for row in foundations.contrasts(theme)]
    assert len(rows) > 100
    assert {tuple(row.ratios) for row in rows} == {foundations.schemes}
    assert min(min(row.ratios.values()) / row.required for row in rows) >= 1


def test_every_swatch_has_its_rule(foundations: Foundations) -> None:
    sheet = foundations.style_sheet()
    for group in ("color", "space", "radius", "elevation", "type"):
        missing = [
            swatch for swatch in foundations.swatches(group, "ja") if f".{swatch.class_name}{{" not in sheet
        ]
        assert missing == []
    assert minify_css(sheet, "swatches")
