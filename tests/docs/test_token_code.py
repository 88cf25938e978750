"""What can be copied of a token, and that each piece stands by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from designsys.docs.token_code import TokenCode
from designsys.tokens import TokenSystem, load


@pytest.fixture(scope="module")
def system() -> TokenSystem:
    return load()


@pytest.fixture(scope="module")
def code(system: TokenSystem) -> TokenCode:
    return TokenCode(system)


def of(code: TokenCode, system: TokenSystem, *paths: str) -> dict[str, str]:
    return code.of([system.resolve()[path] for path in paths])


@pytest.mark.parametrize(
    ("path", "css"),
    [
        ("color.text", "var(--ds-color-text)"),
        ("type.code", "font: var(--ds-type-code);\nletter-spacing: var(--ds-type-code-letter-spacing);"),
    ],
)
def test_css_is_what_one_writes(code: TokenCode, system: TokenSystem, path: str, css: str) -> None:
    assert of(code, system, path)["css"] == css


def test_what_css_does_not_get_has_no_css(code: TokenCode, system: TokenSystem) -> None:
    assert set(of(code, system, "palette.blue.50")) == {"dtcg", "figma"}


@pytest.mark.parametrize("path", list(load().resolve()))
def test_dtcg_is_a_file_that_gives_the_token_again(
    code: TokenCode, system: TokenSystem, path: str, tmp_path: Path
) -> None:
    file = tmp_path / "copied.tokens.json"
    file.write_text(of(code, system, path)["dtcg"], encoding="utf-8")
    copied, token = load(file).resolve()[path], system.resolve()[path]
    assert (copied.type, copied.value, copied.description) == (token.type, token.value, token.description)


def test_several_tokens_are_one_dtcg_group(code: TokenCode, system: TokenSystem) -> None:
    data = json.loads(of(code, system, "palette.blue.50", "palette.blue.100")["dtcg"])
    assert list(data["palette"]["blue"]) == ["50", "100"]


def figma(code: TokenCode, system: TokenSystem, path: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(of(code, system, path)["figma"])
    return data


def test_figma_has_the_variable_with_a_value_for_every_scheme(code: TokenCode, system: TokenSystem) -> None:
    data = figma(code, system, "color.text")
    assert [one["name"] for one in data["variables"]] == ["color/text"]
    modes = {one["id"] for one in data["variableModes"]}
    assert len(modes) == len(system.contexts["scheme"])
    assert {one["modeId"] for one in data["variableModeValues"]} == modes
    assert {one["variableId"] for one in data["variableModeValues"]} == {data["variables"][0]["id"]}


def test_figmas_aliases_are_followed(code: TokenCode, system: TokenSystem) -> None:
    for held in figma(code, system, "color.text")["variableModeValues"]:
        assert set(held["value"]) >= {"r", "g", "b"}


def test_a_token_of_several_parts_is_as_many_variables(code: TokenCode, system: TokenSystem) -> None:
    names = [one["name"] for one in figma(code, system, "type.body")["variables"]]
    assert len(names) > 1
    assert all(name.startswith("type/body/") for name in names)


def test_without_the_output_there_is_no_figma(system: TokenSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("designsys.docs.token_code.outputs", lambda: ["css"])
    assert set(of(TokenCode(system), system, "color.text")) == {"css", "dtcg"}
