"""Which elements listen to which events, the document and the window included.

Where nothing listens to keys, keys do what the browser does, and need not be pressed. What a framework dispatches
from one listener at the top (React) shows as that listener only.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from designsys.audit.failures import Unjudged
from designsys.audit.page import LoadedPage

__all__ = ["Listeners", "find", "mark"]

_KEYS = ("keydown", "keypress", "keyup")
_FOCUS = ("focus", "blur", "focusin", "focusout")

# It does not bubble, but the window hears it on its way down.
_TELL = "function () { this.dispatchEvent(new CustomEvent('designsys-listens', {composed: true})) }"


@dataclass(frozen=True, slots=True)
class Listeners:
    """The listeners of a page and its frames.

    :param nodes: for each type of event, DevTools' backend ids of the nodes that listen; 0 is the window.
    :param top: those of the window, the document, its root and its body, which hear keys wherever the focus is.
    """

    nodes: dict[str, tuple[int, ...]]
    top: frozenset[int]

    def any(self, *types: str) -> bool:
        """Whether anything listens to one of the types."""
        return any(self.nodes.get(kind) for kind in types)

    @property
    def keys(self) -> bool:
        """Whether anything listens to keys."""
        return self.any(*_KEYS)

    @property
    def keys_anywhere(self) -> bool:
        """Whether something hears keys even where nothing has the focus."""
        return any(self.top.intersection(self.nodes.get(kind, ())) for kind in _KEYS)

    @property
    def focus(self) -> bool:
        """Whether anything listens to focus coming or going."""
        return self.any(*_FOCUS)


def find(page: LoadedPage) -> Listeners:
    """Ask DevTools once for the whole document, shadow trees and frames included, and once for the window."""
    nodes: dict[str, set[int]] = defaultdict(set)
    for expression in ("document", "window"):
        handle = page.send("Runtime.evaluate", expression=expression, objectGroup="designsys")["result"]
        found = page.send("DOMDebugger.getEventListeners", objectId=handle["objectId"], depth=-1, pierce=True)
        for listener in found["listeners"]:
            nodes[listener["type"]].add(listener.get("backendNodeId", 0))
    top = {0}
    for expression in ("document", "document.documentElement", "document.body"):
        handle = page.send("Runtime.evaluate", expression=expression, objectGroup="designsys")["result"]
        if "objectId" in handle:
            top.add(page.send("DOM.describeNode", objectId=handle["objectId"])["node"]["backendNodeId"])
    page.send("Runtime.releaseObjectGroup", objectGroup="designsys")
    return Listeners({kind: tuple(sorted(ids)) for kind, ids in nodes.items()}, frozenset(top))


def mark(page: LoadedPage, nodes: Sequence[int]) -> None:
    """Send each node an event ``designsys-listens``, by which a script in the isolated world comes to know it.

    DevTools knows the nodes that listen, and the checks' scripts know elements: this brings the two together. Nodes
    that have gone since are left out.

    :param nodes: values of :class:`Listeners`.
    """
    for node in nodes:
        with contextlib.suppress(Unjudged):
            handle = page.send("DOM.resolveNode", backendNodeId=node, objectGroup="designsys")["object"]
            page.send("Runtime.callFunctionOn", objectId=handle["objectId"], functionDeclaration=_TELL)
    page.send("Runtime.releaseObjectGroup", objectGroup="designsys")
