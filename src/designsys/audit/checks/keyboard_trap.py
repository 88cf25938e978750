"""A part of the page that the focus cannot leave again by Tab or Shift+Tab (WCAG 2.1.2).

Where the walk by Tab meets a stop that may hold the focus, it is walked again slowly, both ways, and every way out is
tried: Escape, the keys that the page names, the buttons inside. A dialog with a button passes, and so does what goes
through a frame or a player. Not met are traps inside a frame, that come after steps of a procedure, that have over
twelve stops, or that take the focus back later than 0.15 seconds.
"""

from __future__ import annotations

import json
import re
import unicodedata
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

_CERTAIN = (
    "TabでもShift+TabでもEscでも、ここからフォーカスが出られません。マウスを使わない人は、先の内容へ進めなくなります。"
    "フォーカスを引き戻す処理をやめるか、出るためのキーを画面に書いて働くようにしてください。",
    "The focus cannot leave here by Tab, Shift+Tab or Esc, so people without a mouse get no further. "
    "Do not take the focus back, or name on the page a key that leads out, and let it work.",
)
_LIKELY = (
    "{key}では、ここからフォーカスが出られません。マウスを使わない人は、先の内容へ進めないおそれがあります。"
    "フォーカスを引き戻す処理をやめてください。",
    "The focus cannot leave here by {key}, so people without a mouse may get no further. "
    "Do not take the focus back.",
)
_FORWARDS, _BACKWARDS = 0, SHIFT
_SUSPECTS = 6
_LARGEST = 12
_CONTROLS = 3
_KEYS = 12
_ANSWERING = 0.15
_MODIFIERS = {"ctrl": CTRL, "control": CTRL, "alt": ALT, "option": ALT, "shift": SHIFT}
_NAMED = re.compile(
    r"\b((?:(?:ctrl|control|alt|option|shift)\s*\+\s*)+)(f\d{1,2}|[a-z0-9])\b|\b(f\d{1,2})\b|\b([a-z])\s*キー",
    re.IGNORECASE | re.ASCII,
)

Path = list[Any]
Key = tuple[str, int]


def judge(page: LoadedPage) -> list[Observation]:
    """Walk slowly through what may be a trap, and try to get out."""
    suspects = page.fact(tab_walk.find).suspects
    if not suspects:
        return []
    # Two traps that were once touched go on taking the focus from each other.
    page.touched = True
    found: list[Observation] = []
    known: list[Path] = []
    for start in suspects[:_SUSPECTS]:
        for direction in (_FORWARDS, _BACKWARDS):
            if start in known:
                break
            ring, seen = _trap(page, start, direction)
            found += [] if any(path in known for path in ring) else seen
            known += [start, *ring] if ring else []
    return found


def _trap(page: LoadedPage, start: Path, modifiers: int) -> tuple[list[Path], list[Observation]]:
    """The stops that the focus goes round in from one on, if any, and what there is to say of them."""
    if page.touched:
        # What takes the focus back would take it from the next one too.
        page.again()
    seen: list[Observation] = []
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        page.evaluate(script("checks/keyboard_trap.js"))
        ring = _ring(page, start, modifiers)
        if (
            ring
            and not page.evaluate(f"trap.closes({json.dumps(ring)})")
            and not _way_out(page, ring, modifiers)
        ):
            certain = bool(_ring(page, ring[0], SHIFT - modifiers))
            seen.append(_observation(ring[0], modifiers, certain=certain))
        page.evaluate("trap.leave()")
        wait(page, _ANSWERING)
        restless = page.evaluate("document.activeElement !== document.body")
    page.touched = page.touched or bool(ring) or restless
    return ring, seen


def _observation(path: Path, modifiers: int, *, certain: bool) -> Observation:
    ja, en = _CERTAIN if certain else _LIKELY
    key = "Shift+Tab" if modifiers else "Tab"
    return Observation(
        ID, CRITERIA, CERTAIN if certain else LIKELY, path, ja.format(key=key), en.format(key=key)
    )


def _ring(page: LoadedPage, start: Path, modifiers: int) -> list[Path]:
    """The stops that Tab meets again and again from one on; none where it leaves the page or gets far."""
    if not page.evaluate(f"trap.focus({json.dumps(start)})"):
        return []
    parts: dict[str, int] = {}
    again: list[Path] = []
    # Held is what has nothing new for a whole round, each part of each stop counted.
    while len(again) <= sum(parts.values()) + 1:
        at = _tab(page, modifiers)
        if at is None or len(parts) > _LARGEST:
            return []
        if str(at["path"]) in parts:
            again.append(at["path"])
        else:
            parts[str(at["path"])] = at["parts"]
            again = []
    return list({str(path): path for path in again if path}.values())


def _tab(page: LoadedPage, modifiers: int) -> dict[str, Any] | None:
    press(page, "Tab", modifiers)
    wait(page, _ANSWERING)
    at: dict[str, Any] | None = page.evaluate("trap.at()")
    return at


def _way_out(page: LoadedPage, ring: list[Path], modifiers: int) -> bool:
    """Whether Escape, a key that the page names, or a button inside the ring leads out of it."""
    tried: set[Key] = set()

    def by_key() -> bool:
        keys = [key for key in dict.fromkeys([("Escape", 0), *_named(page)]) if key not in tried]
        tried.update(keys)
        return any(_frees(page, ring, modifiers, ring[0], key) for key in keys)

    if by_key():
        return True
    for control in page.evaluate(f"trap.inside({json.dumps(ring)})")[:_CONTROLS]:
        if _frees(page, ring, modifiers, control, ("Enter", 0)) or by_key():
            return True
    page.evaluate(f"trap.help({json.dumps(ring)})")
    wait(page, _ANSWERING)
    return by_key()


def _frees(page: LoadedPage, ring: list[Path], modifiers: int, start: Path, key: Key) -> bool:
    """Whether a key pressed on a stop, and Tab after it, bring the focus out of the ring."""
    page.evaluate(f"trap.focus({json.dumps(start)})")
    press(page, *key)
    wait(page, _ANSWERING)
    at = page.evaluate("trap.at()")
    for _ in range(len(ring) + 1):
        if at is None or (at["path"] and at["path"] not in ring):
            return True
        at = _tab(page, modifiers)
    return at is None or at["path"] not in ring


def _named(page: LoadedPage) -> list[Key]:
    """The keys that the page names in its text, its labels and its titles."""
    text = unicodedata.normalize("NFKC", page.evaluate("trap.says()"))
    keys = [
        (
            key.lower() if len(key := plain or function or single) == 1 else key.upper(),
            sum({_MODIFIERS[one.lower()] for one in re.findall(r"[a-z]+", modifiers, re.IGNORECASE)}),
        )
        for modifiers, plain, function, single in _NAMED.findall(text)
    ]
    return keys[:_KEYS]
