"""Keys and the pointer, pressed in a page that is kept where it is.

While something acts, nothing leaves the browser: navigations are called off before they begin, no window opens,
requests are refused, and what is written to storage is put back. What only a server would have answered is not seen.
"""

from __future__ import annotations

import contextlib
import importlib.resources
import json
from collections.abc import Iterator

from designsys.audit.failures import Unjudged
from designsys.audit.page import LoadedPage

__all__ = ["ALT", "CTRL", "SHIFT", "acting", "move", "press", "script", "wait"]

ALT, CTRL, SHIFT = 1, 2, 8
"""Modifier keys, to be added up."""

_CODES = {
    "Tab": 9,
    "Enter": 13,
    "Shift": 16,
    "Escape": 27,
    " ": 32,
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
}
_CODES |= {f"F{number}": 111 + number for number in range(1, 13)}
_TEXTS = {"Enter": "\r", " ": " "}

# The page's own `window` is the only place where its script can be kept from opening another.
_NO_WINDOWS = """(() => {
  window.open = () => { window.dispatchEvent(new CustomEvent('designsys-window')); return null; };
  window.print = () => {};
})()"""

_STORED = "[localStorage, sessionStorage].map(store => ({...store}))"
_STORE = """((...kept) => [localStorage, sessionStorage].forEach((store, index) => {
  store.clear();
  for (const [key, value] of Object.entries(kept[index])) store.setItem(key, value);
}))"""


@contextlib.contextmanager
def acting(page: LoadedPage) -> Iterator[None]:
    """Let keys be pressed in a page without its going anywhere.

    In each frame ``acting`` (of ``acting.js``) tells what was called off (``left``), which forms were sent
    (``submits``) and what changed. A page in which nothing changed counts as untouched afterwards; any other has
    to be loaded anew before somebody else looks at it.

    :raises Unjudged: the page does not answer.
    """
    kept = _kept(page)
    # A page that Tab has left would hear of no focus again, and match no `:focus`, until somebody clicks in it.
    page.send("Emulation.setFocusEmulationEnabled", enabled=True)
    page.send("Network.enable")
    page.send("Network.setBlockedURLs", urls=["*"])
    page.everywhere(script("acting.js"))
    page.send("Runtime.evaluate", expression=_NO_WINDOWS)
    before = page.evaluate("[scrollX, scrollY]")
    try:
        yield
    except Unjudged:
        # Whoever comes next loads the page anew, for which the network has to be there.
        page.touched = True
        with contextlib.suppress(Unjudged):
            page.send("Network.disable")
        raise
    changed = any(page.everywhere("acting.changes() + acting.left.length"))
    page.send("Network.disable")
    _put_back(page, kept)
    if changed:
        page.touched = True
    else:
        page.everywhere("document.activeElement?.blur?.(); acting.stop()")
        page.evaluate(f"scrollTo({{left: {before[0]}, top: {before[1]}, behavior: 'instant'}})")
        page.touched = False


def script(name: str) -> str:
    """The text of a script file of this package, such as ``"facts/tab_walk.js"``."""
    return importlib.resources.files(__package__ or "").joinpath(name).read_text(encoding="utf-8")


def _kept(page: LoadedPage) -> tuple[str, str]:
    """Storage and cookies as they are; storage is refused in some frames and pages."""
    cookies = page.send("Network.getCookies")["cookies"]
    stored = page.evaluate(f"(() => {{ try {{ return {_STORED} }} catch {{ return null }} }})()")
    return json.dumps(stored), json.dumps(cookies)


def _put_back(page: LoadedPage, kept: tuple[str, str]) -> None:
    now = _kept(page)
    if now[0] != kept[0] and kept[0] != "null":
        page.evaluate(f"{_STORE}(...{kept[0]})")
    if now[1] != kept[1]:
        old = json.loads(kept[1])
        for cookie in json.loads(now[1]):
            if cookie not in old:
                page.send(
                    "Network.deleteCookies",
                    name=cookie["name"],
                    domain=cookie["domain"],
                    path=cookie["path"],
                )
        for cookie in old:
            wanted = {
                name: cookie[name] for name in ("name", "value", "domain", "path", "secure", "httpOnly")
            }
            expires = {"expires": cookie["expires"]} if cookie.get("expires", -1) > 0 else {}
            page.send("Network.setCookie", **wanted, **expires)


def press(page: LoadedPage, key: str, modifiers: int = 0, *, release: bool = True) -> None:
    """Press a key where the focus is.

    :param key: a value of ``KeyboardEvent.key``: one character, or one of Tab, Enter, Escape and the arrows.
    :param modifiers: sum of :data:`ALT`, :data:`CTRL` and :data:`SHIFT`.
    :param release: whether the key comes up again; a walk of many keys is twice as quick without.
    """
    text = _TEXTS.get(key, key if len(key) == 1 else "") if modifiers in (0, SHIFT) else ""
    code = "Space" if key == " " else f"Key{key.upper()}" if len(key) == 1 and key.isalpha() else key
    event = {
        "key": key,
        "code": code,
        "windowsVirtualKeyCode": _CODES.get(key, ord(key[0].upper())),
        "modifiers": modifiers,
    }
    page.send(
        "Input.dispatchKeyEvent",
        type="keyDown" if text else "rawKeyDown",
        **event,
        **({"text": text} if text else {}),
    )
    if release:
        page.send("Input.dispatchKeyEvent", type="keyUp", **event)


def move(page: LoadedPage, x: float, y: float, *, click: bool = False) -> None:
    """Move the pointer to a point of the viewport, in CSS pixels, and press its button there if asked to."""
    page.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    if click:
        for kind in ("mousePressed", "mouseReleased"):
            page.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)


def wait(page: LoadedPage, seconds: float) -> None:
    """Give timers and transitions of the page time; short, for what answers a key answers soon.

    The page's own clock counts: what a timer of no more than these seconds was to do is done, however busy the machine.
    """
    page.settle(f"new Promise(resolve => setTimeout(resolve, {seconds * 1000:g}))")
