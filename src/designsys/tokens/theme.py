"""A municipal theme out of one brand colour: a DTCG file that replaces the group ``brand``, proven.

What is derived is in :mod:`designsys.tokens.tones`; what each colour is used for stays with the semantic
tokens, so a theme can change no meaning. Nothing here writes files or draws a preview.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path as FilePath
from typing import Any

from designsys.tokens.chart_tones import chart_tones
from designsys.tokens.color import Color
from designsys.tokens.contrast import contrast_ratio, floor_ratio
from designsys.tokens.css_color import parse_color
from designsys.tokens.document import Document
from designsys.tokens.errors import TokenError, hint
from designsys.tokens.proof import Pair, prove, refuse_shortfall
from designsys.tokens.series import Distance, distances, refuse_near_colors
from designsys.tokens.system import TokenSystem, load
from designsys.tokens.token import EXTENSION
from designsys.tokens.tones import Scale, scale, visited

__all__ = ["CORNERS", "Note", "Theme", "new_theme"]

CORNERS = {"square": 0.0, "slight": 0.5, "round": 1.5}
"""How round corners can be made, and what the corners' radii are multiplied by."""

SUFFIX = ".tokens.json"

# Characters that Windows refuses in the name of a file, which the id becomes.
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a theme that its maker should know, in English and Japanese."""

    en: str
    ja: str


@dataclass(frozen=True)
class Theme:
    """A theme that was made, and proven.

    :param id: what pages choose it by: ``data-ds-theme``, ``install(env, theme=…)``.
    :param name: the municipality's name.
    :param brand: its colour, in sRGB.
    :param document: the one DTCG file, as JSON data.
    :param system: designsys' tokens with this theme as the only one.
    :param pairs: the proof of contrast, in all schemes.
    :param distances: the proof that chart colours stay apart.
    :param notes: what its maker should know.
    """

    id: str
    name: str
    brand: Color
    document: dict[str, Any]
    system: TokenSystem
    pairs: list[Pair]
    distances: list[Distance]
    notes: tuple[Note, ...]

    @property
    def file_name(self) -> str:
        """The name of the DTCG file: the id and ``.tokens.json``."""
        return self.id + SUFFIX

    @cached_property
    def json(self) -> str:
        """The text of the DTCG file."""
        return json.dumps(self.document, ensure_ascii=False, indent=2) + "\n"


def new_theme(
    brand: str,
    name: str,
    *,
    id: str | None = None,
    secondary: str | None = None,
    font: str | None = None,
    corners: str | None = None,
    logo: str | None = None,
    tokens: TokenSystem | None = None,
) -> Theme:
    """A complete theme from one brand colour, with every pair of colours proven (WCAG 2.2 SC 1.4.3, 1.4.11, 2.4.13).

    A brand colour that cannot carry text stays as decoration, and a colour of the same hue that can is derived;
    ``notes`` tell of it.

    :param brand: any CSS colour; a see-through one is laid on white.
    :param name: the municipality's name, such as ``横浜市``.
    :param id: what pages choose the theme by, and the name of its file; the name when left out.
    :param secondary: a second CSS colour, for decoration.
    :param font: a font that residents' devices may have, put before the default ones; several with commas between.
    :param corners: ``square``, ``slight`` or ``round``; as the default theme has them when left out.
    :param logo: file name of the logo, noted in the file for whoever uses it.
    :param tokens: the tokens to make a theme for; designsys' own when left out.
    :raises TokenError: when a colour is none of CSS, or id, name, font or corners cannot be used.
    """
    base = tokens or _own()
    key = _checked_id(name if id is None else id)
    given_color = parse_color(brand)
    color = _shown(given_color)
    second = _shown(parse_color(secondary)) if secondary is not None else None
    steps = scale(color)
    given = {"brand": brand, "secondary": secondary, "font": font, "corners": corners, "logo": logo}
    about = {"id": key, "name": name, **{part: text for part, text in given.items() if text is not None}}
    document: dict[str, Any] = {
        "$schema": "https://www.designtokens.org/schemas/2025.10/format.json",
        "$description": f"{name}のテーマ。{brand} から作り、すべての組の比を確かめた / "
        f"Theme of {name}, made from {brand}; every pair of colours is proven",
        "$extensions": {EXTENSION: {"theme": about}},
        "brand": _brand_group(color, second, steps, chart_tones(base, color, steps)),
        **({"font": _font_group(font, base)} if font is not None else {}),
        **({"radius": _radius_group(corners, base)} if corners is not None else {}),
    }
    file = Document(FilePath(key + SUFFIX), json.dumps(document, ensure_ascii=False))
    system = base.with_themes(file).only(theme=key)
    pairs, apart = prove(system), distances(system)
    refuse_shortfall(system, pairs)
    refuse_near_colors(system, apart)
    notes = _notes(brand, given_color, color, steps)
    return Theme(key, name, color, document, system, pairs, apart, notes)


_WHITE = Color(1.0, 1.0, 1.0)
_GRAY = Color.from_hex("#f2f2f2")


def _shown(color: Color) -> Color:
    """A colour as the eight bits a channel that a file and a screen keep of it."""
    return Color.from_hex(color.over(_WHITE).hex)


@lru_cache(maxsize=1)
def _own() -> TokenSystem:
    return load()


def _checked_id(text: str) -> str:
    if not text.strip() or text != text.strip() or _UNSAFE.search(text) or text.startswith("."):
        raise TokenError(
            en=f"'{text}' cannot be a theme's id, which names a file too; write one such as yokohama.",
            ja=f"「{text}」はテーマの id にできません（ファイルの名前にもなります）。yokohama のように書いてください。",
        )
    return text


def _value(color: Color) -> dict[str, Any]:
    parts = (int(color.hex[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return {"colorSpace": "srgb", "components": [round(part, 4) for part in parts], "hex": color.hex}


def _token(color: Color | str, description: str = "") -> dict[str, Any]:
    value = color if isinstance(color, str) else _value(color)
    return {"$value": value, **({"$description": description} if description else {})}


def _brand_group(
    brand: Color, second: Color | None, steps: Scale, charts: Mapping[str, Mapping[str, Color]]
) -> dict[str, Any]:
    root = "自治体の色そのまま。飾りに使う / The municipality's colour as it is, for decoration"
    seconds = (
        {"light": "{brand.200}", "dark": "{brand.1000}", "high-contrast": "{brand.1100}"}
        if second is None
        else {"light": second, "dark": second, "high-contrast": second}
    )
    return {
        "$type": "color",
        "$root": _token(brand, root),
        **{step: _token(color) for step, color in steps.items()},
        "visited": {scheme: _token(color) for scheme, color in visited(brand).items()},
        "active": {
            "light": _token("{brand.1200}"),
            "dark": _token("{brand.100}"),
            "high-contrast": _token("{brand.1200}"),
        },
        "secondary": {scheme: _token(color) for scheme, color in seconds.items()},
        **({"chart": _chart_group(charts)} if charts else {}),
    }


def _chart_group(charts: Mapping[str, Mapping[str, Color]]) -> dict[str, Any]:
    return {
        scheme: {place: _token(color) for place, color in colors.items()} for scheme, colors in charts.items()
    }


def _font_group(font: str, base: TokenSystem) -> dict[str, Any]:
    names = [name.strip().strip("\"'") for name in font.split(",")]
    if not all(names):
        raise TokenError(
            en=f"'{font}' is no list of fonts; write one such as BIZ UDPGothic, Meiryo.",
            ja=f"「{font}」は書体の一覧になっていません。BIZ UDPGothic, Meiryo のように書いてください。",
        )
    kept = base.resolve()["font.family-sans"].value
    rest = kept if isinstance(kept, list) else [kept]
    return {
        "family-sans": {"$type": "fontFamily", "$value": [*names, *(one for one in rest if one not in names)]}
    }


def _radius_group(corners: str, base: TokenSystem) -> dict[str, Any]:
    if corners not in CORNERS:
        near = hint(corners, list(CORNERS))
        raise TokenError(
            en=f"corners cannot be '{corners}'; write one of {', '.join(CORNERS)}.{near[0]}",
            ja=f"corners に「{corners}」は使えません。{', '.join(CORNERS)} のどれかです。{near[1]}",
        )
    group: dict[str, Any] = {"$type": "dimension"}
    for path, token in base.resolve().items():
        # What is fully round tells a radio button from a checkbox: it stays.
        if path.startswith("radius.") and path != "radius.full":
            value = {"value": token.value["value"] * CORNERS[corners], "unit": token.value["unit"]}
            group[token.names[-1]] = {"$value": value}
    return group


def _notes(typed: str, given: Color, brand: Color, steps: Scale) -> tuple[Note, ...]:
    notes = []
    if given.alpha < 1:
        notes.append(
            Note(
                f"{typed} is see-through; it was laid on white, which gives {brand.hex}.",
                f"{typed} は透ける色です。白に重ねた {brand.hex} を使いました。",
            )
        )
    text, ground = steps["900"], min((_WHITE, _GRAY), key=lambda one: contrast_ratio(brand, one))
    if text != brand:
        ratio = floor_ratio(contrast_ratio(brand, ground))
        notes.append(
            Note(
                f"{brand.hex} has {ratio:.2f}:1 on the light ground {ground.hex}, too little for text in every place; it "
                f"stays as decoration, and text and buttons have {text.hex}, of the same hue.",
                f"{brand.hex} は明るい地 {ground.hex} の上で {ratio:.2f}:1 です。文字を置けない所があるので飾りに残し、"
                f"文字とボタンには同じ色相の {text.hex} を使います。",
            )
        )
    return tuple(notes)
