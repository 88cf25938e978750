"""Starts browsers on a Selenium Grid 4, and ends one that hangs there.

The grid chooses the node; the node's stereotype names the browser and the switches that it needs on that machine.
Whether a node reaches the pages cannot be known here.
"""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any
from urllib.parse import unquote, urlsplit

import websocket
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from urllib3.exceptions import HTTPError

from designsys.audit.masking import mask
from designsys.errors import DesignsysError

__all__ = ["Grid"]

# What a hub says of its nodes, it says at once.
_ANSWERING = 5
_LOOKING = 0.5
# A browser takes its time on a busy node; and where somebody else was quicker, the hub lets the request wait.
_STARTING = 60


class Grid:
    """A Selenium Grid 4, where several threads may each have a session.

    :param address: of the hub, or of a standalone server.
    :param bound: seconds that a node may take to become free.
    :raises DesignsysError: it is no http or https address.
    """

    def __init__(self, address: str, bound: float) -> None:
        self._shown, self._bound = mask(address.rstrip("/")), bound
        try:
            parts = urlsplit(address.rstrip("/"))
            self._user, self._password = unquote(parts.username or ""), unquote(parts.password or "")
            self._address = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
            is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_web = False
        if not is_web:
            raise DesignsysError(
                en=f"'{self._shown}' is no address of a Selenium Grid: write it like http://grid.example.jp:4444.",
                ja=f"「{self._shown}」は Selenium Grid のアドレスではありません。http://grid.example.jp:4444 のように書いてください。",
            )

    def start(self, options: webdriver.ChromeOptions) -> webdriver.Remote:
        """A browser on a node, started with these options beside those of the node's stereotype.

        :raises DesignsysError: the grid does not answer, has no free node, or starts no browser.
        """
        deadline = time.monotonic() + self._bound
        while not self._has_free_node():
            if time.monotonic() > deadline:
                raise self._no_node()
            time.sleep(_LOOKING)
        try:
            return webdriver.Remote(self._address, options=options, client_config=self._config(_STARTING))
        except (WebDriverException, HTTPError, OSError) as error:
            reason = (getattr(error, "msg", None) or str(error) or type(error).__name__).splitlines()[0]
            raise DesignsysError(
                en=f"the Selenium Grid {self._shown} started no browser ({reason}): check browser and driver of its nodes.",
                ja=f"Selenium Grid {self._shown} でブラウザーを起動できません（{reason}）。ノードのブラウザーとドライバーを確かめてください。",
            ) from None

    def kill(self, driver: webdriver.Remote) -> None:
        """Stop a browser that no longer answers; never raises."""
        # ChromeDriver answers nothing more, but the grid passes a line of DevTools on, past it (Grid 4.48, measured).
        line = f"ws{self._address.removeprefix('http')}/session/{driver.session_id}/se/cdp"
        with contextlib.suppress(websocket.WebSocketException, OSError, ValueError):
            devtools = websocket.create_connection(
                line, timeout=_ANSWERING, header=self._config(_ANSWERING).get_auth_header()
            )
            devtools.send(json.dumps({"id": 1, "method": "Browser.close"}))
            devtools.recv()
            devtools.close()
        connection: Any = driver.command_executor
        connection.client_config.timeout = _ANSWERING
        with contextlib.suppress(WebDriverException, HTTPError, OSError):
            driver.quit()

    def _config(self, timeout: int) -> ClientConfig:
        return ClientConfig(self._address, timeout=timeout, username=self._user, password=self._password)

    def _has_free_node(self) -> bool:
        nodes = [node for node in self._status().get("nodes", ()) if node["availability"] == "UP"]
        return any(
            slot["session"] is None and slot["stereotype"].get("browserName") == "chrome"
            for node in nodes
            if sum(slot["session"] is not None for slot in node["slots"]) < node["maxSessions"]
            for slot in node["slots"]
        )

    def _status(self) -> dict[str, Any]:
        connection: Any = RemoteConnection(client_config=self._config(_ANSWERING))
        connection.add_command("status", "GET", "/status")
        try:
            answer = connection.execute("status", {})
        except (HTTPError, OSError) as error:
            cause = getattr(error, "reason", None) or error
            raise self._no_grid(str(cause).rpartition(": ")[2]) from None
        finally:
            connection.close()
        if not isinstance(answer["value"], dict):
            raise self._no_grid(f"HTTP {answer['status']}" if answer["status"] else "/status: no JSON")
        status: dict[str, Any] = answer["value"]
        return status

    def _no_grid(self, reason: str) -> DesignsysError:
        return DesignsysError(
            en=f"the Selenium Grid {self._shown} does not answer ({reason}): check the address and that the hub runs.",
            ja=f"Selenium Grid {self._shown} が応答しません（{reason}）。アドレスと、ハブが動いているかを確かめてください。",
        )

    def _no_node(self) -> DesignsysError:
        return DesignsysError(
            en=f"the Selenium Grid {self._shown} had no free node with Chrome within {self._bound:g} seconds: start a node, or use fewer at once.",
            ja=f"Selenium Grid {self._shown} に、Chrome のノードの空きが{self._bound:g}秒待ってもありません。ノードを起動するか、同時に使う数を減らしてください。",
        )
