"""Serves a folder of HTML over HTTP on 127.0.0.1, so that root-relative links work as on the city's server.

Links are not followed: every page in the folder is one. What a server would compute is not there.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from designsys.audit.targets.address import Address
from designsys.errors import DesignsysError

__all__ = ["LocalServer", "pages_of", "serve"]


class LocalServer:
    """Serves a folder, and pages from memory before it, on a free port of 127.0.0.1.

    :param folder: what answers; None for the pages from memory alone.
    :param pages: HTML by path (``"/x.html"``); may grow while the server runs.
    """

    def __init__(self, folder: Path | None = None, pages: Mapping[str, str] | None = None) -> None:
        handler = functools.partial(_Handler, folder=folder, pages=pages if pages is not None else {})
        self._server = _Server(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that breaks off a download is no news."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    # Windows takes these from its registry, where any program may have changed them.
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".html": "text/html",
        ".htm": "text/html",
        ".css": "text/css",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".json": "application/json",
    }

    def __init__(self, *args: Any, folder: Path | None, pages: Mapping[str, str]) -> None:
        self._folder, self._pages = folder, pages
        super().__init__(*args, directory=str(folder) if folder else None)

    def do_GET(self) -> None:
        page = self._pages.get(unquote(urlsplit(self.path).path))
        if page is not None:
            body = page.encode("utf-8", "surrogateescape")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif self._folder is None:
            self.send_error(404)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not news."""


def pages_of(folder: Path) -> list[Path]:
    """The HTML pages in a folder and the folders in it, in the order of their names; hidden ones are left out.

    :raises DesignsysError: there is none.
    """
    pages = sorted(
        page for page in folder.rglob("*.htm*") if page.is_file() and not _hidden(page.relative_to(folder))
    )
    if not pages:
        raise DesignsysError(
            en=f"there is no HTML page in the folder '{folder}': name the folder that holds the .html files.",
            ja=f"フォルダー「{folder}」にHTMLのページがありません。.html のあるフォルダーを指定してください。",
        )
    return pages


def serve(folder: Path, pages: list[Path], stack: contextlib.ExitStack) -> list[Address]:
    """The addresses of a folder's pages; it is served until the stack is left."""
    server = LocalServer(folder)
    stack.callback(server.close)
    return [
        Address(f"{server.url}/{quote(page.relative_to(folder).as_posix())}", page.as_posix())
        for page in pages
    ]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
