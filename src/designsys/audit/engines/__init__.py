"""What a browser driver has to offer; a driver is a module here, found by being there.

An engine opens tabs under a condition and passes DevTools commands on. Loading,
waiting and judging are written once, over these few methods, in :mod:`..page`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from designsys.audit.conditions import Condition
from designsys.errors import DesignsysError, nearest

__all__ = [
    "ALL_FRAMES",
    "NO_DIALOGS",
    "OVERRAN",
    "WORLD",
    "Engine",
    "Tab",
    "World",
    "module",
    "names",
    "refuse_grid",
    "start",
]

ALL_FRAMES = "(axe.configure({allowedOrigins: ['<unsafe_all_origins>']}), true)"
"""Lets axe report on frames of other sites too; to be evaluated in every frame before a run."""

NO_DIALOGS = "window.alert = () => {}; window.confirm = () => false; window.prompt = () => null;"
"""Run before a page's own scripts: what they see of a dialog that is dismissed at once.

ChromeDriver answers no command while a dialog stands, and a page that opens one after
another holds up Playwright's next navigation (measured).
"""

OVERRAN = "Execution was terminated"
"""What the browser says of an evaluation that it ended at the bound it was given."""


WORLD = "designsys"
"""The name of the isolated world that the checks' scripts run in."""


class World(Protocol):
    """The place where the checks' scripts run, apart from the page's own."""

    def everywhere(self, expression: str) -> list[Any]:
        """Evaluate in every frame; the top frame's value comes first."""

    def settle(self, expression: str) -> Any:
        """Evaluate in the top frame and wait, within the bound, for the promise that it gives."""


class Tab(Protocol):
    """One page in the browser."""

    def navigate(self, url: str) -> None:
        """Go to the address and wait for its load event.

        :raises Unjudged: it cannot be reached, or does not finish within the bound.
        """

    def send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Send a DevTools command and give its answer.

        :raises Unjudged: no answer within the bound, or the document is gone.
        """

    def run_axe(self, world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
        """Load axe-core from a file into every frame and give the results of its run."""

    def close(self) -> None:
        """Let the page go; never raises and never waits long."""


class Engine(Protocol):
    """A running browser."""

    def open(self, condition: Condition) -> Tab:
        """A fresh tab under the condition; scripts run until :mod:`..page` stops them."""

    def close(self) -> None:
        """Stop the browser."""


def names() -> list[str]:
    """The engines that there are."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def module(name: str) -> Any:
    """An engine's module, imported when it is first wanted.

    :param name: one of :func:`names`.
    :raises DesignsysError: no such engine, or its library is missing.
    """
    if name not in names():
        near = nearest(name, names())
        raise DesignsysError(
            en=f"there is no engine '{name}'"
            + (f"; did you mean '{near}'?" if near else f": write one of {', '.join(names())}."),
            ja=f"エンジン「{name}」はありません。"
            + (f"「{near}」のことですか。" if near else f"{'、'.join(names())} から選んでください。"),
        )
    try:
        return importlib.import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as missing:
        raise DesignsysError(
            en=f"the engine '{name}' needs {missing.name}: run pip install 'designsys[audit]'.",
            ja=f"エンジン「{name}」には {missing.name} が要ります。pip install 'designsys[audit]' を実行してください。",
        ) from None


def start(name: str, bound: float, grid: str | None = None) -> Engine:
    """Start an engine's browser; may be called from several threads, each of which then has a browser of its own.

    :param name: one of :func:`names`.
    :param bound: seconds that a load, or a command, may take.
    :param grid: the address of a Selenium Grid to start it on; this machine when None.
    :raises DesignsysError: no such engine, its library is missing, it runs on no grid, or there is no browser.
    """
    if grid is None:
        started: Engine = module(name).start(bound)
    else:
        refuse_grid(name)
        started = module(name).start_on(grid, bound)
    return started


def refuse_grid(name: str) -> None:
    """Say that an engine runs on no Selenium Grid; one that does has a function ``start_on(grid, bound)``.

    :raises DesignsysError: it does not, or there is no such engine.
    """
    if not hasattr(module(name), "start_on"):
        raise DesignsysError(
            en=f"the engine '{name}' does not run on a Selenium Grid: write --engine selenium beside --grid.",
            ja=f"エンジン「{name}」は Selenium Grid では動きません。--grid には --engine selenium を書き加えてください。",
        )
