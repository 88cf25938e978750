"""A server on 127.0.0.1 that answers as a test wants, and remembers what it was asked."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from designsys.audit.politeness import Pace
from designsys.audit.targets.fetching import Fetcher

Reply = str | bytes | tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """Answers by path with its query; a ``{root}`` in a text is the server's address.

    A text is HTML, bytes are a file; a tuple is status, headers and body.
    """

    url: str = ""
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [path for path, _ in self.asked]

    def reply(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """The answer to a path."""
        page = self.pages.get(path, (404, {}, b""))
        html = {"Content-Type": "text/html; charset=utf-8"}
        if isinstance(page, str):
            return 200, html, page.replace("{root}", self.url).encode()
        if isinstance(page, bytes):
            return (
                200,
                {"Content-Type": "application/octet-stream"},
                page.replace(b"{root}", self.url.encode()),
            )
        status, headers, body = page
        placed = {name: value.replace("{root}", self.url) for name, value in headers.items()}
        return status, html | placed, body.replace(b"{root}", self.url.encode())


@pytest.fixture
def site() -> Iterator[Site]:
    """An empty site, to be filled by the test."""
    place = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place.asked.append((self.path, dict(self.headers)))
            status, headers, body = place.reply(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            while self.path.startswith("/drip") and not place.over.wait(0.02):
                self.wfile.write(b" ")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    place.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield place
    place.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher() -> Fetcher:
    """Asks as the gate does, with a bound of five seconds."""
    return Fetcher(Pace(), 5.0)
