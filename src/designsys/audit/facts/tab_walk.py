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

_ANSWERING = 0.06
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

    :param stops: forwards, in order; an element again wherever it got the focus again.
    :param back: the same by Shift+Tab; empty where nothing in the page listens to keys or focus.
    :param suspects: stops that the focus came back to before it had left the page, or that took it back.
    :param left: navigations and windows that focus alone brought about, each ``{kind, to, path}``.
    :param unseen: paths of stops whose computed style is the same without focus.
    :param covered: stops that lie under a sticky part wholly: ``{path, from, back, before}``.
    """

    stops: list[Stop] = field(default_factory=list)
    back: list[Stop] = field(default_factory=list)
    suspects: list[Path] = field(default_factory=list)
    left: list[dict[str, Any]] = field(default_factory=list)
    unseen: list[Path] = field(default_factory=list)
    covered: list[dict[str, Any]] = field(default_factory=list)


def find(page: LoadedPage) -> Walk:
    """Walk once forwards and, where a script could hinder it, once back."""
    heard = page.fact(listeners.find)
    walk = Walk()
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        hindered = heard.focus or heard.keys
        walk.stops, walk.suspects = _go(page, 0, hindered, 0)
        if hindered:
            walk.left = [one for left in page.everywhere("walk.left()") for one in left or []]
            page.everywhere("walk.forget(); acting.begin()")
            whole = 0 if walk.suspects else len(walk.stops)
            walk.back, suspects = _go(page, SHIFT, hindered, whole)
            walk.suspects += suspects
        seen = page.evaluate("walk.screen()")
        walk.unseen, walk.covered = seen["unseen"], seen["covered"]
    return walk


def _go(page: LoadedPage, modifiers: int, hindered: bool, whole: int) -> tuple[list[Stop], list[Path]]:
    """Press Tab until the focus leaves the page; the stops, and those where it may be held.

    :param whole: stops of a whole round, where known: Chromium may go round by Shift+Tab without a word of leaving.
    """
    most = min(LONGEST, sum(filter(None, page.everywhere("walk.count()"))) + 3)
    out = False
    for done in range(most):
        press(page, "Tab", modifiers, release=done == 0)
        if out := not page.evaluate("walk.step()"):
            break
    stops = _log(page)
    paths = [repr(stop.path) for stop in stops]
    if whole and paths[whole : whole + 1] == paths[:1]:
        return stops[:whole], []
    held = [stop.path for stop in stops if paths.count(repr(stop.path)) > 1]
    if hindered and out:
        # A script may take the focus back a little after it was lost.
        wait(page, _ANSWERING)
        held += [stop.path for stop in _log(page)[len(stops) :]]
    # A control may hold several stops of its own, such as the digits of a date, and a walk may be too long to end.
    if not out and most < LONGEST and stops:
        held.append(stops[-1].path)
    return stops, held


def _log(page: LoadedPage) -> list[Stop]:
    entries = [entry for frame in page.everywhere("walk.log()") for entry in frame or []]
    return [
        Stop(one["path"], (one["x"], one["y"], one["width"], one["height"]), one["visible"])
        for one in sorted(entries, key=lambda one: float(one["time"]))
    ]
