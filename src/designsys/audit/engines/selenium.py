"""Judges pages with Selenium and ChromeDriver, running axe through axe-selenium-python.

One window serves every page, since a condition is set anew for each. The browser is this
machine's, or one that a Selenium Grid chooses; neither browser nor driver is downloaded.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Protocol

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from urllib3.exceptions import HTTPError, MaxRetryError

from designsys.audit.browser import find_browser, find_driver, judging_arguments, launch_arguments
from designsys.audit.conditions import Condition
from designsys.audit.emulation import emulation
from designsys.audit.engines import ALL_FRAMES, NO_DIALOGS, OVERRAN, Tab, World
from designsys.audit.failures import Unjudged, crashed, moved, overran, too_slow, unreachable
from designsys.audit.selenium_grid import Grid
from designsys.errors import DesignsysError

__all__ = ["SeleniumEngine", "SeleniumTab", "start", "start_on"]

_GONE = (
    "Cannot find context",
    "uniqueContextId not found",
    "Frame with the given id",
    "No frame for given id",
)

# What ChromeDriver, a node and a hub say of a browser or a node that went away.
_LOST = (
    "invalid session id",
    "disconnected",
    "tab crashed",
    "not reachable",
    "no such window",
    "session deleted",
    "not connected to DevTools",
    "unable to receive message from renderer",
    "Unable to find session",
    "Connection refused",
    "Failed to connect",
)

_STARTING = 60.0


def start(bound: float) -> SeleniumEngine:
    """Start Chromium and ChromeDriver for :func:`designsys.audit.engines.start`."""
    return SeleniumEngine(bound, _Machine())


def start_on(grid: str, bound: float) -> SeleniumEngine:
    """Start a session on a Selenium Grid for :func:`designsys.audit.engines.start`.

    :param grid: the address of the hub, or of a standalone server.
    :param bound: seconds that a node may take to become free; a load, or a command, may take as long.
    :raises DesignsysError: it does not answer, has no free node, or starts no browser.
    """
    return SeleniumEngine(bound, Grid(grid, bound))


class _WorldAsDriver:
    """Lets axe-selenium-python (2.1.6 and 3.x alike) work in the isolated world, in every frame."""

    def __init__(self, world: World) -> None:
        self._world = world

    def execute_script(self, source: str) -> None:
        self._world.everywhere(f"{source};0")

    def execute_async_script(self, body: str) -> Any:
        return self._world.settle(f"new Promise(resolve => (function () {{ {body} }})(resolve))")


class SeleniumTab:
    """A :class:`Tab` over the driver's one window."""

    def __init__(self, engine: SeleniumEngine, bound: float) -> None:
        self._engine, self._bound, self._url = engine, bound, "about:blank"
        self._driver = engine.driver

    def navigate(self, url: str) -> None:
        self._url = url
        try:
            # A download leaves the old page standing; this one cannot be mistaken for an answer.
            self._driver.get("about:blank")
            self._driver.get(url)
        except TimeoutException:
            self._engine.stop()
            raise too_slow(url, self._bound) from None
        except (HTTPError, OSError) as error:
            self._engine.kill()
            raise _no_answer(error, url, self._bound) from None
        except WebDriverException as error:
            self._refuse_lost(error)
            raise unreachable(url, _reason(error)) from None

    def _refuse_lost(self, error: WebDriverException) -> None:
        """A window whose tab crashed serves no page any more: the browser is started anew."""
        if any(sign in (error.msg or "") for sign in _LOST):
            self._engine.kill()
            raise crashed(self._url) from None

    def send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        if not self._engine.runs(self._driver):
            # An empty window of the next browser would be judged in place of this page.
            raise too_slow(self._url, self._bound)
        begun = time.monotonic()
        try:
            answer = _send(self._driver, method, parameters)
        except (TimeoutException, HTTPError, OSError) as error:
            # A command that a navigation breaks off ends as a time-out too, but at once (ChromeDriver 156, measured).
            if isinstance(error, TimeoutException) and time.monotonic() - begun < self._bound / 2:
                raise moved(self._url) from None
            # ChromeDriver answers nothing more while a command hangs.
            self._engine.kill()
            raise _no_answer(error, self._url, self._bound) from None
        except WebDriverException as error:
            if any(sign in (error.msg or "") for sign in _GONE):
                raise moved(self._url) from None
            if OVERRAN in (error.msg or ""):
                raise overran(self._url, self._bound) from None
            self._refuse_lost(error)
            raise unreachable(self._url, _reason(error)) from None
        if answer is None:
            raise unreachable(self._url, "no answer")
        return answer

    def run_axe(self, world: World, script: Path, options: Mapping[str, Any]) -> dict[str, Any]:
        axe = Axe(_WorldAsDriver(world), script_url=str(script))
        axe.inject()
        world.everywhere(ALL_FRAMES)
        results: dict[str, Any] = axe.run(options=json.dumps(options))
        return results

    def close(self) -> None:
        """Nothing to let go: the window serves the next page."""


class _Place(Protocol):
    """Where the browser runs."""

    def start(self, options: webdriver.ChromeOptions) -> webdriver.Remote:
        """A browser with one window, started with at least these options.

        :raises DesignsysError: there is none to be had.
        """

    def kill(self, driver: webdriver.Remote) -> None:
        """Stop a browser that no longer answers; never raises and never waits long."""


class _Machine:
    """This machine, with a ChromeDriver of its own for each browser."""

    def __init__(self) -> None:
        self._browser, self._chromedriver = find_browser(), find_driver()

    def start(self, options: webdriver.ChromeOptions) -> webdriver.Remote:
        options.binary_location = str(self._browser)
        for switch in launch_arguments():
            options.add_argument(switch)
        try:
            return _started(options, Service(str(self._chromedriver)))
        except (WebDriverException, OSError) as error:
            raise DesignsysError(
                en=f"the browser {self._browser} did not start under ChromeDriver ({_reason(error)}): both need the same version.",
                ja=f"ChromeDriver からブラウザー {self._browser} を起動できません（{_reason(error)}）。両方の版をそろえてください。",
            ) from None

    def kill(self, driver: webdriver.Remote) -> None:
        browser = driver.capabilities.get("goog:processID")
        with contextlib.suppress(OSError):
            if browser:
                os.kill(browser, signal.SIGTERM)
        local: Any = driver
        local.service.stop()


class SeleniumEngine:
    """One browser, started again after a page that hung it.

    :param bound: seconds that a load, or a command, may take.
    :param place: where it runs.
    """

    def __init__(self, bound: float, place: _Place) -> None:
        self._bound, self._place = bound, place
        self._driver: webdriver.Remote | None = self._start()

    @property
    def driver(self) -> webdriver.Remote:
        """The running driver.

        :raises Unjudged: it had to be started again, and could not.
        """
        if self._driver is None:
            try:
                self._driver = self._start()
            except DesignsysError as error:
                # The page is lost, but the machine or the grid may recover for the pages behind it.
                raise Unjudged(en=error.en, ja=error.ja) from None
        return self._driver

    def runs(self, driver: webdriver.Remote) -> bool:
        """Whether this is the driver that runs, and was not stopped meanwhile."""
        return driver is self._driver

    def _start(self) -> webdriver.Remote:
        driver = self._place.start(_options())
        connection: Any = driver.command_executor
        connection.client_config.timeout = self._bound + 5
        # ChromeDriver's own page-load bound comes first; the connection's is for a renderer that is stuck.
        driver.set_page_load_timeout(self._bound)
        _send(driver, "Page.addScriptToEvaluateOnNewDocument", {"source": NO_DIALOGS})
        return driver

    def open(self, condition: Condition) -> Tab:
        try:
            return self._open(condition)
        except Unjudged:
            # The browser went away between two pages, or hangs: another one serves the next.
            self.kill()
            return self._open(condition)

    def _open(self, condition: Condition) -> Tab:
        tab = SeleniumTab(self, self._bound)
        agent = tab.send("Browser.getVersion", {})["userAgent"]
        for method, parameters in emulation(condition, agent):
            tab.send(method, parameters)
        return tab

    def stop(self) -> None:
        """Stop the browser; the next page starts another."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with contextlib.suppress(WebDriverException, HTTPError, OSError):
                driver.quit()

    def kill(self) -> None:
        """Stop a browser that no longer answers; the next page starts another."""
        driver, self._driver = self._driver, None
        if driver is not None:
            self._place.kill(driver)

    def close(self) -> None:
        self.stop()


def _no_answer(error: Exception, url: str, bound: float) -> Unjudged:
    """Who takes no connection has gone; who takes it and says nothing hangs."""
    return crashed(url) if isinstance(error, MaxRetryError) else too_slow(url, bound)


def _options() -> webdriver.ChromeOptions:
    """What a browser needs wherever it runs."""
    options = webdriver.ChromeOptions()
    options.unhandled_prompt_behavior = "dismiss"
    for switch in (
        "--headless=new",
        "--disable-dev-shm-usage",
        *judging_arguments(),
    ):
        options.add_argument(switch)
    return options


def _started(options: webdriver.ChromeOptions, service: Service) -> webdriver.Chrome:
    """A driver with its browser; Selenium itself would wait for a browser without end.

    :raises OSError: it is not there in time.
    """
    started: Future[webdriver.Chrome] = Future()

    def start() -> None:
        try:
            started.set_result(webdriver.Chrome(options=options, service=service))
        except BaseException as fault:
            started.set_exception(fault)

    threading.Thread(target=start, daemon=True).start()
    try:
        return started.result(_STARTING)
    except TimeoutError:
        with contextlib.suppress(AttributeError, OSError):
            service.process.kill()
        raise TimeoutError(f"not ready within {_STARTING:g} seconds") from None


def _send(driver: webdriver.Remote, method: str, parameters: Mapping[str, Any]) -> dict[str, Any] | None:
    """A DevTools command; by its name, since only a local driver has Selenium's method for it."""
    command = {"cmd": method, "params": dict(parameters)}
    answer: dict[str, Any] | None = driver.execute("executeCdpCommand", command)["value"]
    return answer


def _reason(error: BaseException) -> str:
    code = re.search(r"net::(ERR_\w+)", str(error))
    lines = (getattr(error, "msg", None) or str(error)).splitlines()
    return code[1] if code else (lines[0] if lines else type(error).__name__)
