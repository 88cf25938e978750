"""Does the steps that lead to a state, as a person would: with pointer and keys, through DevTools.

It waits, within the bound, for what each step needs. What the state should look like is not known here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from urllib.parse import urljoin

from designsys.audit.failures import Unjudged, too_slow
from designsys.audit.page import LoadedPage
from designsys.audit.states import Step
from designsys.audit.stillness import bring_to_rest

__all__ = ["perform"]

_KEYS = {
    "Enter": (13, "\r"), "Escape": (27, ""), "Tab": (9, ""), "Space": (32, " "), "ArrowDown": (40, ""),
    "ArrowUp": (38, ""), "ArrowLeft": (37, ""), "ArrowRight": (39, ""), "Home": (36, ""), "End": (35, ""),
}  # fmt: skip

_FIND = """(selector => {
  const element = probe.all(selector).find(probe.visible);
  if (!element) return null;
  element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  const box = element.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})"""

_FOCUS = """(selector => {
  const element = probe.all(selector).find(probe.visible);
  if (!element) return false;
  element.focus();
  if (element.select) element.select();
  return true;
})"""

# A picker or a list has no text to be typed: its value is set as a choice sets it.
_CHOOSE = """((selector, value) => {
  const element = probe.all(selector).find(probe.visible);
  if (!element?.matches('select, input[type=date], input[type=color], input[type=range], input[type=time]')) return false;
  element.value = value;
  for (const name of ['input', 'change']) element.dispatchEvent(new Event(name, {bubbles: true}));
  return true;
})"""


def perform(page: LoadedPage, steps: Iterable[Step], bound: float) -> None:
    """Do the steps one after another, and leave the page where they lead.

    :param bound: seconds that a step may wait for what it needs.
    :raises Unjudged: an element does not come, or the page is gone.
    """
    for step in steps:
        _DOING[step.kind](page, step, bound)
        _arrive(page, bound)


def _arrive(page: LoadedPage, bound: float) -> None:
    """Wait for the page that a step may have led to."""
    deadline = time.monotonic() + bound
    while True:
        try:
            page.renew()
            if page.until("document.readyState === 'complete'", bound):
                bring_to_rest(page)
                return
        except Unjudged as reason:
            if not reason.again:
                raise
        if time.monotonic() > deadline:
            raise too_slow(page.url, bound)


def _click(page: LoadedPage, step: Step, bound: float) -> None:
    _await(page, step.target, bound)
    x, y = page.evaluate(f"{_FIND}({json.dumps(step.target)})")
    for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
        page.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)


def _fill(page: LoadedPage, step: Step, bound: float) -> None:
    _await(page, step.target, bound)
    if not page.evaluate(f"{_CHOOSE}({json.dumps(step.target)}, {json.dumps(step.value)})"):
        page.evaluate(f"{_FOCUS}({json.dumps(step.target)})")
        page.send("Input.insertText", text=step.value)


def _press(page: LoadedPage, step: Step, bound: float) -> None:
    if step.on is not None:
        _await(page, step.on, bound)
        page.evaluate(f"{_FOCUS}({json.dumps(step.on)})")
    code, text = _KEYS.get(step.target, (ord(step.target[:1].upper() or " "), step.target))
    key = " " if step.target == "Space" else step.target
    page.send("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
    page.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


def _wait(page: LoadedPage, step: Step, bound: float) -> None:
    _await(page, step.target, bound)


def _open(page: LoadedPage, step: Step, bound: float) -> None:
    page.send("Page.navigate", url=urljoin(page.evaluate("document.URL"), step.target))


_DOING = {"click": _click, "fill": _fill, "press": _press, "wait": _wait, "open": _open}


def _await(page: LoadedPage, selector: str, bound: float) -> None:
    if not page.until(f"probe.all({json.dumps(selector)}).some(probe.visible)", bound):
        raise Unjudged(
            en=f"on {page.url} nothing visible matched '{selector}' within {bound:g} seconds: mend the step, or the page.",
            ja=f"{page.url} に「{selector}」に当たる見える要素が{bound:g}秒たっても現れません。手順かページを直してください。",
        )
