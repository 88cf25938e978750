"""Text that is cut off, or runs over other text, when a reader widens its spacing as WCAG 1.4.12 allows.

The spacing comes in a style sheet that the page adopts, as a reader's own would, and goes again. Whether a button
leads to what is cut, no machine knows; and of what the page fixes for itself by script, only what it does at once is seen.
"""

from __future__ import annotations

import importlib.resources
import json
from typing import Any

from designsys.audit.clipping import Cut, cut_text, may_cut, remember
from designsys.audit.emulation import SPACING
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage
from designsys.audit.viewport import until_drawn

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "text-spacing"
CRITERIA = ("1.4.12",)
ASPECTS = frozenset({"width"})
ACTS = True

_CUT = (
    "字間と行間を広げると「{text}…」が枠で切れて読めません。広げて読む人のために、高さと幅を固定せず、overflow: hidden を外してください。",
    "With wider spacing the box cuts off '{text}…', and who reads with it loses the text. Let height and width grow, and drop overflow: hidden.",
)
_OVER = (
    "字間と行間を広げると「{text}…」がほかの文字に重なります。高さを固定せず、内容に合わせて伸びるようにしてください。",
    "With wider spacing '{text}…' runs over other text. Let the height grow with the content.",
)


def judge(page: LoadedPage) -> list[Observation]:
    """Widen the spacing, report what is cut or overlaps then, and narrow it again."""
    script = importlib.resources.files(__package__ or "").joinpath("text_spacing.js").read_text("utf-8")
    page.everywhere(f"globalThis.spacing = {script}({json.dumps(SPACING)}); 0")
    # Cheap, and over before the page draws: most pages have nothing in doubt.
    doubts = any(page.everywhere("spacing.doubts()"))
    if not doubts and not may_cut(page):
        return []
    remember(page)
    page.everywhere("spacing.widen()")
    try:
        cut = [one for one in cut_text(page) if one.newly]
        if cut or doubts:
            # A page may answer to the change by itself.
            page.touched = True
            until_drawn(page)
            cut = [one for one in cut_text(page) if one.newly]
            overlapping = page.observe("spacing.overlapping()")
        else:
            overlapping = []
    finally:
        page.everywhere("spacing.narrow()")
    return [_observation(one.path, one.text, _CUT, CERTAIN if _certain(one) else LIKELY) for one in cut] + [
        _observation(seen["path"], seen["text"], _OVER, LIKELY) for seen in overlapping
    ]


def _certain(cut: Cut) -> bool:
    """Lines that are gone, or ends of lines that stick out of their own block; not what is marked as shortened."""
    return not cut.shortened and not cut.window and (cut.axis == "y" or cut.overflowing)


def _observation(path: list[Any], text: str, words: tuple[str, str], certainty: str) -> Observation:
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=certainty,
        path=path,
        ja=words[0].format(text=text),
        en=words[1].format(text=text),
    )
