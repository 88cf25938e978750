"""What the foundation pages know of the tokens: groups, values by scheme, both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designsys.docs.foundations import Foundations, in_language
from designsys.tokens import load


@pytest.fixture(scope="module")
def foundations() -> Foundations:
    return Foundations(load())


def test_a_sample_is_told_in_the_readers_language(foundations: Foundations) -> None:
    ja, en = (foundations.group("color", language).samples[0] for language in ("ja", "en"))
    assert (ja.path, ja.custom_property, ja.description, en.description) == (
        "color.text",
        "--ds-color-text",
        "本文",
        "Body text",
    )


@pytest.mark.parametrize(
    ("text", "ja", "en"), [("本文 / Body text", "本文", "Body text"), ("本文", "本文", "本文")]
)
def test_a_text_in_one_language_serves_both(text: str, ja: str, en: str) -> None:
    assert (in_language(text, "ja"), in_language(text, "en")) == (ja, en)


def test_a_colour_has_a_value_in_every_scheme(foundations: Foundations) -> None:
    sample = foundations.group("color", "ja").samples[0]
    assert tuple(sample.values) == foundations.schemes
    assert all(value.startswith("#") for value in sample.values.values())


@pytest.mark.parametrize(
    ("group", "path", "value"),
    [
        ("space", "space.24", "1.5rem = 24px"),
        ("radius", "radius.8", "8px"),
        ("space", "space.0", "0rem"),
        ("duration", "duration.fast", "100ms"),
        ("easing", "easing.standard", "cubic-bezier(0.2, 0, 0, 1)"),
    ],
)
def test_a_value_is_told_as_css_has_it(foundations: Foundations, group: str, path: str, value: str) -> None:
    (sample,) = (one for one in foundations.group(group, "ja").samples if one.path == path)
    assert sample.value == value
    assert len(sample.values) == 1


def test_a_type_style_is_told_in_its_parts(foundations: Foundations) -> None:
    (sample,) = (one for one in foundations.group("type", "ja").samples if one.path == "type.heading-1")
    assert sample.parts == {
        "fontSize": "2.25rem = 36px",
        "fontWeight": "700",
        "lineHeight": "1.4",
        "letterSpacing": "0.0225rem",
    }


def test_a_colour_stands_with_the_one_that_it_is_laid_on(foundations: Foundations) -> None:
    parts = {part.name: part.paths for part in foundations.parts("color", "ja")}
    assert parts["error"] == ["color.error", "color.error-subtle", "color.on-error"]


def test_inner_groups_are_parts_and_numbers_are_steps(foundations: Foundations) -> None:
    assert [part.name for part in foundations.parts("brand", "ja")][:2] == ["brand", "visited"]
    assert "light-blue" in [part.name for part in foundations.parts("palette", "ja")]


def test_a_part_calls_its_tokens_by_their_last_names(foundations: Foundations) -> None:
    steps, visited = foundations.parts("brand", "ja")[:2]
    assert [steps.step(sample) for sample in steps.samples][:2] == ["brand", "50"]
    assert visited.step(visited.samples[0]) == "light"


def test_no_part_loses_a_token(foundations: Foundations) -> None:
    shown = [
        path
        for name in foundations.group_names
        for part in foundations.parts(name, "ja")
        for path in part.paths
    ]
    assert sorted(shown) == sorted(foundations.tokens)


def test_a_deprecated_token_says_why(tmp_path: Path) -> None:
    token = {
        "$type": "color",
        "$value": {"colorSpace": "srgb", "components": [0, 0, 0]},
        "$deprecated": "墨を使う",
    }
    file = tmp_path / "own.tokens.json"
    file.write_text(json.dumps({"color": {"old": token}}), encoding="utf-8")
    (sample,) = Foundations(load(file)).group("color", "ja").samples
    assert sample.deprecated == "墨を使う"


def test_the_proofs_are_those_of_the_tokens(foundations: Foundations) -> None:
    assert {pair.theme for pair in foundations.pairs} == set(foundations.themes)
    assert all(pair.passes for pair in foundations.pairs)
    assert foundations.distances and all(one.passes for one in foundations.distances)
    assert foundations.exempt("en")["color.background"].startswith("A ground")
