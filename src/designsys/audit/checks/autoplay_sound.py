"""Sound that plays by itself for more than three seconds, and nothing on the page stops it or turns it down.

Browsers hold most of it back until a page was touched, so it is told from the elements. Whether a sound track holds
silence, and what scripts play without an element, is not known.
"""

from __future__ import annotations

from designsys.audit.facts import media, pausing
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "autoplay-sound"
CRITERIA = ("1.4.2",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False

_LONGEST = 3.0
_JA = (
    "ページを開くと音が鳴り（{time}）、止める方法が{none}。読み上げの音声が聞き取れません。"
    "autoplay を外して押したときに再生するか、controls を付けてください。"
)
_EN = (
    "Sound plays when the page opens ({time}), and {none} to stop it: it drowns a screen reader's voice. "
    "Drop autoplay and let people start it, or add controls."
)
_NONE = {
    CERTAIN: ("ありません", "there is no way"),
    LIKELY: ("見当たりません", "no way is to be seen"),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report elements that are to sound by themselves without controls; a video's track may be silent: likely."""
    sounding = [one for one in page.fact(media.find) if _sounds(one)]
    if not sounding:
        return []
    page.fact(pausing.find)
    ways = page.everywhere("pausing(document.body)")
    if "offered" in ways:
        return []
    return [_observation(one, known=not any(ways)) for one in sounding]


def _sounds(one: media.Media) -> bool:
    long = one.loop or one.seconds is None or one.seconds > _LONGEST
    shown = one.controls and one.visible
    return one.autoplay and not one.muted and not shown and long and one.sound is not False


def _observation(one: media.Media, known: bool) -> Observation:
    certainty = CERTAIN if known and one.sound and one.seconds and not one.video else LIKELY
    if one.loop:
        ja, en = "くり返し", "again and again"
    elif one.seconds is None:
        ja, en = "長さ不明", "of unknown length"
    else:
        ja, en = f"{one.seconds:.1f}秒", f"{one.seconds:.1f} seconds"
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=certainty,
        path=one.path,
        ja=_JA.format(time=ja, none=_NONE[certainty][0]),
        en=_EN.format(time=en, none=_NONE[certainty][1]),
    )
