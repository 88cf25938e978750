"""The circumstances under which a resident may meet a page, and how a command line names them.

Only says what they are; an engine brings them about, and :mod:`.emulation` proves in the
page that they took.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass

from designsys.errors import DesignsysError, nearest

__all__ = ["BASE", "CONDITIONS", "NAMES", "Condition", "can_change", "named"]


@dataclass(frozen=True, slots=True)
class Condition:
    """One way of looking at a page.

    :param id: name in reports and on the command line.
    :param ja: name for people, in Japanese.
    :param en: the same in English.
    :param width: viewport width in CSS pixels, as the page sees it: at 400 % zoom a quarter of the window's.
    :param height: viewport height in CSS pixels, likewise.
    :param zoom: the browser's zoom in per cent.
    :param scheme: ``prefers-color-scheme``, ``"light"`` or ``"dark"``.
    :param forced_colors: whether the reader's own colours replace the page's.
    :param contrast: ``prefers-contrast``, ``"no-preference"``, ``"more"`` or ``"less"``.
    :param reduced_motion: whether the reader asked for less motion.
    :param text_spacing: whether text is spaced as WCAG 1.4.12 has it.
    :param scripts: whether scripts run.
    :param locale: the language that the browser asks for, as in ``Accept-Language``.
    """

    id: str
    ja: str
    en: str
    width: int = 1280
    height: int = 800
    zoom: int = 100
    scheme: str = "light"
    forced_colors: bool = False
    contrast: str = "no-preference"
    reduced_motion: bool = False
    text_spacing: bool = False
    scripts: bool = True
    locale: str = "ja"


BASE = Condition("base", "標準（幅1280・明るい配色）", "base (1280 wide, light)")

# 320 px is 1280 px at 400 % zoom, the width that WCAG 1.4.10 names.
CONDITIONS: tuple[Condition, ...] = (
    BASE,
    Condition("320", "幅320", "320 wide", width=320),
    Condition("dark", "暗い配色", "dark scheme", scheme="dark"),
    Condition("forced-colours", "強制カラー", "forced colours", forced_colors=True),
    Condition("javascript-off", "JavaScriptなし", "JavaScript off", scripts=False),
)
"""Those of a run that names none."""

NAMES = (
    "base", "320", "375x667", "zoom-200", "zoom-400", "dark", "forced-colours", "contrast-more", "contrast-less",
    "reduced-motion", "text-spacing", "javascript-off", "locale-en",
)  # fmt: skip
"""What a condition may be called; other sizes, zooms and locales are written alike, and ``+`` joins several."""

_NAMING = frozenset({"id", "ja", "en"})

# A verdict that depends on one of the set may answer to the attribute too: spaced text wraps as in a narrower window,
# and a page that lays its colours out for more contrast does so beside its scheme.
_ALIKE: dict[str, frozenset[str]] = {
    "height": frozenset({"height", "width"}),
    "zoom": frozenset({"zoom", "width"}),
    "text_spacing": frozenset({"text_spacing", "width"}),
    "contrast": frozenset({"contrast", "scheme", "forced_colors"}),
}

_SIZE = re.compile(r"(\d{2,4})(?:x(\d{2,4}))?")
_ZOOM = re.compile(r"zoom-(\d{2,3})")
_LOCALE = re.compile(r"locale-([a-z]{2,3}(?:-[a-z0-9]{2,8})*)")

# Beyond these browsers neither zoom nor lay out.
_ZOOMS = range(25, 501)
_WIDTHS = range(100, 10_000)


def can_change(condition: Condition, aspects: frozenset[str], known: Condition = BASE) -> bool:
    """Whether a verdict may differ from the one under another condition.

    :param aspects: the attributes of a condition that the verdict depends on.
    :param known: the condition under which the verdict is known.
    """
    differing = {
        field.name
        for field in dataclasses.fields(Condition)
        if field.name not in _NAMING and getattr(condition, field.name) != getattr(known, field.name)
    }
    # In another language a server may give another page altogether.
    return "locale" in differing or any(aspects & _ALIKE.get(name, frozenset({name})) for name in differing)


@dataclass(frozen=True, slots=True)
class _Part:
    """One name of a product: what it is called, and the attributes that it sets."""

    id: str
    ja: str
    en: str
    sets: dict[str, object]


_FIXED = (
    _Part("light", "明るい配色", "light scheme", {"scheme": "light"}),
    _Part("dark", "暗い配色", "dark scheme", {"scheme": "dark"}),
    _Part("forced-colours", "強制カラー", "forced colours", {"forced_colors": True}),
    _Part("contrast-more", "コントラスト強め", "more contrast", {"contrast": "more"}),
    _Part("contrast-less", "コントラスト弱め", "less contrast", {"contrast": "less"}),
    _Part("reduced-motion", "動きを減らす", "reduced motion", {"reduced_motion": True}),
    _Part("text-spacing", "広い文字間隔", "text spacing", {"text_spacing": True}),
    _Part("javascript-off", "JavaScriptなし", "JavaScript off", {"scripts": False}),
)

# The order in which the names of a product are written, so that one product has one name.
_ORDER = ("width", "zoom", "scheme", "forced_colors", "contrast", "reduced_motion", "text_spacing", "scripts", "locale")  # fmt: skip


def named(ids: Iterable[str]) -> list[Condition]:
    """The conditions of these names, once each; all of :data:`CONDITIONS` when none is given.

    Those of :data:`CONDITIONS` come first and in its order, so that the base condition can
    answer for the others.

    :param ids: of :data:`NAMES`, or several joined by ``+``, such as ``"320+dark"``.
    :raises DesignsysError: a name that does not exist, or two in one product that exclude each other.
    """
    found = {condition.id: condition for condition in map(_product, ids)}
    usual = [condition for condition in CONDITIONS if not found or condition.id in found]
    return usual + [condition for condition in found.values() if condition not in CONDITIONS]


def _product(written: str) -> Condition:
    names = written.strip().lower().replace("colors", "colours").split("+")
    parts = [_part(name.strip(), written) for name in names]
    chosen: dict[str, _Part] = {}
    for part in parts:
        for attribute, value in part.sets.items():
            other = chosen.setdefault(attribute, part)
            if other.sets[attribute] != value:
                raise _excluding(other.id, part.id, written)
    parts = sorted(
        {part.id: part for part in parts if part.sets}.values(),
        key=lambda part: _ORDER.index(next(iter(part.sets))),
    )
    sets = {attribute: value for part in parts for attribute, value in part.sets.items()}
    made = _zoomed(dataclasses.replace(BASE, **sets))  # type: ignore[arg-type]
    if made == BASE:
        return BASE
    shown = [part for part in parts if any(getattr(BASE, name) != value for name, value in part.sets.items())]
    return dataclasses.replace(
        made,
        id="+".join(part.id for part in shown),
        ja="・".join(part.ja for part in shown),
        en=", ".join(part.en for part in shown),
    )


def _zoomed(condition: Condition) -> Condition:
    width, height = (side * 100 // condition.zoom for side in (condition.width, condition.height))
    return dataclasses.replace(condition, width=width, height=height)


def _part(name: str, written: str) -> _Part:
    if name == "base":
        return _Part("base", "", "", {})
    for part in _FIXED:
        if part.id == name:
            return part
    if (size := _SIZE.fullmatch(name)) and int(size[1]) in _WIDTHS:
        width, height = int(size[1]), size[2]
        sets: dict[str, object] = {"width": width, "height": int(height)} if height else {"width": width}
        tall = (f"×高さ{height}", f" by {height}") if height else ("", " wide")
        return _Part(name, f"幅{width}{tall[0]}", f"{width}{tall[1]}", sets)
    if (zoom := _ZOOM.fullmatch(name)) and int(zoom[1]) in _ZOOMS:
        return _Part(name, f"{zoom[1]}%拡大", f"{zoom[1]} % zoom", {"zoom": int(zoom[1])})
    if locale := _LOCALE.fullmatch(name):
        tag = _tag(locale[1])
        return _Part(name, f"言語{tag}", f"locale {tag}", {"locale": tag})
    raise _unknown(name, written)


def _tag(written: str) -> str:
    """A language tag in the case that browsers write it in (RFC 5646, 2.1.1): ``zh-Hant-TW``."""
    language, *others = written.split("-")
    cases = {2: str.upper, 4: str.title}
    return "-".join([language, *(cases.get(len(other), str)(other) for other in others)])


def _unknown(name: str, written: str) -> DesignsysError:
    near = nearest(name, NAMES)
    inside = name != written.strip().lower()
    return DesignsysError(
        en=f"there is no condition '{name}'"
        + (f" in '{written}'" if inside else "")
        + (
            f"; did you mean '{near}'?"
            if near
            else f": write one of {', '.join(NAMES)}, or several joined by +."
        ),
        ja=(f"「{written}」の中の" if inside else "")
        + f"条件「{name}」はありません。"
        + (f"「{near}」のことですか。" if near else f"{'、'.join(NAMES)} から選ぶか、+ でつないでください。"),
    )


def _excluding(one: str, other: str, written: str) -> DesignsysError:
    return DesignsysError(
        en=f"the condition '{written}' asks for '{one}' and '{other}' at once: write them as two conditions.",
        ja=f"条件「{written}」の「{one}」と「{other}」は同時には成り立ちません。2つの条件に分けてください。",
    )
