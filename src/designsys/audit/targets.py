"""From what a person names - an address, a folder, a file - to addresses that a browser can open.

Folders are served over HTTP on 127.0.0.1, so that root-relative links work as they
will on the city's server. Links are not followed.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

from designsys.audit.masking import mask
from designsys.errors import DesignsysError

__all__ = ["Address", "LocalServer", "addresses"]


@dataclass(frozen=True, slots=True)
class Address:
    """One page.

    :param url: what the browser opens.
    :param shown: what reports call it; the same in every run, which a server's port is not.
    """

    url: str
    shown: str


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


@contextlib.contextmanager
def addresses(targets: Iterable[str]) -> Iterator[list[Address]]:
    """The pages of all targets, each once; folders are served while the context lasts.

    :param targets: http, https or file URLs, folders, and single HTML files.
    :raises DesignsysError: a target is none of these, or holds no page.
    """
    with contextlib.ExitStack() as stack:
        found: dict[str, Address] = {}
        for target in targets:
            for address in _of(target, stack):
                found.setdefault(address.shown, address)
        yield list(found.values())


def _of(target: str, stack: contextlib.ExitStack) -> list[Address]:
    if not target:
        raise _unknown(target)
    scheme = urlsplit(target).scheme.lower()
    if scheme in ("http", "https"):
        if not urlsplit(target).hostname:
            raise _unknown(target)
        return [Address(target, target)]
    path = Path(url2pathname(urlsplit(target).path)) if scheme == "file" else Path(target)
    if scheme == "file" and path.is_file():
        return [Address(target, target)]
    if path.is_file() and path.suffix.lower() in (".html", ".htm", ".xhtml"):
        return _serve(path.parent, [path], stack)
    if path.is_dir():
        pages = sorted(
            page for page in path.rglob("*.htm*") if page.is_file() and not _hidden(page.relative_to(path))
        )
        if not pages:
            raise DesignsysError(
                en=f"there is no HTML page in the folder '{target}': name the folder that holds the .html files.",
                ja=f"フォルダー「{target}」にHTMLのページがありません。.html のあるフォルダーを指定してください。",
            )
        return _serve(path, pages, stack)
    raise _unknown(target)


def _serve(folder: Path, pages: list[Path], stack: contextlib.ExitStack) -> list[Address]:
    server = LocalServer(folder)
    stack.callback(server.close)
    return [
        Address(f"{server.url}/{quote(page.relative_to(folder).as_posix())}", page.as_posix())
        for page in pages
    ]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _unknown(target: str) -> DesignsysError:
    return DesignsysError(
        en=f"'{mask(target)}' is neither an address nor a folder: write https://… or the path of a folder with HTML pages.",
        ja=f"「{mask(target)}」はアドレスでもフォルダーでもありません。https://… か、HTMLのあるフォルダーのパスを書いてください。",
    )
