"""Pages that have to be scrolled sideways, or lose text, in a window 320 px wide: 1280 px at 400 % zoom.

Judged only where the window is that narrow. Tables, code, pictures, maps and toolbars may be wider; whether other
content needs two dimensions, no machine knows, and what is not text is at most likely.
"""

from __future__ import annotations

import importlib.resources
from typing import Any

from designsys.audit.clipping import cut_text
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "reflow"
CRITERIA = ("1.4.10",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False

_WIDEST = 320
_WIDE = (
    "幅320pxの画面で、この部分が{over}px はみ出し、1行読むたびに横へスクロールすることになります。幅を固定せず、折り返すようにしてください。",
    "In a window 320 px wide this sticks out by {over} px, so that every line has to be scrolled sideways. Do not fix its width; let it wrap.",
)
_CUT = (
    "幅320pxの画面で「{text}…」が切れ、スクロールしても読めません。幅と高さを固定せず、折り返すようにしてください。",
    "In a window 320 px wide '{text}…' is cut off, and no scrolling brings it back. Fix neither width nor height; let it wrap.",
)


def judge(page: LoadedPage) -> list[Observation]:
    """Report what sticks out of a narrow window, and text that is cut off in it."""
    if page.evaluate("innerWidth") > _WIDEST:
        return []
    script = importlib.resources.files(__package__ or "").joinpath("reflow.js").read_text("utf-8")
    wide = page.evaluate(script)
    cut = [one for one in cut_text(page) if not one.shortened and (one.axis == "x" or one.first)]
    return [
        _observation(seen["path"], _WIDE, CERTAIN if seen["text"] else LIKELY, over=seen["over"])
        for seen in wide
    ] + [_observation(one.path, _CUT, LIKELY, text=one.text) for one in cut]


def _observation(path: list[Any], words: tuple[str, str], certainty: str, **given: object) -> Observation:
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=certainty,
        path=path,
        ja=words[0].format(**given),
        en=words[1].format(**given),
    )
