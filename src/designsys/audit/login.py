"""Logs in once, and takes what the site stored along to every condition.

What opens the session stays in memory: cookies and storage are in no report and no journal.
"""

from __future__ import annotations

import json
import threading
from typing import Any

from designsys.audit import engines
from designsys.audit.conditions import Condition
from designsys.audit.failures import Unjudged
from designsys.audit.page import load
from designsys.audit.performing import perform
from designsys.audit.states import Step
from designsys.errors import DesignsysError

__all__ = ["Login"]


class Login:
    """The session of a run.

    :param steps: what logs in; when empty, nothing is done.
    :param url: the page that the steps begin at.
    :param bound: seconds that each step may take.
    """

    def __init__(self, steps: tuple[Step, ...], url: str, bound: float) -> None:
        self._steps, self._url, self._bound = steps, url, bound
        self._entered: set[tuple[int, Condition]] = set()
        self._one_at_a_time = threading.Lock()
        self._cookies: list[dict[str, Any]] = []
        self._stored: dict[str, str] = {}

    def enter(self, engine: engines.Engine, condition: Condition) -> None:
        """Make the session hold under a condition; each browser has a profile of its own for each.

        :raises DesignsysError: the login did not lead anywhere; judging the pages behind it would be in vain.
        """
        if self._steps:
            with self._one_at_a_time:
                self._enter(engine, condition)

    def _enter(self, engine: engines.Engine, condition: Condition) -> None:
        tab = engine.open(condition)
        try:
            if (id(engine), condition) in self._entered and self._holds(tab):
                return
            if self._entered:
                tab.send("Network.setCookies", {"cookies": self._cookies})
                page = load(tab, self._url, condition, self._bound)
                page.evaluate(
                    f"for (const [name, value] of Object.entries({json.dumps(self._stored)})) localStorage.setItem(name, value); 0"
                )
            else:
                page = load(tab, self._url, condition, self._bound)
                perform(page, self._steps, self._bound)
                self._cookies = page.send("Network.getAllCookies")["cookies"]
                self._stored = page.evaluate("({...localStorage})")
        except Unjudged as reason:
            raise DesignsysError(
                en=f"the login did not succeed: {reason.en}", ja=f"ログインできませんでした。{reason.ja}"
            ) from None
        finally:
            tab.close()
        self._entered.add((id(engine), condition))

    def _holds(self, tab: engines.Tab) -> bool:
        """Whether the profile still has the cookies: a browser that crashed was started anew without them."""
        held = {cookie["name"] for cookie in tab.send("Network.getAllCookies", {})["cookies"]}
        return held >= {cookie["name"] for cookie in self._cookies}
