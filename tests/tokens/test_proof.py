"""The proof of contrast, and that it fails when a colour is changed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys import resources
from designsys.tokens import Pair, TokenError, TokenSystem, css, exempt, load, prove


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return prove(load())


def luminance(text: str) -> float:
    channels = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def read_css(sheet: str, theme: str, scheme: str) -> dict[str, str]:
    """Colours by token path, read from the style sheet's text with a few lines that know nothing of tokens."""
    rule = sheet.partition(f'[data-ds-theme="{theme}"] {{')[2].partition("}")[0]
    themed = dict(re.findall(r"(--_ds-[\w-]+): (#\w{6});", rule))
    found: dict[str, str] = {}
    for name, value in re.findall(r"^  --ds-(color-[\w-]+): (.*);$", sheet, re.MULTILINE):
        shades = [themed.get(shade, shade) for shade in re.findall(r"--_ds-color-[\w-]+|#\w{6}", value)]
        if "light-dark" not in value:
            shades = shades[:1] * 3
        elif len(shades) == 2:
            shades = [shades[0], shades[0], shades[1]]
        found.setdefault(
            "color." + name.removeprefix("color-"), shades[("light", "high-contrast", "dark").index(scheme)]
        )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("theme", ["default", "wakaba", "shu"])
def test_every_pair_passes_when_it_is_recomputed_from_the_style_sheet(
    theme: str, scheme: str, pairs: list[Pair]
) -> None:
    colors = read_css(css(), theme, scheme)
    mine = [pair for pair in pairs if (pair.theme, pair.scheme) == (theme, scheme)]
    assert len(mine) > 100
    assert [pair for pair in mine if (pair.foreground_hex, pair.background_hex) != (
        colors[pair.foreground], colors[pair.background])] == []  # fmt: skip
    assert [
        pair for pair in mine if ratio(colors[pair.foreground], colors[pair.background]) < pair.required
    ] == []


def test_text_owes_seven_to_one_where_people_ask_for_more_contrast(pairs: list[Pair]) -> None:
    owed = {(pair.scheme, pair.kind): pair.required for pair in pairs if pair.kind == "text"}
    assert owed == {("light", "text"): 4.5, ("dark", "text"): 7, ("high-contrast", "text"): 7}


def test_every_published_colour_owes_a_ratio_or_says_why_not() -> None:
    tokens = load().resolve()
    colors = {path for path, token in tokens.items() if token.type == "color" and token.published}
    owing = {path for path in colors if tokens[path].own.get("pairs")}
    assert colors == owing | exempt(load()).keys()


def test_every_ground_is_tried_with_a_colour(pairs: list[Pair]) -> None:
    grounds = {
        path for path in load().resolve() if path.startswith("color.background") or path.endswith("-subtle")
    }
    assert {path for path in grounds if not path.startswith("color.on-")} <= {
        pair.background for pair in pairs
    }


def test_every_fill_is_tried_with_the_colour_that_is_made_for_it(pairs: list[Pair]) -> None:
    tokens = load().resolve()
    fills = {path: path.replace("on-", "", 1) for path in tokens if path.startswith("color.on-")}
    tried = {(pair.foreground, pair.background) for pair in pairs}
    assert set(fills.items()) <= tried


def test_the_two_rings_of_focus_show_beside_each_other(pairs: list[Pair]) -> None:
    rings = [
        pair
        for pair in pairs
        if {pair.foreground, pair.background} == {"color.focus-outer", "color.focus-inner"}
    ]
    assert len(rings) == 18
    assert all(pair.ratio >= 3 for pair in rings)


def darken(text: str) -> str:
    """The eight-bit colour with every channel one hundredth nearer to black, at least one step."""
    return "#" + "".join(f"{max(0, int(text[at : at + 2], 16) - 3):02x}" for at in (1, 3, 5))


def test_a_colour_that_just_passes_fails_when_its_ground_is_one_hundredth_darker(tmp_path: Path) -> None:
    """The whole proof on a copy of our own files, with one colour at its limit and then a step beyond."""
    folder = tmp_path / "tokens"
    shutil.copytree(resources.tokens(), folder)
    primitive = folder / "primitive.tokens.json"
    data = json.loads(primitive.read_text(encoding="utf-8"))

    def write(text: str) -> list[Pair]:
        value = [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        data["palette"]["gray"]["50"]["$value"] = {"colorSpace": "srgb", "components": value}
        primitive.write_text(json.dumps(data), encoding="utf-8")
        return [pair for pair in prove(load(folder)) if not pair.passes]

    gray = "#f2f2f2"
    while not write(gray):
        gray, before = darken(gray), gray
    assert write(before) == []
    short = write(gray)
    assert {pair.background for pair in short} == {"color.background-subtle"}
    with pytest.raises(
        TokenError, match=r"on color\.background-subtle \(#\w{6}\) has [24]\.\d\d:1 in theme default"
    ):
        css(load(folder))


GROUND = {"ground": {"$value": {"colorSpace": "srgb", "components": [1, 1, 1]}}}


def declare(
    *pairs: Any, components: tuple[float, float, float] = (0.6, 0.6, 0.6), **extra: Any
) -> dict[str, Any]:
    value = {"colorSpace": "srgb", "components": list(components), **extra}
    return {
        "$type": "color",
        **GROUND,
        "ink": {"$value": value, "$extensions": {"jp.designsys": {"pairs": list(pairs)}}},
    }


def test_a_pair_that_fails_refuses_to_build_and_names_the_nearest_that_passes(
    system: Callable[..., TokenSystem], tmp_path: Path
) -> None:
    owed = {"background": "ground", "ratio": 4.5, "kind": "text"}
    with pytest.raises(TokenError) as caught:
        css(system(declare(owed, {**owed, "ratio": 7})))
    assert caught.value.en == (
        f"{tmp_path / 'a.tokens.json'}:13 (#/ink): ink (#999999) on ground (#ffffff) has 2.84:1 in theme default, "
        "scheme light, and owes 4.5:1; the nearest colour that passes is #767676 (and 1 more)."
    )
    assert caught.value.ja == (
        f"{tmp_path / 'a.tokens.json'}:13 (#/ink): テーマ default、配色 light で、ground（#ffffff）の上の ink（#999999）は "
        "2.84:1 です。4.5:1 が要ります。足りる一番近い色は #767676 です（ほかに 1 組）。"
    )


def test_a_ground_on_which_nothing_passes_says_so(system: Callable[..., TokenSystem]) -> None:
    tokens = declare({"background": "mid", "ratio": 7, "kind": "text"})
    tokens["mid"] = {"$value": {"colorSpace": "srgb", "components": [0.5, 0.5, 0.5]}}
    with pytest.raises(TokenError, match=r"owes 7:1; change the background\."):
        css(system(tokens))


def test_a_ratio_just_below_is_not_rounded_up(system: Callable[..., TokenSystem]) -> None:
    gray = 0x77 / 255
    (pair,) = prove(system(declare({"background": "ground", "ratio": 4.48}, components=(gray, gray, gray))))
    assert (round(pair.ratio, 2), pair.passes) == (4.48, False)


@pytest.mark.parametrize(
    ("kind", "required"), [("text", 4.5), ("large-text", 3), ("non-text", 3), ("focus", 3)]
)
def test_without_a_ratio_the_kind_s_own_is_owed(
    kind: str, required: float, system: Callable[..., TokenSystem]
) -> None:
    (pair,) = prove(system(declare({"background": "ground", "kind": kind})))
    assert pair.required == required


def test_a_see_through_colour_is_judged_as_it_is_seen(system: Callable[..., TokenSystem]) -> None:
    tokens = declare({"background": "ground", "ratio": 4.5}, components=(0, 0, 0), alpha=0.5)
    (pair,) = prove(system(tokens))
    assert (pair.foreground_hex, pair.passes) == ("#808080", False)


WRONG = {
    "background": ({"background": "grund"}, "a pair names 'grund', which is no colour token. Did you mean 'ground'?"),
    "no-background": ({}, "a pair names 'None', which is no colour token."),
    "kind": ({"background": "ground", "kind": "txt"},
        "there is no kind 'txt'; write one of text, large-text, non-text, focus."),
    "ratio": ({"background": "ground", "ratio": "4.5"}, "the ratio '4.5' must be a number from 1 to 21."),
    "kind-list": ({"background": "ground", "kind": ["text"]},
        "there is no kind '['text']'; write one of text, large-text, non-text, focus."),
    "partner-list": ({"background": "ground", "kind": "focus", "partner": ["x"]},
        "a pair names '['x']', which is no colour token."),
    "number": (3, "pairs is a list of objects with background and ratio, not 3."),
    "partner": ({"background": "ground", "kind": "focus", "partner": "x"}, "a pair names 'x', which is no colour token."),
}  # fmt: skip


@pytest.mark.parametrize(("declared", "sentence"), WRONG.values(), ids=list(WRONG))
def test_a_pair_that_is_declared_wrongly_is_refused(
    declared: Any, sentence: str, system: Callable[..., TokenSystem]
) -> None:
    with pytest.raises(TokenError) as caught:
        prove(system(declare(declared)))
    assert caught.value.en.partition("(#/ink): ")[2] == f"'ink': {sentence}"


def test_a_see_through_ground_is_refused(system: Callable[..., TokenSystem]) -> None:
    tokens = declare({"background": "glass"})
    tokens["glass"] = {"$value": {"colorSpace": "srgb", "components": [1, 1, 1], "alpha": 0.5}}
    with pytest.raises(TokenError, match=r"'ink': a background of a pair cannot be see-through\."):
        prove(system(tokens))


@pytest.mark.parametrize(
    "ratios", [3, {"dark": 3}, {"dark": {"text": "7"}}, {"dark": {"txt": 7}}, {"dark": {"text": 22}}]
)
def test_ratios_of_a_scheme_that_are_none_are_refused(
    ratios: Any, system: Callable[..., TokenSystem]
) -> None:
    scheme = {"contexts": {"light": [], "dark": []}, "default": "light"}
    resolver = {
        "version": "2025.10",
        "modifiers": {"scheme": {**scheme, "$extensions": {"jp.designsys": {"ratios": ratios}}}},
        "resolutionOrder": [{"$ref": "#/modifiers/scheme"}],
    }
    with pytest.raises(TokenError, match="must give each scheme ratios from 1 to 21"):
        prove(system({}, {"my.resolver.json": resolver}))


def test_every_wrong_pair_is_told(system: Callable[..., TokenSystem]) -> None:
    with pytest.raises(TokenError) as caught:
        prove(system(declare({"background": "x"}, {"background": "y"})))
    assert len(caught.value.faults) == 2
