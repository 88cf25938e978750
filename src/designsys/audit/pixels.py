"""Measures the contrast of text on two pictures, with the text and without it.

Text that is scrolled out of sight, covered or moving shows in neither picture and is
not measured; what a ratio is worth, the checks say. Two pictures serve a whole page.
"""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from designsys.audit.page import LoadedPage

__all__ = ["Contrast", "contrasts"]

Path = Sequence[str | Sequence[str]]

_REGIONS = 200
_PIXELS = 12_000_000
_LONGEST = 16_000


@dataclass(frozen=True, slots=True)
class Contrast:
    """How an element's own text stands out on the screen (WCAG 1.4.3).

    :param high: the best ratio under its glyphs, stray pixels apart.
    :param low: the worst one.
    :param share: how much of the glyphs' area has less than what is owed, 0 to 1.
    :param owed: 3 for large text, else 4.5.
    :param text: the text's colour at the worst place, ``#rrggbb``.
    :param ground: the colour under it there.
    """

    high: float
    low: float
    share: float
    owed: float
    text: str
    ground: str


def contrasts(page: LoadedPage, targets: Sequence[Path]) -> list[Contrast | None]:
    """The contrast of the text of each element, in their order; None where the pictures do not show it.

    :param targets: where the elements are, as in :class:`~designsys.audit.findings.Observation`; those after the
        200th, and those that would make the picture larger than 12 million pixels, are not measured.
    :raises Unjudged: the page does not answer.
    """
    if not targets:
        return []
    page.everywhere(importlib.resources.files(__package__ or "").joinpath("pixels.js").read_text("utf-8"))
    asked = json.dumps([list(target) for target in targets[:_REGIONS]])
    answers = [answer for answer in page.everywhere(f"pixels.regions({asked})") if answer]
    regions = [next(filter(None, found), None) for found in zip(*answers, strict=True)]
    clip, regions = _clip(regions)
    if clip is None:
        return [None] * len(targets)
    shown = _picture(page, clip)
    page.everywhere("pixels.hide()")
    try:
        hidden = _picture(page, clip)
    finally:
        page.everywhere("pixels.show()")
    measured = page.settle(
        f"pixels.compare({json.dumps(regions)}, {json.dumps(shown)}, {json.dumps(hidden)}, {json.dumps(clip)})"
    )
    found = [Contrast(**one) if one else None for one in measured]
    return found + [None] * (len(targets) - len(found))


def _clip(regions: list[Any]) -> tuple[dict[str, float] | None, list[Any]]:
    """The rectangle that holds the regions, and the regions without those that it cannot hold."""
    left = top = right = bottom = None
    kept: list[Any] = []
    for region in regions:
        lines = [line for line in (region or {}).get("lines", []) if line[0] >= 0 and line[1] >= 0]
        if not lines:
            kept.append(None)
            continue
        new_left = min([line[0] for line in lines] + ([] if left is None else [left]))
        new_top = min([line[1] for line in lines] + ([] if top is None else [top]))
        new_right = max([line[0] + line[2] for line in lines] + ([] if right is None else [right]))
        new_bottom = max([line[1] + line[3] for line in lines] + ([] if bottom is None else [bottom]))
        width, height = new_right - new_left, new_bottom - new_top
        if width * height > _PIXELS or max(width, height) > _LONGEST:
            kept.append(None)
            continue
        left, top, right, bottom = new_left, new_top, new_right, new_bottom
        kept.append({**region, "lines": lines})
    if left is None or top is None or right is None or bottom is None:
        return None, kept
    # Whole pixels, or the picture would be drawn anew between them.
    x, y = int(left), int(top)
    return {"x": x, "y": y, "width": int(right) - x + 1, "height": int(bottom) - y + 1}, kept


def _picture(page: LoadedPage, clip: dict[str, float]) -> str:
    """A PNG of a part of the document, in base64."""
    answer = page.send(
        "Page.captureScreenshot",
        format="png",
        clip={**clip, "scale": 1},
        captureBeyondViewport=True,
        optimizeForSpeed=True,
    )
    picture: str = answer["data"]
    return picture
