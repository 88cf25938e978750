"""A stop of the Tab key that looks the same with and without the focus (WCAG 2.4.7, ACT oj04fd).

Computed styles are compared first; where they are the same, a picture of the viewport with the focus and one without
decide. A caret shows the focus. Whether a sign is strong enough to be noticed, a person has to judge.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import acting, script, wait
from designsys.audit.facts import tab_walk
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "focus-visible"
CRITERIA = ("2.4.7",)
ASPECTS = frozenset({"width", "scheme", "forced_colors"})
ACTS = True

_JA = (
    "キーボードのフォーカスが来ても見た目が変わりません。マウスを使わない人には、いまどこにいるか分かりません。"
    "outline を消さず、:focus-visible に見える枠を書いてください。"
)
_EN = (
    "It looks the same with the keyboard's focus as without, so people without a mouse cannot tell where they are. "
    "Do not remove the outline, or draw a visible ring in :focus-visible."
)
_PICTURES = 8
_SETTLING = 0.3

# Nothing of a page moves between two pictures then; the caret, which blinks, is not in question here.
_CALM = """(() => {
  for (const animation of document.getAnimations()) try { animation.finish(); } catch { animation.pause(); }
  return [scrollX, scrollY];
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Take pictures of the first stops whose styles stay the same; the rest are likely."""
    unseen = page.fact(tab_walk.find).unseen
    if not unseen:
        return []
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        looked = [path for path in unseen[:_PICTURES] if _looks_the_same(page, path)]
    # Where every picture showed the focus, the rest will show it too.
    rest = unseen[_PICTURES:] if looked else []
    return [Observation(ID, CRITERIA, CERTAIN, path, _JA, _EN) for path in looked] + [
        Observation(ID, CRITERIA, LIKELY, path, _JA, _EN) for path in rest
    ]


def _looks_the_same(page: LoadedPage, path: list[Any]) -> bool:
    """Whether three pictures, without, with and without the focus again, are one and the same."""
    at = f"acting.at({json.dumps(path)})"
    page.evaluate(f"({at}?.focus(), 0)")
    if not page.evaluate(f"Boolean({at}?.matches(':focus'))"):
        return False
    wait(page, _SETTLING)
    page.evaluate(_CALM)
    shown = _picture(page)
    page.evaluate(f"({at}?.blur(), 0)")
    wait(page, _SETTLING)
    page.evaluate(_CALM)
    return shown == _picture(page)


def _picture(page: LoadedPage) -> str:
    picture: str = page.send("Page.captureScreenshot", format="png", optimizeForSpeed=True)["data"]
    return picture
