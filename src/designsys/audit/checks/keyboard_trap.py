"""A part of the page that the focus cannot leave again by Tab (WCAG 2.1.2).

Where a walk by Tab comes back on itself, it is walked again slowly, both ways, and every way out is tried: Escape, the
keys that the page names in its text, the buttons inside. A dialog that can be closed is no trap. A trap that shows
only after steps of a procedure is not met; what lets go in one direction only, a person has to look at.
"""

from __future__ import annotations

import json
import re
from typing import Any

from designsys.audit.acting import ALT, CTRL, SHIFT, acting, press, script, wait
from designsys.audit.facts import tab_walk
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "keyboard-trap"
CRITERIA = ("2.1.2",)
ASPECTS = frozenset({"width"})
ACTS = True

_WORDS = {
    CERTAIN: (
        "TabでもShift+TabでもEscでも、ここからフォーカスが出られません。マウスを使わない人は、先の内容へ進めなくなります。"
        "フォーカスを引き戻す処理をやめるか、出るためのキーを画面に書いて働くようにしてください。",
        "The focus cannot leave here by Tab, Shift+Tab or Esc, so people without a mouse get no further. "
        "Do not take the focus back, or name on the page a key that leads out, and let it work.",
    ),
    LIKELY: (
        "{key}では、ここからフォーカスが出られません。マウスを使わない人は、先の内容へ進めないおそれがあります。"
        "フォーカスを引き戻す処理をやめてください。",
        "The focus cannot leave here by {key}, so people without a mouse may get no further. "
        "Do not take the focus back.",
    ),
}
_MOST = 3
_PRESSES = 16
_ROUND = 5
_PAUSE = 0.08
_MODIFIERS = {"ctrl": CTRL, "control": CTRL, "alt": ALT, "shift": SHIFT}
_NAMED = re.compile(r"\b(ctrl|control|alt|shift)\s*[+＋]\s*([a-z0-9])\b", re.IGNORECASE)

_BUTTONS = """((paths) => paths.map(acting.at).filter(at => at?.matches('button, [role=button], input[type=button], summary'))
  .map(probe.path))"""
_CLOSES = """((paths) => paths.map(acting.at).some(at => at?.closest('dialog, [role=dialog], [role=alertdialog], '
  + '[aria-modal=true]')?.querySelector('button, [role=button], a[href], input[type=submit], input[type=button]')))"""
Path = list[Any]


def judge(page: LoadedPage) -> list[Observation]:
    """Walk slowly through what may be a trap, and try to get out."""
    walk = page.fact(tab_walk.find)
    suspects = walk.suspects
    whole = len({str(stop.path) for stop in (*walk.stops, *walk.back)})
    # A frame's focus is seen from within only; what is certain is said of the page itself.
    starts = [path for path in suspects if len(path) == 1]
    if not starts:
        return []
    found: list[Observation] = []
    known: list[Path] = []
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        for start in starts:
            if start in known or len(known) > _PRESSES or len(found) >= _MOST:
                continue
            held, free = _held(page, start, whole)
            told = any(path in known for path in held)
            known += [start, *held]
            if held and not told and not page.evaluate(f"{_CLOSES}({json.dumps(held)})"):
                found += _observe(held[0], free)
    return found


def _observe(path: Path, free: tuple[bool, bool]) -> list[Observation]:
    certainty = LIKELY if any(free) else CERTAIN
    ja, en = _WORDS[certainty]
    key = "Shift+Tab" if free[0] else "Tab"
    return [Observation(ID, CRITERIA, certainty, path, ja.format(key=key), en.format(key=key))]


def _held(page: LoadedPage, start: Path, whole: int) -> tuple[list[Path], tuple[bool, bool]]:
    """The stops that hold the focus, if any, and whether they let it go forwards and backwards."""
    for modifiers in (0, SHIFT):
        ring, free = _ring(page, start, modifiers)
        # Chromium may go round by Shift+Tab without a word of leaving.
        if free or (modifiers == SHIFT and len(ring) >= whole > 1):
            continue
        forwards = modifiers == SHIFT or _leaves(page, ring, 0)
        backwards = modifiers == 0 and _leaves(page, ring, SHIFT)
        if modifiers == SHIFT:
            return ([], (True, True)) if _way_out(page, ring, SHIFT) else (ring, (True, False))
        if forwards or _way_out(page, ring, 0):
            return [], (True, True)
        return ring, (False, backwards)
    return [], (True, True)


def _ring(page: LoadedPage, start: Path, modifiers: int) -> tuple[list[Path], bool]:
    """The stops that Tab meets from one on until one comes again, or whether it leaves the page."""
    _focus(page, start)
    seen: list[Path] = []
    for _ in range(_PRESSES):
        press(page, "Tab", modifiers)
        wait(page, _PAUSE)
        at = _active(page)
        if at is None:
            # Two stops that both take the focus back may lose it between them for a moment.
            wait(page, _PAUSE)
            if (at := _active(page)) is None:
                return [], True
        if len(seen) >= _ROUND and seen.count(at) > 1:
            return list({str(path): path for path in seen[seen.index(at) :]}.values()), False
        seen.append(at)
    return [], True


def _leaves(page: LoadedPage, ring: list[Path], modifiers: int) -> bool:
    """Whether Tab leads out of a ring within as many keys as it has stops, and two."""
    _focus(page, ring[0])
    return _out(page, ring, modifiers)


def _out(page: LoadedPage, ring: list[Path], modifiers: int) -> bool:
    for _ in range(min(len(ring) + 2, _PRESSES)):
        press(page, "Tab", modifiers)
        wait(page, _PAUSE)
        if _active(page) not in ring:
            wait(page, _PAUSE)
            if _active(page) not in ring:
                return True
    return False


def _way_out(page: LoadedPage, ring: list[Path], modifiers: int) -> bool:
    """Whether Escape, a key that the page names, or a button inside the ring opens it."""
    tried: set[tuple[str, int]] = set()
    for button in [None, *page.evaluate(f"{_BUTTONS}({json.dumps(ring)})")[:_MOST]]:
        _focus(page, ring[0] if button is None else button)
        if button is not None:
            press(page, "Enter")
            wait(page, _PAUSE)
            if _out(page, ring, modifiers):
                return True
        for key, held in {("Escape", 0), *_named(page)} - tried:
            tried.add((key, held))
            _focus(page, ring[0])
            press(page, key, held)
            wait(page, _PAUSE)
            if _active(page) not in ring or _out(page, ring, modifiers):
                return True
    return False


def _named(page: LoadedPage) -> list[tuple[str, int]]:
    """The keys that the visible text of the page names."""
    text = page.evaluate("document.body.innerText")
    return [(key.lower(), _MODIFIERS[modifier.lower()]) for modifier, key in _NAMED.findall(text)]


def _focus(page: LoadedPage, path: Path) -> None:
    page.evaluate(f"(acting.at({json.dumps(path)})?.focus(), 0)")


def _active(page: LoadedPage) -> Path | None:
    """Where the focus is; None when it is not in the page."""
    at: Path | None = page.evaluate("document.hasFocus() ? walk.active() : null")
    return at
