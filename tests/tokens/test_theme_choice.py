"""Themes by name and by file, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from designsys.tokens import TokenError, choose_themes, load, new_theme


@pytest.fixture
def file(tmp_path: Path) -> str:
    theme = new_theme("#E60012", "横浜市", id="yokohama")
    path = tmp_path / theme.file_name
    path.write_text(theme.json, encoding="utf-8")
    return str(path)


def test_without_a_choice_all_themes_stay() -> None:
    assert choose_themes(load(), []).contexts == load().contexts


def test_names_and_files_in_the_order_given(file: str) -> None:
    chosen = choose_themes(load(), [file, "wakaba"])
    assert chosen.contexts["theme"] == ("yokohama", "wakaba")
    assert chosen.resolve()["brand.$root"].value["hex"] == "#e60012"
    assert chosen.resolve(theme="wakaba") == load().resolve(theme="wakaba")


def test_a_file_without_an_id_goes_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "港町.tokens.json"
    path.write_text('{"brand": {"900": {"$value": "{palette.purple.900}"}}}', encoding="utf-8")
    chosen = choose_themes(load(), [str(path)])
    assert chosen.contexts["theme"] == ("港町",)
    assert chosen.resolve()["color.primary"].value["hex"] == "#5109ad"


@pytest.mark.parametrize("id", ['"a\\n"', '" a"', '""', "3"])
def test_an_id_that_is_no_name_is_refused(tmp_path: Path, id: str) -> None:
    path = tmp_path / "x.tokens.json"
    text = '{\n"$extensions": {"jp.designsys": {"theme": {\n"id": ID}}}}'
    path.write_text(text.replace("ID", id), encoding="utf-8")
    with pytest.raises(TokenError) as caught:
        choose_themes(load(), [str(path)])
    assert f"{path}:3 (#/$extensions/jp.designsys/theme/id): " in caught.value.en
    assert caught.value.en.endswith("cannot be a theme's id; write a name such as yokohama.")


def test_an_unknown_name_gives_the_nearest() -> None:
    with pytest.raises(TokenError, match="there is no theme 'wakabba'.* Did you mean 'wakaba'"):
        choose_themes(load(), ["wakabba"])


def test_two_themes_of_one_name_are_refused(file: str) -> None:
    with pytest.raises(TokenError, match="two of the themes are called 'yokohama'"):
        choose_themes(load(), [file, file])


def test_tokens_without_themes_cannot_take_one(file: str, tmp_path: Path) -> None:
    plain = tmp_path / "plain.tokens.json"
    plain.write_text('{"a": {"$type": "number", "$value": 1}}', encoding="utf-8")
    with pytest.raises(TokenError, match="these tokens have no modifier 'theme' to add to"):
        choose_themes(load(plain), [file])


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(TokenError, match="there is no such file to read; check the path"):
        choose_themes(load(), [str(tmp_path / "no.tokens.json")])
