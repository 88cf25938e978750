"""Opens a page as a resident gets it, and evaluates in it apart from its own scripts.

Everything goes through DevTools commands in an isolated world: the page's Content
Security Policy and Trusted Types stay in force and do not reach us, and nothing of
ours shows in the page. Every wait has a bound. What is judged, the checks decide.
"""

from __future__ import annotations

import contextlib
import importlib.resources
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from designsys.audit.conditions import Condition
from designsys.audit.emulation import SEEN, SPACE_TEXT, took
from designsys.audit.engines import WORLD, Tab
from designsys.audit.failures import (
    Unjudged,
    bad_status,
    broken,
    missing_glyphs,
    not_taken,
    not_web_page,
    overran,
    too_slow,
    unreachable,
)

__all__ = ["LoadedPage", "attach", "load"]

T = TypeVar("T")

_STILL = 3.0
_TIMER = 1.0
_SHARE = 6
_LONGEST = 10

_ANSWER = """(() => {
  const [entry] = performance.getEntriesByType('navigation');
  const fault = document.querySelector('.error-code')?.textContent ?? 'no page';
  return {url: document.URL, status: entry ? entry.responseStatus : 0, type: document.contentType, fault};
})()"""

# With scripts off at load time the parser makes real elements of what is in <noscript> (measured),
# but the browser hides them again as soon as scripts may run.
_OPEN_NOSCRIPT = "for (const n of document.querySelectorAll('noscript')) n.replaceWith(...n.childNodes); 0"

_READY = """document.fonts.status === 'loaded'
  && [...document.querySelectorAll('link[rel~=stylesheet]')].every(link => link.sheet || link.disabled || !link.href)
  && [...document.images].every(image => image.complete || image.loading === 'lazy')"""

_GLYPH = """(() => {
  if (!/[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(document.documentElement.textContent)) return true;
  const draw = character => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 48;
    const pen = canvas.getContext('2d', {willReadFrequently: true});
    pen.font = '32px sans-serif';
    pen.fillText(character, 4, 36);
    return pen.getImageData(0, 0, 48, 48).data.join();
  };
  return draw('\\u6f22') !== draw('\\u{10fffd}');
})()"""


class LoadedPage:
    """A page that is ready to be judged.

    :param tab: the browser's page.
    :param url: its address, for messages.
    :param bound: seconds that one evaluation may take.
    :param condition: under which it was loaded; None for the page of somebody's test.
    """

    def __init__(self, tab: Tab, url: str, bound: float, condition: Condition | None = None) -> None:
        self.url = url
        self.condition = condition
        self.touched = False
        self.rules: frozenset[tuple[str, str]] = frozenset()
        """Where a page is tried a second time: each check and rule that found something; a check may leave out the rest."""
        self.is_in_part = False
        """Whether something did not end in time, so that another run may find more."""
        self._tab, self._bound = tab, bound
        self._begun, self._end = time.monotonic(), float("inf")
        self._worlds: list[int] = []
        self._facts: dict[object, Any] = {}
        self._way: Callable[[LoadedPage], None] | None = None
        self.renew()

    @property
    def worlds(self) -> tuple[int, ...]:
        """The frames, the top one first, as :meth:`evaluate` and :meth:`settle` take them."""
        return tuple(self._worlds)

    @property
    def bound(self) -> float:
        """Seconds that one evaluation may take."""
        return self._bound

    @contextlib.contextmanager
    def limited(self) -> Iterator[None]:
        """Give one check its share of time: six bounds, and ten for all checks of the page together.

        :raises Unjudged: by :meth:`evaluate`, when the time is over; what is asked later is answered again.
        """
        self._end = min(time.monotonic() + _SHARE * self._bound, self._begun + _LONGEST * self._bound)
        try:
            if time.monotonic() > self._end:
                raise overran(self.url, _LONGEST * self._bound)
            yield
        finally:
            self._end = float("inf")

    def answers(self) -> bool:
        """Whether the page can still be asked, after something in it went past the bound."""
        until, self._end = self._end, float("inf")
        try:
            self.evaluate("0")
        except Unjudged:
            return False
        finally:
            self._end = until
        return True

    def fact(self, find: Callable[[LoadedPage], T]) -> T:
        """What a function finds out about the page, found once for all checks that ask."""
        if find not in self._facts:
            self._facts[find] = find(self)
        found: T = self._facts[find]
        return found

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a DevTools command; input and emulation leave the page touched.

        :raises Unjudged: no answer within the bound, or the document is gone.
        """
        if method.startswith(("Input.", "Emulation.", "Page.navigate")):
            self.touched = True
        return self._tab.send(method, parameters)

    def arrive(self, way: Callable[[LoadedPage], None]) -> None:
        """Go on from the page as loaded to the state that is to be judged; :meth:`again` goes there too.

        :param way: what leads there; it counts as no check's doing.
        :raises Unjudged: it does not lead there.
        """
        self._way = way
        way(self)
        self.touched = False

    def again(self) -> None:
        """Load the page anew and bring it to its state, as it was at first; facts that were found stay.

        :raises Unjudged: it does not load, or lead there, as it did.
        """
        if self.condition is None:
            raise RuntimeError("the page belongs to a test and cannot be loaded anew")
        self._worlds = load(self._tab, self.url, self.condition, self._bound)._worlds
        self.arrive(self._way or (lambda _: None))

    def renew(self) -> None:
        """Find the frames anew, and make an isolated world in each that can be reached."""
        tree = self._tab.send("Page.getFrameTree", {})["frameTree"]
        top, *others = _frames(tree)
        self._worlds = [self._world(top)]
        for frame in others:
            with contextlib.suppress(Unjudged):
                self._worlds.append(self._world(frame))
        if others:
            self._leave_sandboxed_frames()
        self.everywhere(
            importlib.resources.files(__package__ or "").joinpath("probe.js").read_text(encoding="utf-8")
        )

    def _world(self, frame: str) -> int:
        # Universal access lets a frame of another site find its own <iframe> element.
        options = {"frameId": frame, "worldName": WORLD, "grantUniveralAccess": True}
        world: int = self._tab.send("Page.createIsolatedWorld", options)["executionContextId"]
        return world

    def _leave_sandboxed_frames(self) -> None:
        """Forget the frames where scripts cannot wait: axe would answer there that it begins, and never end."""
        self.everywhere("globalThis.ticked = false; setTimeout(() => { globalThis.ticked = true }); 0")
        deadline = time.monotonic() + _TIMER
        while not all(ticked := self.everywhere("globalThis.ticked")) and time.monotonic() < deadline:
            time.sleep(0.01)
        others = zip(self._worlds[1:], ticked[1:], strict=True)
        self._worlds = [self._worlds[0], *(world for world, alive in others if alive)]

    def evaluate(self, expression: str, world: int | None = None) -> Any:
        """The value of a JavaScript expression in the top frame.

        :param world: another frame, out of :attr:`worlds`.
        :raises Unjudged: the page is gone or does not answer within the bound.
        """
        if time.monotonic() > self._end:
            raise overran(self.url, _SHARE * self._bound)
        answer = self._tab.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": world or self._worlds[0],
                "returnByValue": True,
                # The browser ends a script of ours before our own bound, after which it would be lost.
                "timeout": self._bound * 900,
            },
        )
        if fault := answer.get("exceptionDetails"):
            text = fault.get("exception", {}).get("description") or fault.get("text", "")
            raise broken(self.url, text.splitlines()[0] if text else "exception")
        return answer["result"].get("value")

    def everywhere(self, expression: str) -> list[Any]:
        """The expression's value in each frame, the top one first; a frame that is gone gives None."""
        values = [self.evaluate(expression)]
        for world in self._worlds[1:]:
            try:
                values.append(self.evaluate(expression, world))
            except Unjudged:
                # A frame that went away, or that forbids all scripts, is not worth the whole page.
                values.append(None)
        return values

    def settle(self, expression: str, world: int | None = None) -> Any:
        """The value of the promise that an expression gives in the top frame.

        It is asked for again and again: a command that waits for a promise cannot be
        called off, and would take ChromeDriver with it.

        :param world: another frame, out of :attr:`worlds`.
        :raises Unjudged: it is not settled within the bound.
        """
        deadline, pause = time.monotonic() + self._bound, 0.005
        self.evaluate(
            "globalThis.settled = null; Promise.resolve(" + expression + ").then("
            "value => { globalThis.settled = {value} }, fault => { globalThis.settled = {fault: String(fault)} }); 0",
            world,
        )
        while (settled := self.evaluate("globalThis.settled", world)) is None:
            if time.monotonic() > deadline:
                raise overran(self.url, self._bound)
            time.sleep(pause)
            pause = min(pause * 1.5, 0.1)
        if "fault" in settled:
            raise broken(self.url, settled["fault"].splitlines()[0])
        return settled.get("value")

    def observe(self, expression: str) -> list[dict[str, Any]]:
        """What an expression that gives a list finds in all frames together."""
        return [entry for entries in self.everywhere(expression) for entry in entries or []]

    def run_axe(self, script: Path, options: dict[str, Any]) -> dict[str, Any]:
        """axe-core's results over all frames, run as the engine runs it."""
        return self._tab.run_axe(self, script, options)

    def until(self, expression: str, seconds: float) -> bool:
        """Whether an expression becomes true in the top frame within some seconds."""
        deadline, pause = time.monotonic() + seconds, 0.002
        while not self.evaluate(expression):
            if time.monotonic() > deadline:
                return False
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)
        return True

    def timers_run(self) -> bool:
        """Whether scripts can wait here; where they cannot, axe would never end."""
        self.evaluate("globalThis.ticked = false; setTimeout(() => { globalThis.ticked = true }); 0")
        return self.until("globalThis.ticked", _TIMER)


def load(tab: Tab, url: str, condition: Condition, bound: float) -> LoadedPage:
    """Open an address under a condition and wait until it is still.

    JavaScript off means: loaded with script execution off, every ``<noscript>`` replaced
    by its children, and only then execution on again, since axe needs it. A page whose
    CSP sandbox forbids scripts is loaded in the same way with the sandbox lifted: no
    script of the page runs either way, so residents and checks see the same.

    :raises Unjudged: it cannot be reached, is no HTML, does not end loading, or the condition did not take.
    :raises DesignsysError: it is Japanese and the machine has no glyph for 漢.
    """
    page = _open(tab, url, bound, scripts=condition.scripts)
    if not page.timers_run():
        page = _open(tab, url, bound, scripts=False, sandboxed=True)
        if not page.timers_run():
            raise too_slow(url, bound)
    page.until(_READY, _STILL)
    if condition.text_spacing:
        page.everywhere(SPACE_TEXT)
    seen, drawn = page.evaluate(f"[{SEEN}, {_GLYPH}]")
    if not took(condition, seen):
        raise not_taken(url, condition.id)
    if not drawn:
        raise missing_glyphs()
    page.condition = condition
    return page


def attach(tab: Tab, url: str, bound: float) -> LoadedPage:
    """A page that is open already, judged as it stands.

    :raises Unjudged: it does not answer, or forbids scripts by a CSP sandbox.
    """
    page = LoadedPage(tab, url, bound)
    if not page.timers_run():
        raise too_slow(url, bound)
    page.until(_READY, _STILL)
    if not page.evaluate(_GLYPH):
        raise missing_glyphs()
    return page


def _open(tab: Tab, url: str, bound: float, *, scripts: bool, sandboxed: bool = False) -> LoadedPage:
    tab.send("Page.enable", {})
    tab.send("Page.setBypassCSP", {"enabled": sandboxed})
    tab.send("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    tab.navigate(url)
    page = LoadedPage(tab, url, bound)
    # A page that moves on by itself may still be loading when the engine comes back.
    if not page.until("document.readyState === 'complete'", bound):
        raise too_slow(url, bound)
    answer = page.evaluate(_ANSWER)
    # ChromeDriver reports neither its own error page nor a download that left the old page standing.
    if answer["url"].startswith(("chrome-error:", "about:blank")):
        if status := re.search(r"HTTP ERROR (\d+)", answer["fault"]):
            raise bad_status(url, int(status[1]))
        raise unreachable(url, answer["fault"])
    if answer["status"] >= 400:
        raise bad_status(url, answer["status"])
    if answer["type"] not in ("text/html", "application/xhtml+xml"):
        raise not_web_page(url, answer["type"])
    if not scripts:
        page.everywhere(_OPEN_NOSCRIPT)
        page.until(_READY, _STILL)
        tab.send("Emulation.setScriptExecutionDisabled", {"value": False})
        page.renew()
    return page


def _frames(tree: dict[str, Any]) -> list[str]:
    children = (frame for child in tree.get("childFrames", []) for frame in _frames(child))
    return [tree["frame"]["id"], *children]
