"""What each button of a page does when it is pressed by key, and when it is pressed once more.

Nothing is sent: navigations and requests are called off, so what depends on a server's answer does not show. Up to 40
buttons are pressed, those that send a form last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from designsys.audit.acting import acting, press, script, wait
from designsys.audit.facts import listeners
from designsys.audit.page import LoadedPage

__all__ = ["Press", "find"]

_ANSWERING = 0.02


@dataclass(frozen=True, slots=True)
class Press:
    """What one control did.

    :param path: the control.
    :param before: ``look``, ``told`` (its ARIA states) and ``name``, before it was pressed.
    :param after: the same after it, with what it ``revealed``, and whether the focus ``moved`` or the page ``left``.
    :param again: the same after it was pressed a second time, and whether what it revealed is ``hidden``; None where
        nothing had changed.
    """

    path: list[Any]
    before: dict[str, Any]
    after: dict[str, Any]
    again: dict[str, Any] | None


def find(page: LoadedPage) -> list[Press]:
    """Press the buttons of a page, where a script listens at all; those that change nothing are left out."""
    heard = page.fact(listeners.find)
    if not heard.keys and not heard.any("click", "mousedown", "pointerdown", "submit", "invalid"):
        return []
    pressed: list[Press] = []
    with acting(page):
        page.evaluate(script("facts/presses.js"))
        for path in page.evaluate("presses.controls()"):
            if one := _press(page, path):
                pressed.append(one)
    return pressed


def _press(page: LoadedPage, path: list[Any]) -> Press | None:
    before = page.evaluate(f"presses.begin({json.dumps(path)})")
    if not before:
        return None
    press(page, "Enter")
    wait(page, _ANSWERING)
    after = page.evaluate("presses.after()")
    if after is None or not after["changed"]:
        return None
    if after["moved"]:
        # A dialog would keep the next control out of reach.
        press(page, "Escape")
        return Press(path, before, after, None)
    press(page, "Enter")
    wait(page, _ANSWERING)
    return Press(path, before, after, page.evaluate("presses.again()"))
