"""One walk through a page by Tab: what gets the focus, in which order, and what happens on the way.

The focus may go into frames and open shadow trees. What a stop looks like is compared by computed styles and where
it lies by points: what is in doubt there, the checks look at again. Walks longer than 300 stops end there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from designsys.audit.acting import SHIFT, acting, press, script, wait
from designsys.audit.facts import listeners
from designsys.audit.page import LoadedPage

__all__ = ["LONGEST", "Stop", "Walk", "find"]

LONGEST = 300
"""Stops after which a walk ends."""

_ANSWERING = 0.15
Path = list[Any]


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that got the focus.

    :param path: where it is.
    :param box: left, top, width and height in CSS pixels of its document.
    """

    path: Path
    box: tuple[float, float, float, float]
    visible: bool


@dataclass(slots=True)
class Walk:
    """What a walk met.

    :param stops: in order, until the focus left the page; an element again wherever it got the focus again.
    :param suspects: stops of the top frame that the focus came back to, stayed on, or was brought to by a script.
    :param left: navigations and windows that came about, each ``{kind, to, paths}``: the stops before it, last one first.
    :param unseen: paths of stops whose computed style is the same without focus.
    :param covered: stops that lie under a sticky part wholly: ``{path, from, back, before}``.
    """

    stops: list[Stop] = field(default_factory=list)
    suspects: list[Path] = field(default_factory=list)
    left: list[dict[str, Any]] = field(default_factory=list)
    unseen: list[Path] = field(default_factory=list)
    covered: list[dict[str, Any]] = field(default_factory=list)


def find(page: LoadedPage) -> Walk:
    """Walk once forwards and, where a script listens to keys, once back; then give each stop the focus by script."""
    heard = page.fact(listeners.find)
    walk = Walk()
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        out = _go(page, 0)
        if heard.focus:
            wait(page, _ANSWERING)
        walk.stops, walk.left = _log(page), page.observe("walk.left()")
        if out and heard.keys:
            page.everywhere("walk.forget()")
            _go(page, SHIFT)
        seen = page.evaluate("walk.screen()")
        walk.unseen, walk.covered = seen["unseen"], seen["covered"]
        if heard.focus:
            # Whatever takes the focus back after a moment has lost it by now, and is heard to take it.
            wait(page, _ANSWERING)
        if heard.focus or heard.keys:
            walk.suspects = page.evaluate("walk.suspects()")
    if walk.suspects:
        # The focus may not stay where the walk leaves it.
        page.touched = True
    return walk


def _go(page: LoadedPage, modifiers: int) -> bool:
    """Press Tab until the focus leaves the page; whether it does within as many keys as the page has stops."""
    most = min(LONGEST, sum(filter(None, page.everywhere("walk.count()"))) + 3)
    for done in range(most):
        press(page, "Tab", modifiers, release=done == 0)
        if times := [time for time in page.everywhere("walk.step()") if time is not None]:
            page.everywhere(f"walk.leave({min(times)})")
            return True
    return False


def _log(page: LoadedPage) -> list[Stop]:
    entries = [entry for frame in page.everywhere("walk.log()") for entry in frame or []]
    return [
        Stop(one["path"], (one["x"], one["y"], one["width"], one["height"]), one["visible"])
        for one in sorted(entries, key=lambda one: float(one["time"]))
    ]
