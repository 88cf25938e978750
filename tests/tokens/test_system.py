"""Finding a token system, and choosing among its contexts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import TokenError, TokenSystem, load


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
