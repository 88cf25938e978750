"""Runs axe-core in parts where it does not end on a whole page: rule by rule, and frame by frame.

What does not end even so is named. Where in the page a frame stands is not known here, so the two best practices that
ask for it are left out in frames.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from designsys.audit.failures import Unjudged
from designsys.audit.page import LoadedPage

__all__ = ["Parts", "at_once", "frame_paths", "is_large_inside", "run_in_parts"]

_GROUP = 10
_PATIENCE = 3

# Experimental and deprecated rules are run by no tag; whether a frame was reached is no question here.
_RULES = """axe.getRules(TAGS)
  .filter(rule => !rule.tags.includes('experimental') && !rule.tags.includes('deprecated')
    && rule.ruleId !== 'frame-tested').map(rule => rule.ruleId)"""

# The page's own part stays there: of 20,000 elements it is some megabytes.
_PART = """axe.runPartial(document, OPTIONS).then(part => { globalThis.parts.push({...part, frames: []}); return null; })"""
_FRAME_PART = "axe.runPartial({include: [document], initiator: false}, OPTIONS)"
_FINISH = """axe.finishRun([...globalThis.parts, ...FRAMES], OPTIONS)
  .then(({violations, incomplete}) => ({violations, incomplete}))"""

# axe-core begins each rule in a timer of its own, where the browser's bound for an evaluation does not reach it.
_AT_ONCE = """globalThis.later ??= setTimeout;
globalThis.setTimeout = (act, wait, ...given) =>
  wait ? later(act, wait, ...given) : void Promise.resolve().then(() => act(...given)); 0"""
_AS_EVER = "globalThis.setTimeout = globalThis.later; 0"

# Best practices that have to know where in the page a frame stands.
_WHERE = ("heading-order", "region")

_LARGE = 3000
_SIZE = "document.getElementsByTagName('*').length"

_PATH = "window === window.top ? [] : probe.path(window.frameElement)"


@dataclass(slots=True)
class Parts:
    """What the parts give together.

    :param violations: as axe-core gives them; a rule may be there several times, once a frame.
    :param incomplete: likewise.
    :param unjudged: the rules that did not end, with the path of their frame; empty for the page itself.
    """

    violations: list[dict[str, Any]] = field(default_factory=list)
    incomplete: list[dict[str, Any]] = field(default_factory=list)
    unjudged: list[tuple[list[Any], list[str]]] = field(default_factory=list)


@contextlib.contextmanager
def at_once(page: LoadedPage) -> Iterator[None]:
    """Have the rules of the top frame run within the evaluation that begins them, so that they can be ended."""
    page.everywhere(_AT_ONCE)
    try:
        yield
    finally:
        with contextlib.suppress(Unjudged):
            page.everywhere(_AS_EVER)


def is_large_inside(page: LoadedPage) -> bool:
    """Whether a frame within the page holds so much that it might hold the whole page up."""
    return len(page.worlds) > 1 and any((size or 0) > _LARGE for size in page.everywhere(_SIZE)[1:])


def frame_paths(page: LoadedPage) -> dict[int, list[Any]]:
    """Each frame that can be asked, with its path in the form of axe's targets; the page itself has an empty one."""
    return {world: path for world in page.worlds if (path := _asked(page, _PATH, world)) is not None}


def run_in_parts(page: LoadedPage, script: Path, options: Mapping[str, Any]) -> Parts:
    """Run the rules that the options choose, in groups, and one by one where a group does not end.

    :param script: axe-core's file; it is loaded anew, since a run that did not end blocks the next.
    :param options: as for ``axe.run``, with ``runOnly`` by tags or by rules.
    :raises Unjudged: the page itself is gone.
    """
    run = _Run(page, script.read_text(encoding="utf-8") + ";0", options)
    chosen = options["runOnly"]
    rules: list[str] = chosen["values"]
    if chosen["type"] == "tag":
        rules = page.evaluate(_RULES.replace("TAGS", json.dumps(rules)))
    for start in range(0, len(rules), _GROUP):
        run.group(rules[start : start + _GROUP])
    run.parts.unjudged = [(run.frames[world], late) for world, late in run.late.items() if late]
    return run.parts


class _Run:
    """A run in parts: each group of rules in each frame, and then over all frames together."""

    def __init__(self, page: LoadedPage, source: str, options: Mapping[str, Any]) -> None:
        self.parts, self.frames = Parts(), frame_paths(page)
        self.late: dict[int, list[str]] = {world: [] for world in self.frames}
        self._page, self._source, self._options = page, source, options
        self._top = page.worlds[0]
        self._end = time.monotonic() + _PATIENCE * page.bound
        for world in self.frames:
            page.evaluate(source, world)

    def group(self, rules: Sequence[str]) -> None:
        """Run some rules in every frame."""
        self._page.evaluate("globalThis.parts = []; 0")
        inside = [rule for rule in rules if rule not in _WHERE]
        found = [
            part
            for world in self.frames
            for part in self._found(world, rules if world == self._top else inside)
        ]
        finish = _FINISH.replace("FRAMES", json.dumps(found)).replace("OPTIONS", self._chosen(rules))
        results = self._settled(finish, self._top)
        if results is None:
            self.late[self._top] += [rule for rule in rules if rule not in self.late[self._top]]
            return
        self.parts.violations += results["violations"]
        self.parts.incomplete += results["incomplete"]

    def _found(self, world: int, rules: Sequence[str]) -> list[dict[str, Any]]:
        """What rules find in a frame, run together or else apart; of the page itself nothing is fetched."""
        if time.monotonic() > self._end:
            self.late[world] += rules
            return []
        source = (_PART if world == self._top else _FRAME_PART).replace("OPTIONS", self._chosen(rules))
        # The page's own part is kept where it is, so what counts is whether it ended.
        answer = self._settled(f"({source}).then(part => ({{part}}))", world)
        if answer is not None:
            return [_from(self.frames[world], answer["part"])] if answer["part"] else []
        if len(rules) > 1:
            return [part for rule in rules for part in self._found(world, [rule])]
        self.late[world] += rules
        return []

    def _chosen(self, rules: Sequence[str]) -> str:
        chosen = {"type": "rule", "values": list(rules)}
        return json.dumps({**self._options, "runOnly": chosen, "iframes": False})

    def _settled(self, expression: str, world: int) -> Any:
        """The value of a promise; None when it does not come, and then axe-core is ready for the next."""
        try:
            return self._page.settle(expression, world)
        except Unjudged as reason:
            if reason.again or not self._page.answers():
                raise
            self._page.evaluate(self._source, world)
            return None


def _from(path: list[Any], part: dict[str, Any]) -> dict[str, Any]:
    """A frame's part with elements named as the page names them."""
    for rule in part["results"]:
        for node in rule["nodes"]:
            node["node"]["selector"] = [*path, *node["node"]["selector"]]
    return {**part, "frames": []}


def _asked(page: LoadedPage, expression: str, world: int) -> Any:
    try:
        return page.evaluate(expression, world)
    except Unjudged as reason:
        if reason.again or not page.answers():
            raise
        return None
