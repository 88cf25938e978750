"""The proof of contrast: every pair that the tokens declare, in every theme and scheme.

A colour token declares, under ``jp.designsys`` in its ``$extensions``, the backgrounds
that it is used on and the ratio that it owes there (WCAG 2.2 criteria 1.4.3, 1.4.11, 2.4.13),
or why it owes none. Pairs that nobody declared are not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

from designsys.tokens.apca import lightness_contrast
from designsys.tokens.color import Color
from designsys.tokens.contrast import contrast_ratio, floor_ratio, nearest_passing
from designsys.tokens.errors import Faults, Place, TokenError, hint
from designsys.tokens.system import TokenSystem
from designsys.tokens.token import Token
from designsys.tokens.values import is_number

__all__ = ["KINDS", "Pair", "exempt", "prove", "refuse_shortfall"]

KINDS = {"text": 4.5, "large-text": 3.0, "non-text": 3.0, "focus": 3.0}
"""Kinds of pairs, and the least ratio of WCAG 2.2 AA for each."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on a background, in one theme and scheme.

    :param foreground: path of the colour's token; for a focus pair, of the ring that is seen better.
    :param background: path of the background's token.
    :param foreground_hex: ``#rrggbb`` as it is seen on the background.
    :param background_hex: ``#rrggbb``.
    :param ratio: WCAG 2.2 contrast ratio, not rounded.
    :param required: the ratio owed.
    :param kind: ``text``, ``large-text``, ``non-text`` or ``focus``.
    :param theme: the theme's name.
    :param scheme: the scheme's name.
    :param apca: APCA Lc, for information only.
    """

    foreground: str
    background: str
    foreground_hex: str
    background_hex: str
    ratio: float
    required: float
    kind: str
    theme: str
    scheme: str
    apca: float

    @property
    def passes(self) -> bool:
        """Whether the ratio reaches what is required."""
        return self.ratio >= self.required

    @property
    def nearest(self) -> str | None:
        """``#rrggbb`` of the nearest colour of the same hue that would pass; None when it passes, or none can."""
        if self.passes:
            return None
        found = nearest_passing(
            Color.from_hex(self.foreground_hex), Color.from_hex(self.background_hex), self.required
        )
        return found.hex if found else None


def prove(system: TokenSystem) -> list[Pair]:
    """All declared pairs in all themes and schemes, in the order of the files.

    :raises TokenError: when a pair is declared wrongly: a background that is no colour token, a kind
        or ratio that is none, a see-through background.
    """
    ratios = _ratios(system)
    faults = Faults()
    found = [
        pair
        for theme, scheme, tokens in system.resolutions()
        for pair in _Resolution(tokens, theme, scheme, ratios.get(scheme, {})).pairs(faults)
    ]
    faults.refuse()
    return found


def _ratios(system: TokenSystem) -> dict[str, dict[str, float]]:
    """The ratios that a scheme owes by kind of pair, beyond those of :data:`KINDS`."""
    found = system.extension("scheme").get("ratios", {})
    if not isinstance(found, dict) or not all(
        isinstance(kinds, dict) and kinds.keys() <= KINDS.keys() and all(map(_is_ratio, kinds.values()))
        for kinds in found.values()
    ):
        raise TokenError(
            en=f"the scheme's ratios {found!r} must give each scheme ratios from 1 to 21 "
            f"by kind ({', '.join(KINDS)}).",
            ja=f"scheme の ratios には、配色ごとに {', '.join(KINDS)} の比（1 から 21）を書いてください（{found!r}）。",
            place=Place(str(system.path)),
        )
    return found


def _is_ratio(value: object) -> bool:
    return is_number(value) and isinstance(value, int | float) and 1 <= value <= 21


def exempt(system: TokenSystem) -> dict[str, str]:
    """The colour tokens that owe no ratio, by path, each with its reason."""
    return {
        path: str(token.own["exempt"]) for path, token in system.resolve().items() if "exempt" in token.own
    }


def refuse_shortfall(system: TokenSystem, pairs: list[Pair] | None = None) -> None:
    """Refuse tokens of which a pair falls short.

    :param pairs: what :func:`prove` gave for these tokens; proven here when left out.
    :raises TokenError: naming token, background, ratio and the nearest colour that passes, and how
        many more there are.
    """
    short = [pair for pair in (prove(system) if pairs is None else pairs) if not pair.passes]
    if not short:
        return
    pair, more = short[0], len(short) - 1
    token = system.resolve(**system.inputs(pair.theme, pair.scheme))[pair.foreground]
    raise TokenError(
        en=f"{pair.foreground} ({pair.foreground_hex}) on {pair.background} ({pair.background_hex}) has "
        f"{floor_ratio(pair.ratio):.2f}:1 in theme {pair.theme}, scheme {pair.scheme}, and owes {pair.required:g}:1"
        + (
            f"; the nearest colour that passes is {pair.nearest}"
            if pair.nearest
            else "; change the background"
        )
        + (f" (and {more} more)." if more else "."),
        ja=f"テーマ {pair.theme}、配色 {pair.scheme} で、{pair.background}（{pair.background_hex}）の上の "
        f"{pair.foreground}（{pair.foreground_hex}）は {floor_ratio(pair.ratio):.2f}:1 です。{pair.required:g}:1 が要ります。"
        + (f"足りる一番近い色は {pair.nearest} です" if pair.nearest else "地の色を変えてください")
        + (f"（ほかに {more} 組）。" if more else "。"),
        place=token.place,
    )


@dataclass
class _Resolution:
    """The tokens of one theme and scheme, whose pairs are to be measured."""

    tokens: dict[str, Token]
    theme: str
    scheme: str
    ratios: dict[str, float]
    _colors: dict[str, Color] = field(default_factory=dict)

    def pairs(self, faults: Faults) -> Iterator[Pair]:
        for token in self.tokens.values():
            declared = token.own.get("pairs", [])
            for one in declared if isinstance(declared, list) else [declared]:
                with faults.noted():
                    yield self._pair(token, one)

    def _pair(self, token: Token, declared: Any) -> Pair:
        if not isinstance(declared, dict):
            _refuse(
                token,
                f"pairs is a list of objects with background and ratio, not {declared!r}.",
                f"pairs には background と ratio を持つオブジェクトの一覧を書いてください（{declared!r}）。",
            )
        kind, ratio = declared.get("kind", "text"), declared.get("ratio")
        if not isinstance(kind, str) or kind not in KINDS:
            _refuse(
                token,
                f"there is no kind '{kind}'; write one of {', '.join(KINDS)}.",
                f"kind に「{kind}」はありません。{', '.join(KINDS)} のどれかです。",
            )
        if ratio is not None and not _is_ratio(ratio):
            _refuse(
                token,
                f"the ratio {ratio!r} must be a number from 1 to 21.",
                f"ratio は 1 から 21 の数です（{ratio!r}）。",
            )
        background = self._color(token, declared.get("background"))
        if background.alpha < 1:
            _refuse(
                token,
                "a background of a pair cannot be see-through.",
                "組の地の色は透けない色にしてください。",
            )
        names = [token.path, *([declared["partner"]] if "partner" in declared else [])]
        colors = [self._color(token, name).over(background) for name in names]
        seen = dict(zip(names, colors, strict=True))
        # Of the two rings of focus one must be seen: the pair is told of the better one.
        name = max(seen, key=lambda one: contrast_ratio(seen[one], background))
        return Pair(
            foreground=name,
            background=declared["background"],
            foreground_hex=seen[name].hex,
            background_hex=background.hex,
            ratio=contrast_ratio(seen[name], background),
            required=max(ratio or KINDS[kind], self.ratios.get(kind, 0)),
            kind=kind,
            theme=self.theme,
            scheme=self.scheme,
            apca=lightness_contrast(seen[name], background),
        )

    def _color(self, token: Token, path: object) -> Color:
        if isinstance(path, str) and path in self._colors:
            return self._colors[path]
        if not isinstance(path, str) or path not in self.tokens or self.tokens[path].type != "color":
            near = hint(str(path), [name for name, one in self.tokens.items() if one.type == "color"])
            _refuse(
                token,
                f"a pair names '{path}', which is no colour token.{near[0]}",
                f"組にある「{path}」という色のトークンはありません。{near[1]}",
            )
        return self._colors.setdefault(path, Color.of(self.tokens[path].value))


def _refuse(token: Token, en: str, ja: str) -> NoReturn:
    raise TokenError(en=f"'{token.path}': {en}", ja=f"「{token.path}」: {ja}", place=token.place)
