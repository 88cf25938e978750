"""What moves, blinks or scrolls by itself for more than five seconds, and nothing on the page stops it.

A system setting for less motion does not count: not everybody who needs it can find it. Animations inside an SVG or
a canvas that a script draws are not seen, and a loading sign is taken for what it says.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.facts import pausing
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.moving import seen_moving
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "moving-content"
CRITERIA = ("2.2.2",)
ASPECTS = frozenset({"width", "scheme", "reduced_motion", "scripts"})
ACTS = False

_PROOFS = 4
_WHAT = {
    "animation": ("アニメーション「{name}」", "The animation '{name}'"),
    "marquee": ("流れる文字（marquee）", "The scrolling text (marquee)"),
    "svg": ("図の動き（SVGの{name}）", "The moving drawing (SVG {name})"),
    "video": ("自動で再生される映像", "The video that plays by itself"),
}
_JA = (
    "{what}が5秒を超えて動き続け、止める方法が{none}。気が散って読めない人がいます。"
    "「動きを止める」ボタンを付けるか、5秒以内で止めてください。"
)
_EN = (
    "{what} goes on for more than five seconds and {none} to stop it. Some people cannot read beside motion. "
    "Add a button that stops it, or let it end within five seconds."
)
_NONE = {
    CERTAIN: ("ありません", "there is no way"),
    LIKELY: ("見当たりません", "no way is to be seen"),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report each motion once; what pictures prove, and beside which no control stands, is certain."""
    page.fact(pausing.find)
    script = importlib.resources.files(__package__ or "").joinpath("moving_content.js")
    seen = page.observe(script.read_text(encoding="utf-8"))
    plain = [one for one in seen if one["plain"]][:_PROOFS]
    found = []
    for one in seen:
        proven = one in plain and seen_moving(page, one["path"])
        certainty = CERTAIN if proven else LIKELY
        ja, en = (words.format(name=one["name"]) for words in _WHAT[one["kind"]])
        found.append(
            Observation(
                rule=ID,
                criteria=CRITERIA,
                certainty=certainty,
                path=one["path"],
                ja=_JA.format(what=ja, none=_NONE[certainty][0]),
                en=_EN.format(what=en, none=_NONE[certainty][1]),
            )
        )
    return found
