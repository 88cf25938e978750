"""Judges pages with Playwright.

Uses the asynchronous API on a thread of its own: there every call can be given a
bound (the synchronous ``evaluate`` has none), and the caller may itself stand inside
an event loop. Downloads no browser.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import threading
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

from playwright.async_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Error,
    Page,
    Playwright,
    async_playwright,
)
from playwright.async_api import TimeoutError as LoadTimeout
from playwright.sync_api import Page as SyncPage

from designsys.audit.browser import find_browser, judging_arguments, launch_arguments
from designsys.audit.conditions import Condition
from designsys.audit.emulation import emulation
from designsys.audit.engines import ALL_FRAMES, NO_DIALOGS, OVERRAN, WORLD, Tab, World
from designsys.audit.failures import crashed, locked, moved, overran, too_slow, unreachable
from designsys.errors import DesignsysError

__all__ = ["CRASHED", "GONE", "PlaywrightEngine", "PlaywrightTab", "SyncTab", "async_tab", "start"]

T = TypeVar("T")

GONE = (
    "Cannot find context",
    "Execution context was destroyed",
    "Frame with the given id",
    "No frame for given id",
    "Inspected target navigated or closed",
)
"""What the browser says of a document that went away."""

CRASHED = ("has been closed", "Target crashed", "Page crashed", "Target closed")
"""What Playwright says of a tab or browser that is no longer there."""

_CLOSING = 5.0
_STARTING = 60.0


def start(bound: float) -> PlaywrightEngine:
    """Start Chromium for :func:`designsys.audit.engines.start`."""
    return PlaywrightEngine(bound)


class _Loop:
    """An event loop on its own thread, called from others."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self.loop.run_forever, name="designsys-playwright", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(_CLOSING)
        if not self._thread.is_alive():
            self.loop.close()


def call(loop: asyncio.AbstractEventLoop, coroutine: Coroutine[Any, Any, T], bound: float) -> T:
    """Run a coroutine on a loop of another thread.

    :raises TimeoutError: it took longer than ``bound`` seconds; it is then cancelled.
    """

    async def bounded() -> T:
        return await asyncio.wait_for(coroutine, bound)

    return asyncio.run_coroutine_threadsafe(bounded(), loop).result(bound + _CLOSING)


class PlaywrightTab:
    """A :class:`Tab` over a page that lives on another thread's event loop; closing it leaves the page open."""

    def __init__(
        self, page: Page, session: CDPSession, loop: asyncio.AbstractEventLoop, bound: float
    ) -> None:
        self._page, self._session, self._loop, self._bound = page, session, loop, bound
        self._url = page.url
        self.spoiled = False

    def navigate(self, url: str) -> None:
        self._url = url
        self.spoiled = True
        try:
            call(self._loop, self._page.goto(url, timeout=self._bound * 1000), self._bound + _CLOSING)
        except (LoadTimeout, TimeoutError):
            raise too_slow(url, self._bound) from None
        except Error as error:
            if any(sign in error.message for sign in CRASHED):
                raise crashed(url) from None
            if "interrupted by another navigation" in error.message:
                raise moved(url) from None
            # For an error answer without a body the browser shows a page of its own, which says the status.
            if (reason := _reason(error)) == "ERR_INVALID_AUTH_CREDENTIALS":
                raise locked(url) from None
            if reason != "ERR_HTTP_RESPONSE_CODE_FAILURE":
                raise unreachable(url, reason) from None
        self.spoiled = False

    def send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = call(
                self._loop, self._session.send(method, dict(parameters)), self._bound
            )
        except TimeoutError:
            self.spoiled = True
            raise too_slow(self._url, self._bound) from None
        except Error as error:
            if any(sign in error.message for sign in GONE):
                # A page that moves on by itself would break off the next one in its tab.
                self.spoiled = True
                raise moved(self._url) from None
            if OVERRAN in error.message:
                raise overran(self._url, self._bound) from None
            self.spoiled = True
            if any(sign in error.message for sign in CRASHED):
                raise crashed(self._url) from None
            raise unreachable(self._url, _reason(error)) from None
        return answer

    def run_axe(self, world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
        return run_axe(world, script, options)

    def close(self) -> None:
        with contextlib.suppress(Error, TimeoutError):
            call(self._loop, self._session.detach(), _CLOSING)


class _KeptTab(PlaywrightTab):
    """A tab of our own browser, which serves the next page of its condition unless this one spoiled it."""

    def __init__(
        self, page: Page, session: CDPSession, engine: PlaywrightEngine, condition: Condition
    ) -> None:
        super().__init__(page, session, engine.loop, engine.bound)
        self._engine, self._condition = engine, condition
        self._carries: Path | None = None
        self._rests = True
        page.on("crash", self._crash)

    def _crash(self, page: Page) -> None:
        self.spoiled = True

    def navigate(self, url: str) -> None:
        self._rests = False
        super().navigate(url)

    def run_axe(self, world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
        results = super().run_axe(world, script, options)
        if self._carries is None:
            # The tab's next pages come with it, which costs half of handing it to each. Their frames do not: in a
            # sandbox without scripts axe would tell the page that it begins, and never end.
            source = f"if (window === window.top) {{ {script.read_text(encoding='utf-8')} }}"
            self.send("Page.addScriptToEvaluateOnNewDocument", {"source": source, "worldName": WORLD})
            self._carries = script
        return results

    def close(self) -> None:
        if self.spoiled:
            self.end()
        else:
            self._engine.idle[self._condition] = self

    def rest(self) -> bool:
        """Leave the page, whose timers would go on beside those of the page in another tab; whether it could."""
        if not self._rests:
            try:
                call(self._loop, self._page.goto("about:blank", timeout=_CLOSING * 1000), _CLOSING)
            except (Error, TimeoutError):
                self.end()
                return False
        self._rests = True
        return True

    def serves(self) -> bool:
        """Whether the tab can take another page: since its last one it may have crashed, or begun to hang."""
        if not self.spoiled:
            try:
                call(self._loop, self._session.send("Runtime.evaluate", {"expression": "0"}), _CLOSING)
                return True
            except (Error, TimeoutError):
                self.spoiled = True
        self.end()
        return False

    def end(self) -> None:
        """Close the tab for good."""
        with contextlib.suppress(Error, TimeoutError):
            call(self._loop, self._page.close(), _CLOSING)


class SyncTab:
    """A :class:`Tab` over a page of Playwright's synchronous API, judged where it stands and left open.

    That API has no bound for DevTools commands, so the page is asked first whether it answers at all.
    """

    def __init__(self, page: SyncPage, bound: float) -> None:
        self._url, self._bound = page.url, bound
        try:
            page.locator("html").first.wait_for(state="attached", timeout=bound * 1000)
            self._session = page.context.new_cdp_session(page)
        except LoadTimeout:
            raise too_slow(self._url, bound) from None
        except Error as error:
            raise _no_session(error) from None

    def navigate(self, url: str) -> None:
        """Not offered: the page belongs to its test."""
        raise NotImplementedError

    def send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = self._session.send(method, dict(parameters))
        except Error as error:
            if any(sign in error.message for sign in GONE):
                raise moved(self._url) from None
            if OVERRAN in error.message:
                raise overran(self._url, self._bound) from None
            raise unreachable(self._url, _reason(error)) from None
        return answer

    def run_axe(self, world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
        return run_axe(world, script, options)

    def close(self) -> None:
        with contextlib.suppress(Error):
            self._session.detach()


async def async_tab(page: Page, bound: float) -> PlaywrightTab:
    """A tab over a page of the asynchronous API; it is to be used from a thread other than the page's.

    :raises DesignsysError: the page's browser is not Chromium.
    """
    try:
        session = await page.context.new_cdp_session(page)
    except Error as error:
        raise _no_session(error) from None
    return PlaywrightTab(page, session, asyncio.get_running_loop(), bound)


def _no_session(error: Error) -> DesignsysError:
    """Only Chromium offers the isolated world that the checks need."""
    return DesignsysError(
        en=f"assert_accessible judges pages of Chromium, Chrome and Edge only ({_reason(error)}): run this test there.",
        ja=f"assert_accessible が判定できるのは Chromium、Chrome、Edge のページだけです（{_reason(error)}）。このテストをそのブラウザーで実行してください。",
    )


def run_axe(world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
    """Axe in the isolated world, as Playwright's tabs run it."""
    if not all(world.everywhere(f"typeof axe === 'object' && {ALL_FRAMES}")):
        source = script.read_text(encoding="utf-8")
        world.everywhere(f"if (typeof axe !== 'object') {{ {source} }}; {ALL_FRAMES}")
    # What passed would be most of what is handed over.
    kept = "({violations, incomplete}) => ({violations, incomplete})"
    results: dict[str, Any] = world.settle(f"axe.run({json.dumps(options)}).then({kept})")
    return results


class PlaywrightEngine:
    """One Chromium, with one context a condition."""

    def __init__(self, bound: float) -> None:
        self.bound = bound
        self.idle: dict[Condition, _KeptTab] = {}
        self._contexts: dict[Condition, BrowserContext] = {}
        executable = find_browser()
        self._own = _Loop()
        self.loop = self._own.loop
        try:
            self._playwright, self._browser = call(self.loop, self._launch(executable), _STARTING)
        except (Error, TimeoutError, OSError) as error:
            self._own.close()
            raise _no_start(executable, error) from None

    def _restart(self) -> None:
        """Start the browser anew after it crashed or was killed; the pages after it are judged as ever."""
        self.idle.clear()
        self._contexts.clear()
        with contextlib.suppress(Error, TimeoutError):
            call(self.loop, self._playwright.stop(), _CLOSING)
        executable = find_browser()
        try:
            self._playwright, self._browser = call(self.loop, self._launch(executable), _STARTING)
        except (Error, TimeoutError, OSError) as error:
            raise _no_start(executable, error) from None

    async def _launch(self, executable: Path) -> tuple[Playwright, Browser]:
        playwright = await async_playwright().start()
        try:
            arguments = [*launch_arguments(), *judging_arguments()]
            return playwright, await playwright.chromium.launch(executable_path=executable, args=arguments)
        except BaseException:
            await playwright.stop()
            raise

    def open(self, condition: Condition) -> Tab:
        if not self._browser.is_connected():
            self._restart()
        kept = self.idle.pop(condition, None)
        self.idle = {other: tab for other, tab in self.idle.items() if tab.rest()}
        if kept and kept.serves():
            return kept
        try:
            page, session = call(self.loop, self._open(condition), _STARTING)
        except (Error, TimeoutError):
            # The browser went away since it was asked, or hangs: another one serves the page.
            self._restart()
            try:
                page, session = call(self.loop, self._open(condition), _STARTING)
            except (Error, TimeoutError) as error:
                raise unreachable("about:blank", _reason(error)) from None
        return _KeptTab(page, session, self, condition)

    async def _open(self, condition: Condition) -> tuple[Page, CDPSession]:
        context = self._contexts.get(condition)
        if context is None:
            context = self._contexts[condition] = await self._browser.new_context(
                viewport={"width": condition.width, "height": condition.height},
                device_scale_factor=condition.zoom / 100,
            )
            await context.add_init_script(NO_DIALOGS)
        page = await context.new_page()
        session = await context.new_cdp_session(page)
        agent = (await session.send("Browser.getVersion"))["userAgent"]
        for method, parameters in emulation(condition, agent):
            await session.send(method, parameters)
        return page, session

    def close(self) -> None:
        with contextlib.suppress(Error, TimeoutError):
            call(self.loop, self._browser.close(), _CLOSING)
        with contextlib.suppress(Error, TimeoutError):
            call(self.loop, self._playwright.stop(), _CLOSING)
        self._own.close()


def _reason(error: BaseException) -> str:
    code = re.search(r"net::(ERR_\w+)", str(error))
    lines = str(error).splitlines()
    return code[1] if code else (lines[0].removeprefix("Page.goto: ") if lines else type(error).__name__)


def _no_start(executable: Path, error: BaseException) -> DesignsysError:
    return DesignsysError(
        en=f"the browser {executable} did not start ({_reason(error)}): set DESIGNSYS_BROWSER to a Chromium, Chrome or Edge that runs.",
        ja=f"ブラウザー {executable} を起動できません（{_reason(error)}）。DESIGNSYS_BROWSER に、動く Chromium、Chrome、Edge のパスを書いてください。",
    )
