"""The page goes elsewhere, opens a window or throws the focus away as soon as something gets it (WCAG 3.2.1).

What happened on the walk by Tab is brought about a second time by focus alone, or it was a timer's doing. A dialog
that opens at once, content that changes in place, and what comes later than half a second, a person has to judge.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import acting, script, wait
from designsys.audit.facts import listeners, tab_walk
from designsys.audit.findings import CERTAIN, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "change-on-focus"
CRITERIA = ("3.2.1",)
ASPECTS = frozenset({"width"})
ACTS = True

_WORDS = {
    "navigate": (
        "フォーカスが来ただけで別のページへ移ります。Tabで通り過ぎる人は、読んでいた場所を失います。"
        "移動は、押したときにだけ行ってください。",
        "Focus alone takes the reader to another page, so people who pass by Tab lose their place. "
        "Go there only when it is pressed.",
    ),
    "window": (
        "フォーカスが来ただけで新しいウィンドウが開きます。Tabで通り過ぎる人は、いまどこにいるか分からなくなります。"
        "開くのは、押したときだけにしてください。",
        "Focus alone opens a window, so people who pass by Tab lose their place. Open it only when it is pressed.",
    ),
    "blur": (
        "フォーカスが来るとすぐに外されます。マウスを使わない人は操作できず、いまどこにいるか分からなくなります。"
        "onfocus で blur() を呼ばないでください。",
        "The focus is taken away as soon as it comes, so people without a mouse can neither operate it nor tell "
        "where they are. Do not call blur() on focus.",
    ),
}
_MOST = 10
_BEFORE = 10
_ANSWERING = 0.15

# Half a second of the page's own clock, or less where the page goes.
_GOES = """new Promise(resolve => {
  const end = performance.now() + 500;
  const look = () => acting.left.length || performance.now() > end ? resolve() : setTimeout(look, 10);
  look();
})"""

# A stop that hands the focus on, as the ends of a dialog do, loses it to another element; here it goes to none.
_LOST = """(paths => paths.filter(path => {
  const element = acting.at(path);
  if (!element || !probe.visible(element)) return false;
  element.focus();
  const at = element.getRootNode().activeElement;
  const lost = element.matches(':enabled, a, [tabindex]') && (!at || at === document.body) && document.hasFocus();
  at?.blur?.();
  return lost;
}))"""


def judge(page: LoadedPage) -> list[Observation]:
    """Focus again what seemed to send the page away, and look for stops that lose the focus at once."""
    if not page.fact(listeners.find).focus:
        return []
    walk = page.fact(tab_walk.find)
    found: dict[str, tuple[list[Any], str]] = {}
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        for one in walk.left[:_MOST]:
            unknown = (path for path in one["paths"][:_BEFORE] if str(path) not in found)
            again = ((path, kind) for path in unknown if (kind := _again(page, path)))
            if caused := next(again, None):
                found[str(caused[0])] = caused
        stops = [stop.path for stop in walk.stops if len(stop.path) == 1 and str(stop.path) not in found]
        lost = [(path, "blur") for path in page.evaluate(f"{_LOST}({json.dumps(stops)})")]
    return [
        Observation(
            ID, (*CRITERIA, "2.1.1", "2.4.7") if kind == "blur" else CRITERIA, CERTAIN, path, *_WORDS[kind]
        )
        for path, kind in (*lost, *found.values())
    ]


def _again(page: LoadedPage, path: list[Any]) -> str | None:
    """What focus brings about a second time, after a while in which nothing happened by itself."""
    page.everywhere("document.activeElement?.blur?.()")
    wait(page, _ANSWERING)
    page.everywhere("acting.begin()")
    wait(page, _ANSWERING)
    if any(page.everywhere("acting.left.length")):
        return None
    page.everywhere(f"(acting.at({json.dumps(path)})?.focus(), 0)")
    page.settle(_GOES)
    kinds = [kind for frame in page.everywhere("acting.left.map(one => one.kind)") for kind in frame or []]
    return kinds[0] if kinds else None
