"""What can be clicked and cannot be reached or operated by keyboard (WCAG 2.1.1).

Elements of their own that listen to clicks are looked at; each is clicked for real, and only one that the page answers
is told. A container that hears clicks for others, labels, backdrops, and what stands inside something reachable pass;
an icon beside a field, whose function keys may have too, is likely only. Gestures and drag and drop are not judged.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import acting, move, press, script, wait
from designsys.audit.facts import listeners
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "keyboard-reach"
CRITERIA = ("2.1.1",)
ASPECTS = frozenset({"width"})
ACTS = True

_WORDS = {
    "beyond": (
        "クリックで働きますが、Tabキーではここに来られません。マウスを使わない人は操作できません。"
        "button 要素（移動するものは a 要素）で書いてください。",
        "It works by click, but the Tab key does not come here, so people without a mouse cannot use it. "
        "Write it as a button, or as a link if it leads somewhere.",
    ),
    "stops": (
        "クリックで働きますが、フォーカスしてEnterやスペースを押しても働きません。マウスを使わない人は操作できません。"
        "button 要素で書くか、キーでも同じことをしてください。",
        "It works by click, but not by Enter or the space bar when it has the focus, so people without a mouse cannot "
        "use it. Write it as a button, or do the same for the keys.",
    ),
}
_TYPES = ("click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend")
_NODES = 120
_ANSWERING = 0.04
_KEYS = ("Enter", " ", "ArrowRight", "ArrowDown")


def judge(page: LoadedPage) -> list[Observation]:
    """Screen what listens to clicks, and try what is left."""
    heard = page.fact(listeners.find)
    nodes = sorted({node for kind in _TYPES for node in heard.nodes.get(kind, ())} - heard.top)
    if not nodes:
        return []
    page.evaluate(script("checks/keyboard_reach.js"))
    listeners.mark(page, nodes[:_NODES])
    screened = page.evaluate("reach.screen()")
    if not screened["beyond"] and not screened["stops"]:
        return []
    found: list[Observation] = []
    with acting(page):
        press(page, "Shift")
        if neutral := page.evaluate("reach.neutral()"):
            move(page, *neutral, click=True)
        wait(page, _ANSWERING)
        page.everywhere("acting.still()")
        for kind, answers in (("stops", _by_mouse_alone), ("beyond", _by_mouse)):
            for one in screened[kind]:
                if answers(page, one["path"]):
                    certainty = CERTAIN if one["sure"] else LIKELY
                    found.append(Observation(ID, CRITERIA, certainty, one["path"], *_WORDS[kind]))
    return found


def _by_mouse_alone(page: LoadedPage, path: list[Any]) -> bool:
    """Whether the page answers a click on a focused element and none of its keys."""
    return not any(_by_key(page, path, key) for key in _KEYS) and _by_mouse(page, path)


def _by_key(page: LoadedPage, path: list[Any], key: str) -> bool:
    if not page.evaluate(f"reach.focus({json.dumps(path)})"):
        return True
    before = _settled(page)
    press(page, key)
    return _settled(page) != before


def _by_mouse(page: LoadedPage, path: list[Any]) -> bool:
    place = page.evaluate(f"reach.place({json.dumps(path)})")
    if place is None:
        return False
    move(page, *place)
    before = _settled(page)
    if _settled(page) != before:
        # It changes by itself: what a click does cannot be told.
        return False
    move(page, *place, click=True)
    return _settled(page) != before


def _settled(page: LoadedPage) -> str:
    wait(page, _ANSWERING)
    state: str = page.evaluate("reach.state()")
    return state
