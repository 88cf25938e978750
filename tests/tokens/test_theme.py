"""One brand colour in, a complete theme out, with every contrast proven."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designsys.tokens import Color, TokenError, build, contrast_ratio, load, new_theme

SCHEMES = ("light", "dark", "high-contrast")


# The longest property of the suite: each example proves 453 pairs.
@settings(deadline=None, max_examples=150)
@given(st.integers(0, 2**24 - 1))
def test_every_colour_gives_a_theme_that_passes_in_all_schemes(number: int) -> None:
    theme = new_theme(f"#{number:06x}", "若草市")
    assert {pair.scheme for pair in theme.pairs} == set(SCHEMES)
    assert all(pair.passes for pair in theme.pairs)
    assert all(one.passes for one in theme.distances)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**24 - 1))
def test_every_derived_colour_keeps_the_hue_of_the_brand(number: int) -> None:
    theme = new_theme(f"#{number:06x}", "若草市")
    for token in theme.system.resolve().values():
        inherited = token.names[:2] == ("brand", "chart") and not str(token.place.file).startswith("若草市")
        if token.names[0] != "brand" or inherited:
            continue
        _, chroma, hue = Color.of(token.value).oklch
        assert chroma < 0.04 or abs((hue - theme.brand.oklch[2] + 180) % 360 - 180) <= 5, token.path


def test_the_document_stands_on_its_own(tmp_path: Path) -> None:
    theme = new_theme("#E60012", "横浜市", id="yokohama")
    file = tmp_path / theme.file_name
    file.write_text(theme.json, encoding="utf-8")
    tokens = load(file).resolve()
    assert tokens["brand.$root"].value["hex"] == "#e60012"
    assert tokens["brand.secondary.light"].value == tokens["brand.200"].value


def test_it_says_what_it_was_made_from() -> None:
    document = new_theme("#E60012", "横浜市", id="yokohama", corners="square", logo="mark.svg").document
    assert document["$extensions"]["jp.designsys"]["theme"] == {
        "id": "yokohama",
        "name": "横浜市",
        "brand": "#E60012",
        "corners": "square",
        "logo": "mark.svg",
    }


def test_the_json_is_the_document() -> None:
    theme = new_theme("gold", "山吹町")
    assert json.loads(theme.json) == theme.document
    assert theme.file_name == "山吹町.tokens.json"


def test_a_colour_that_cannot_carry_text_is_kept_as_decoration_and_it_says_so() -> None:
    theme = new_theme("#ffe100", "向日葵町")
    tokens = theme.system.resolve()
    assert tokens["color.brand"].value["hex"] == "#ffe100"
    assert [(note.en, note.ja) for note in theme.notes] == [
        (
            "#ffe100 has 1.17:1 on the light ground #f2f2f2, too little for text in every place; it stays as "
            "decoration, and text and buttons have #7b6c00, of the same hue.",
            "#ffe100 は明るい地 #f2f2f2 の上で 1.17:1 です。文字を置けない所があるので飾りに残し、"
            "文字とボタンには同じ色相の #7b6c00 を使います。",
        )
    ]
    assert tokens["color.primary"].value["hex"] == "#7b6c00"


def test_a_colour_that_carries_text_is_the_primary_itself_without_a_note() -> None:
    theme = new_theme("#0a5c36", "若草市")
    assert theme.system.resolve()["color.primary"].value["hex"] == "#0a5c36"
    assert theme.notes == ()


def test_a_see_through_colour_is_laid_on_white() -> None:
    theme = new_theme("rgb(10 92 54 / 50%)", "若草市")
    assert theme.brand.hex == "#85ae9b"
    assert (
        theme.notes[0].en == "rgb(10 92 54 / 50%) is see-through; it was laid on white, which gives #85ae9b."
    )


@pytest.mark.parametrize(
    ("role", "schemes"),
    [("link", 3), ("link-hover", 3), ("link-visited", 3), ("link-active", 3), ("primary-active", 3)],
)
def test_every_state_has_its_own_colour(role: str, schemes: int) -> None:
    theme = new_theme("#0a5c36", "若草市")
    found = {scheme: theme.system.resolve(scheme=scheme)[f"color.{role}"].value["hex"] for scheme in SCHEMES}
    links = {scheme: theme.system.resolve(scheme=scheme)["color.link"].value["hex"] for scheme in SCHEMES}
    assert len(found) == schemes
    assert role == "link" or all(found[scheme] != links[scheme] for scheme in SCHEMES)


def test_the_secondary_colour_is_decoration_in_every_scheme() -> None:
    theme = new_theme("#0a5c36", "若草市", secondary="navy")
    for scheme in SCHEMES:
        assert theme.system.resolve(scheme=scheme)["color.brand-secondary"].value["hex"] == "#000080"


def test_a_font_goes_before_the_default_ones_everywhere() -> None:
    theme = new_theme("#0a5c36", "若草市", font="BIZ UDPGothic, 'Meiryo'")
    tokens = theme.system.resolve()
    names = tokens["font.family-sans"].value
    assert names[:2] == ["BIZ UDPGothic", "Meiryo"]
    assert names.count("Meiryo") == 1 and names[-1] == "sans-serif"
    assert tokens["type.body"].value["fontFamily"] == names


@pytest.mark.parametrize(("corners", "eight"), [("square", 0), ("slight", 4), ("round", 12)])
def test_corners_are_made_rounder_but_a_radio_button_stays_a_circle(corners: str, eight: float) -> None:
    tokens = new_theme("#0a5c36", "若草市", corners=corners).system.resolve()
    assert tokens["radius.8"].value == {"value": eight, "unit": "px"}
    assert tokens["radius.full"].value == load().resolve()["radius.full"].value


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            {"brand": "blu"},
            "'blu' is not a colour of CSS; write one such as #e60012, rgb(230 0 18) or crimson.",
        ),
        (
            {"secondary": "x"},
            "'x' is not a colour of CSS; write one such as #e60012, rgb(230 0 18) or crimson.",
        ),
        (
            {"corners": "rond"},
            "corners cannot be 'rond'; write one of square, slight, round. Did you mean 'round'?",
        ),
        ({"font": "a,,b"}, "'a,,b' is no list of fonts; write one such as BIZ UDPGothic, Meiryo."),
        ({"id": "a/b"}, "'a/b' cannot be a theme's id, which names a file too; write one such as yokohama."),
        ({"id": ""}, "'' cannot be a theme's id, which names a file too; write one such as yokohama."),
        (
            {"id": "../x"},
            "'../x' cannot be a theme's id, which names a file too; write one such as yokohama.",
        ),
        ({"name": " "}, "' ' cannot be a theme's id, which names a file too; write one such as yokohama."),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(arguments: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TokenError) as caught:
        new_theme(**{"brand": "#0a5c36", "name": "若草市", **arguments})
    assert caught.value.en == sentence


def test_the_proof_can_be_computed_again_from_the_pairs_alone() -> None:
    for pair in new_theme("#c71585", "若草市").pairs:
        again = contrast_ratio(Color.from_hex(pair.foreground_hex), Color.from_hex(pair.background_hex))
        assert again == pair.ratio


def test_own_tokens_with_a_ground_that_no_theme_can_serve_are_refused(tmp_path: Path) -> None:
    base = load()
    tokens = json.loads(base.path.read_text(encoding="utf-8"))
    folder = base.path.parent
    gray = {"palette": {"gray": {"50": {"$value": {"colorSpace": "srgb", "components": [0.5, 0.5, 0.5]}}}}}
    tokens["sets"]["primitive"]["sources"].append(gray)
    for name in folder.rglob("*.tokens.json"):
        target = tmp_path / name.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        target.write_text(name.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "my.resolver.json").write_text(json.dumps(tokens), encoding="utf-8")
    with pytest.raises(TokenError, match=r"on color\.background-subtle \(#808080\)"):
        new_theme("#0a5c36", "若草市", tokens=load(tmp_path))


def test_its_style_sheet_has_the_theme_as_the_only_one() -> None:
    sheet = build(new_theme("#0a5c36", "若草市").system, "css")
    assert "#0a5c36" in sheet
    assert "data-ds-theme=" not in sheet
