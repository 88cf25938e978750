"""Measures a second time what axe-core found, in a way of our own, and says how sure it is then.

Contrast is measured on pictures, targets by their boxes and the room around them, fixed spacing by the text that it
reaches. Whether text is decoration, or a logo drawn as text, no measure tells: what is called a logo is advice.
"""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from designsys.audit.findings import ADVICE, CERTAIN, LIKELY
from designsys.audit.page import LoadedPage
from designsys.audit.pixels import Contrast, contrasts

__all__ = ["RULES", "Verdict", "remeasure"]

RULES = frozenset(
    {
        "aria-valid-attr-value",
        "avoid-inline-spacing",
        "color-contrast",
        "frame-focusable-content",
        "target-size",
    }
)
"""The rules of axe-core that are measured again."""

_CLEAR = 0.95
_PART = 0.2
_ICONS = frozenset({"nonBmp", "shortTextContent"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the second measure gives.

    :param certainty: of the finding now; None when it is none.
    :param ja: the second measure's figures, to be added to the message.
    :param en: the same in English.
    """

    certainty: str | None
    ja: str = ""
    en: str = ""


def remeasure(
    page: LoadedPage, rule: str, nodes: Sequence[dict[str, Any]], *, violation: bool
) -> list[Verdict]:
    """Measure the elements of one result of axe-core again.

    :param rule: one of :data:`RULES`.
    :param nodes: the result's nodes, as axe-core gives them.
    :param violation: False for what axe-core calls incomplete.
    :raises Unjudged: the page does not answer.
    """
    targets = [node["target"] for node in nodes]
    if rule == "target-size":
        found = _ask(page, "size", targets)
        return [_size(one) if violation else Verdict(ADVICE) for one in found]
    if rule == "avoid-inline-spacing":
        return [_spacing(one) for one in _ask(page, "spacing", targets)]
    if rule == "frame-focusable-content":
        return [
            Verdict(CERTAIN if violation and one and one["used"] else None)
            for one in _ask(page, "used", targets)
        ]
    if rule == "aria-valid-attr-value":
        return [
            Verdict(
                CERTAIN if violation and ((one and one["needed"]) or not _only_controls(node)) else ADVICE
            )
            for one, node in zip(_ask(page, "controls", targets), nodes, strict=True)
        ]
    judge = _contrast if violation else _unknown_contrast
    looks = _ask(page, "look", targets)
    return [
        _looked_at(look or {}, judge(node, measured))
        for look, node, measured in zip(looks, nodes, contrasts(page, targets), strict=True)
    ]


def _looked_at(look: dict[str, bool], verdict: Verdict) -> Verdict:
    """The verdict, unless what was measured is in the reader's own colours, or a logo."""
    if look.get("painted"):
        return Verdict(None)
    return Verdict(ADVICE) if verdict.certainty and look.get("logo") else verdict


def _ask(page: LoadedPage, measure: str, targets: Sequence[Any]) -> list[Any]:
    page.everywhere(importlib.resources.files(__package__ or "").joinpath("remeasure.js").read_text("utf-8"))
    answers = [answer for answer in page.everywhere(f"remeasure.{measure}({json.dumps(targets)})") if answer]
    return [next(filter(None, found), None) for found in zip(*answers, strict=True)]


def _only_controls(node: dict[str, Any]) -> bool:
    """Whether the one bad value is an aria-controls, which helps nobody today and so keeps nobody out."""
    told = [value for check in node["all"] + node["none"] + node["any"] for value in check.get("data") or ()]
    return bool(told) and all(str(value).startswith("aria-controls=") for value in told)


def _size(found: dict[str, Any] | None) -> Verdict:
    """Small and crowded by our measure too (WCAG 2.5.8)."""
    if found is None:
        return Verdict(LIKELY)
    if found["excepted"]:
        return Verdict(ADVICE)
    figures = f"{found['width']}×{found['height']}", f"{found['width']} by {found['height']}"
    if found["holds"]:
        return Verdict(CERTAIN, f"（いま {figures[0]}）", f" (now {figures[1]})")
    return Verdict(
        LIKELY,
        f"（2度目の測定では {figures[0]} で、余白か押せる範囲が足りています。目で確かめてください）",
        f" (measured again it is {figures[1]} with room enough: look at it yourself)",
    )


def _spacing(found: dict[str, Any] | None) -> Verdict:
    """Text that has the fixed value itself, not only passed down (WCAG 1.4.12)."""
    reached = {"own": CERTAIN, "inherited": LIKELY}
    return Verdict(reached.get(found["text"], ADVICE) if found else LIKELY)


def _contrast(node: dict[str, Any], found: Contrast | None) -> Verdict:
    """Too low on the picture at its very best, as axe-core says (WCAG 1.4.3)."""
    if found is None:
        return Verdict(
            LIKELY,
            "（画面の画像では確かめられませんでした。目で確かめてください）",
            " (the picture of the page does not show it: look at it yourself)",
        )
    if found.high < found.owed:
        return Verdict(CERTAIN)
    return Verdict(LIKELY, *_figures(found))


def _unknown_contrast(node: dict[str, Any], found: Contrast | None) -> Verdict:
    """What axe-core could not decide, decided by the picture where that can."""
    keys = {(check.get("data") or {}).get("messageKey") for check in node["any"]}
    if found is None:
        return Verdict(LIKELY if "equalRatio" in keys else ADVICE)
    if found.high >= found.owed and found.share < _PART:
        return Verdict(None)
    # A symbol drawn as a character may be decoration.
    clear = found.high < found.owed * _CLEAR and not keys & _ICONS
    return Verdict(CERTAIN if clear else LIKELY, *_figures(found))


def _figures(found: Contrast) -> tuple[str, str]:
    low, high = f"{found.low:.2f}", f"{found.high:.2f}"
    return (
        f"（画像での測定: 文字 {found.text}、背景 {found.ground}、{low}:1～{high}:1、必要 {found.owed}:1）",
        f" (measured on the picture: text {found.text} on {found.ground}, {low}:1 to {high}:1, {found.owed}:1 needed)",
    )
