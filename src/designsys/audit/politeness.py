"""How the gate behaves as a guest: it says who it is, and does not ask a server too often.

Paces the pages that are opened and the files that are read to find pages; what a
browser then loads for a page (styles, pictures) it loads as a resident's does.
"""

from __future__ import annotations

import contextlib
import ipaddress
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from designsys import __version__
from designsys.audit.conditions import Condition
from designsys.audit.engines import Engine, Tab, World

__all__ = ["PRODUCT", "RATE", "Pace", "Paced", "is_local", "user_agent"]

PRODUCT = "designsys"
"""The name that a robots.txt calls us by."""

RATE = 2.0
"""Requests a second to one host, unless somebody asks for more."""

# Longer pauses would make a run of a hundred pages last an hour; such a site is judged from a list.
_LONGEST_PAUSE = 30.0


def user_agent(browser: str = "") -> str:
    """What we call ourselves in ``User-Agent``, after a browser's own words.

    :param browser: the ``User-Agent`` of the browser that does the asking.
    """
    own = f"{PRODUCT}/{__version__}"
    return browser if browser.endswith(own) else f"{browser} {own}".strip()


def is_local(url: str) -> bool:
    """Whether an address is on this machine, which may be asked as often as one likes."""
    host = _host(url)
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host in ("", "localhost") or host.endswith(".localhost")


class Pace:
    """Spaces the requests to each host; threads may share one.

    :param rate: requests a second.
    :param clock: gives seconds; only a test's differs.
    :param sleep: waits some seconds.
    """

    def __init__(
        self,
        rate: float = RATE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pause, self._clock, self._sleep = 1 / rate, clock, sleep
        self._pauses: dict[str, float] = {}
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()

    def slow_down(self, url: str, seconds: float) -> None:
        """Leave at least this long between two requests to an address's host, as its ``Crawl-delay`` asks."""
        self._pauses[_host(url)] = min(seconds, _LONGEST_PAUSE)

    def wait(self, url: str) -> None:
        """Come back when the address may be asked for."""
        if is_local(url):
            return
        host = _host(url)
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + max(self._pause, self._pauses.get(host, 0.0))
        if turn > now:
            self._sleep(turn - now)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        # No address: whoever asks for it will be told so, and nobody will be asked.
        return ""


class Paced:
    """An engine whose tabs wait for their turn before they go to an address.

    :param engine: the engine that does the work.
    :param pace: shared with whatever else asks the same hosts.
    """

    def __init__(self, engine: Engine, pace: Pace) -> None:
        self._engine, self._pace = engine, pace

    def open(self, condition: Condition) -> Tab:
        """As :meth:`Engine.open`."""
        return _PacedTab(self._engine.open(condition), self._pace)

    def close(self) -> None:
        """As :meth:`Engine.close`."""
        self._engine.close()


class _PacedTab:
    def __init__(self, tab: Tab, pace: Pace) -> None:
        self._tab, self._pace = tab, pace

    def navigate(self, url: str) -> None:
        self._pace.wait(url)
        self._tab.navigate(url)

    def send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        return self._tab.send(method, parameters)

    def run_axe(self, world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
        return self._tab.run_axe(world, script, options)

    def close(self) -> None:
        self._tab.close()
