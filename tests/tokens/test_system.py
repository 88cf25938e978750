"""Finding a token system, and choosing among its contexts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import Document, TokenError, TokenSystem, load


def test_our_own_tokens_have_three_schemes_and_three_themes() -> None:
    assert load().contexts == {
        "theme": ("default", "wakaba", "shu"),
        "scheme": ("light", "dark", "high-contrast"),
    }


CHOICE = {
    "version": "2025.10",
    "modifiers": {
        "scheme": {"default": "dark", "contexts": {"light": [], "dark": []}},
        "size": {"contexts": {"small": [], "large": []}},
    },
    "resolutionOrder": [{"$ref": "#/modifiers/scheme"}, {"$ref": "#/modifiers/size"}],
}


def test_the_default_context_comes_first(system: Callable[..., TokenSystem]) -> None:
    found = system({}, {"my.resolver.json": CHOICE}).contexts
    assert found == {"scheme": ("dark", "light"), "size": ("small", "large")}


@pytest.mark.parametrize(
    ("inputs", "sentence"),
    [
        ({"size": "big"}, "there is no size 'big'; it is one of small, large."),
        ({"size": "smal"}, "there is no size 'smal'; it is one of small, large. Did you mean 'small'?"),
        (
            {"sizes": "small"},
            "there is no modifier 'sizes'; this resolver has scheme, size. Did you mean 'size'?",
        ),
        ({"size": True}, "the context of 'size' must be a string, not True."),
        ({}, "'size' has no default; choose one of small, large."),
    ],
    ids=["unknown", "mistyped", "modifier", "kind", "left-out"],
)
def test_a_wrong_choice_is_refused(inputs: dict[str, Any], sentence: str, fault: Callable[..., str]) -> None:
    assert fault({}, {"my.resolver.json": CHOICE}, **inputs) == f"my.resolver.json: {sentence}"


def test_an_unknown_theme_is_one_sentence_in_both_languages() -> None:
    with pytest.raises(TokenError) as caught:
        load().resolve(theme="wakba")
    english = "there is no theme 'wakba'; it is one of default, wakaba, shu. Did you mean 'wakaba'?"
    japanese = "theme に「wakba」はありません。default, wakaba, shu のどれかです。「wakaba」のことですか。"
    assert (caught.value.en.partition(": ")[2], caught.value.ja.partition(": ")[2]) == (english, japanese)


def test_a_folder_without_a_resolver_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TokenError) as caught:
        load(tmp_path)
    assert caught.value.en == f"{tmp_path}: this folder has no *.resolver.json; it needs exactly one."


def test_a_folder_with_two_resolvers_is_refused(folder: Callable[[Any], Path]) -> None:
    place = folder({"other.resolver.json": {}})
    with pytest.raises(TokenError) as caught:
        load(place)
    assert caught.value.en == (
        f"{place}: this folder has more than one resolver document: my.resolver.json, other.resolver.json; "
        "it needs exactly one."
    )


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TokenError, match="there is no such file to read"):
        load(tmp_path / "nowhere")


def test_a_resolver_may_be_named_itself(folder: Callable[[Any], Path]) -> None:
    place = folder({"a.tokens.json": {"n": {"$type": "number", "$value": 1}}, "other.resolver.json": {}})
    assert load(place / "my.resolver.json").resolve()["n"].value == 1


def test_a_place_with_blanks_and_kanji_is_read(tmp_path: Path) -> None:
    place = tmp_path / "転出 届"
    place.mkdir()
    (place / "色.resolver.json").write_text('{"version": "2025.10", "resolutionOrder": []}', encoding="utf-8")
    assert load(place).resolve() == {}


def test_a_choice_made_for_good_leaves_one_context() -> None:
    system = load()
    only = system.only(Theme="Wakaba")
    assert only.contexts == {**system.contexts, "theme": ("wakaba",)}
    assert only.resolve(scheme="dark") == system.resolve(theme="wakaba", scheme="dark")
    assert only.only(scheme="dark").resolve() == system.resolve(theme="wakaba", scheme="dark")


def test_a_choice_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(TokenError, match="wakaba"):
        load().only(theme="wakba")


def test_a_token_file_on_its_own_has_nothing_to_choose(tmp_path: Path) -> None:
    file = tmp_path / "値.tokens.json"
    file.write_text('{"a": {"$type": "number", "$value": 1}}', encoding="utf-8")
    system = load(file)
    assert system.contexts == {}
    assert [(theme, scheme, set(tokens)) for theme, scheme, tokens in system.resolutions()] == [
        ("default", "light", {"a"})
    ]
    with pytest.raises(TokenError, match="there is no modifier 'scheme'"):
        system.resolve(scheme="dark")


def test_a_resolver_document_may_be_called_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    tokens = {"a": {"$type": "number", "$value": 1}}
    file.write_text(
        json.dumps(
            {
                "version": "2025.10",
                "sets": {"b": {"sources": [tokens]}},
                "resolutionOrder": [{"$ref": "#/sets/b"}],
            }
        ),
        encoding="utf-8",
    )
    assert set(load(file).resolve()) == {"a"}


def test_several_contexts_may_be_left_of_which_the_first_is_the_default() -> None:
    system = load().only(theme=("shu", "default"))
    assert system.contexts["theme"] == ("shu", "default")
    assert system.resolve() == load().resolve(theme="shu")


def test_a_theme_file_is_laid_where_themes_are_laid(tmp_path: Path) -> None:
    """Under the schemes: what a scheme says of a semantic colour still holds."""
    file = tmp_path / "町.tokens.json"
    file.write_text('{"brand": {"300": {"$value": "{palette.red.300}"}}}', encoding="utf-8")
    system = load().with_themes(Document(file))
    assert system.contexts["theme"] == (*load().contexts["theme"], "町")
    assert system.resolve(theme="町", scheme="dark")["color.primary"].value["hex"] == "#ff9696"


def test_every_theme_and_scheme_is_resolved_once() -> None:
    found = [(theme, scheme) for theme, scheme, _ in load().resolutions()]
    contexts = load().contexts
    assert found == [(theme, scheme) for theme in contexts["theme"] for scheme in contexts["scheme"]]
