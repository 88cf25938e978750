"""Text that is cut off when a reader enlarges the page to 200 %.

Zooming halves the window in CSS pixels, so the page is shown in half its width and height. Whether a button or a link
leads to the rest, no machine knows: text that is shortened with an ellipsis passes, and what is cut at 100 % too is
reported only where not even a line of it can be read.
"""

from __future__ import annotations

from designsys.audit.clipping import Cut, cut_text, may_cut, remember
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage
from designsys.audit.viewport import resized

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "text-resize"
CRITERIA = ("1.4.4",)
ASPECTS: frozenset[str] = frozenset()
ACTS = True

_NARROWEST = 640
_JA = "200％に拡大すると「{text}…」が枠で切れて読めません（{lines}行）。拡大して読む人のために、高さと幅を固定せず、overflow: hidden を外してください。"
_EN = "At 200 % the box cuts off '{text}…' ({lines} lines), and who enlarges the page cannot read it. Let height and width grow, and drop overflow: hidden."


def judge(page: LoadedPage) -> list[Observation]:
    """Enlarge the page and report every box that cuts text."""
    condition = page.condition
    if condition is None or condition.width < _NARROWEST or not may_cut(page):
        return []
    remember(page)
    with resized(page, condition.width // 2, condition.height // 2):
        cut = cut_text(page)
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=CERTAIN if _certain(one) else LIKELY,
            path=one.path,
            ja=_JA.format(text=one.text, lines=one.lines),
            en=_EN.format(text=one.text, lines=one.lines),
        )
        for one in cut
        if not one.shortened and (one.newly or one.first)
    ]


def _certain(cut: Cut) -> bool:
    """What shows at 100 % and is gone at 200 %; a box that is cut sideways may be the next card of a row."""
    return cut.newly and not cut.window and (cut.axis == "y" or cut.overflowing)
