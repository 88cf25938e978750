"""Content that comes up under the pointer and can be neither put away nor pointed at (WCAG 1.4.13).

What a style's ``:hover`` or a script shows is brought up by the pointer; then Escape is pressed, and the pointer is
moved onto it. A ``title`` is the browser's own. Whether what it covers matters, a person has to judge: likely at most.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import acting, move, press, script, wait
from designsys.audit.facts import listeners
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "hover-content"
CRITERIA = ("1.4.13",)
ASPECTS = frozenset({"width"})
ACTS = True

_WORDS = {
    "reach": (
        "ポインターを合わせると出る内容が、その上へポインターを動かすと消えます。画面を拡大している人は読めません。"
        "内容の上にポインターがあるあいだは、消さないでください。",
        "What comes up under the pointer goes away when the pointer moves onto it, so people who magnify the screen "
        "cannot read it. Let it stay while the pointer is on it.",
    ),
    "dismiss": (
        "ポインターを合わせると出る内容が、ほかの内容を隠し、Escキーで消せません。画面を拡大している人は、隠れた内容を読めません。"
        "Escキーで閉じられるようにしてください。",
        "What comes up under the pointer covers other content and Esc does not put it away, so people who magnify the "
        "screen cannot read what is under it. Let Esc close it.",
    ),
}
_TYPES = ("mouseenter", "mouseover", "pointerenter", "pointerover")
_NODES = 30
_COMING = 0.15
_GOING = 0.3
_STEPS = 4


def judge(page: LoadedPage) -> list[Observation]:
    """Point at what may bring something up."""
    heard = page.fact(listeners.find)
    page.evaluate(script("checks/hover_content.js"))
    nodes = sorted({node for kind in _TYPES for node in heard.nodes.get(kind, ())} - heard.top)
    listeners.mark(page, nodes[:_NODES])
    triggers = page.evaluate("hover.triggers()")
    if not triggers:
        return []
    found: dict[tuple[str, str], Observation] = {}
    with acting(page):
        for path in triggers:
            for kind, part in _point(page, path):
                found[kind, str(part)] = Observation(ID, CRITERIA, LIKELY, part, *_WORDS[kind])
    return list(found.values())


def _point(page: LoadedPage, path: list[Any]) -> list[tuple[str, list[Any]]]:
    faults: list[tuple[str, list[Any]]] = []
    if not (shown := _bring_up(page, path)):
        return []
    start, part = shown
    # People do not jump: the pointer crosses what lies between.
    for step in range(1, _STEPS + 1):
        move(page, *(a + (b - a) * step / _STEPS for a, b in zip(start, part["to"], strict=True)))
    wait(page, _GOING)
    if not page.evaluate("hover.stands()"):
        faults.append(("reach", part["path"]))
    if part["covers"] and (again := _bring_up(page, path)):
        press(page, "Escape")
        wait(page, _GOING)
        if page.evaluate("hover.stands()"):
            faults.append(("dismiss", again[1]["path"]))
    return faults


def _bring_up(page: LoadedPage, path: list[Any]) -> tuple[list[float], dict[str, Any]] | None:
    """Point at a trigger, from a corner; where, and what came up."""
    move(page, 1, 1)
    wait(page, _COMING)
    start = page.evaluate(f"hover.begin({json.dumps(path)})")
    if start is None:
        return None
    move(page, *start)
    wait(page, _COMING)
    part = page.evaluate("hover.after()")
    return (start, part) if part else None
