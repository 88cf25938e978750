"""Serves the site on this machine while it is being written: a saved file shows in the open page.

A change of CSS swaps the style sheet in the page; any other change builds anew and reloads.
Not a server for the public.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import shutil
import threading
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from designsys import resources
from designsys.docs.building import Built, build
from designsys.docs.theme_maker import Answer, ThemeMaker
from designsys.docs.watch import Watcher
from designsys.errors import DesignsysError

__all__ = ["CSP", "State", "serve", "server"]

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; require-trusted-types-for 'script'"
)
"""ARCHITECTURE §3's policy, with what Pagefind's WebAssembly and the frames of examples need."""

_PAUSE = 0.2  # seconds between two looks at the files

STATE = "/_live.json"
"""Where an open page asks whether it is still the newest."""


class State:
    """The build that is being served.

    :param folder: where it lies.
    :param maker: the theme maker, where it is to answer.
    """

    def __init__(self, folder: Path, maker: ThemeMaker | None = None) -> None:
        self.folder = folder
        self.maker = maker
        self.pages = 0
        self.styles = 0


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, state: State) -> None:
        self.state = state
        super().__init__(*args, directory=str(state.folder))

    def do_GET(self) -> None:
        if self.path.partition("?")[0] == STATE:
            state = {"pages": self.state.pages, "styles": self.state.styles}
            self._send(Answer(json.dumps(state), "application/json"))
            return
        answer = self.state.maker.answer(self.path) if self.state.maker else None
        if answer is not None:
            self._send(answer)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """An open page still asks for the style sheet it was built with: give the newest."""
        found = Path(super().translate_path(path))
        if not found.exists() and found.suffix in (".css", ".js") and found.parent.is_dir():
            newest = sorted(found.parent.glob(f"{found.name.partition('.')[0]}.*{found.suffix}"))
            return str(newest[-1] if newest else found)
        return str(found)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        # Windows takes types from its registry, where .js may be plain text.
        kind = "text/javascript" if str(path).endswith(".js") else super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def _send(self, answer: Answer) -> None:
        body = answer.text.encode("utf-8")
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are nobody's news."""


def server(state: State, port: int = 0) -> ThreadingHTTPServer:
    """A server for a built site, with the CSP as a header; not started yet.

    :param port: 0 takes any free one.
    :raises DesignsysError: when the port is taken.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state=state))
    except OSError:
        raise DesignsysError(
            en=f"port {port} is in use; choose another with --port.",
            ja=f"ポート {port} は使われています。--port で別の番号を指定してください。",
        ) from None


def serve(
    out: Path,
    port: int,
    components: Iterable[Path] = (),
    results: Path | None = None,
    tell: Callable[[str], None] = print,
    stop: threading.Event | None = None,
) -> None:
    """Build the site, serve it, and follow every change until it is stopped.

    :param out: an empty folder for the builds.
    :param port: 0 takes any free one.
    :param tell: is given the address, and the errors of a build that failed.
    :param stop: ends the serving when set; Ctrl+C does too.
    :raises DesignsysError: when the first build fails or the port is taken.
    """
    components = tuple(components)
    stop = stop or threading.Event()
    watcher = Watcher(
        [Path(resources.components()), Path(resources.tokens()), Path(resources.docs_site()), *components]
    )
    numbers = itertools.count()
    state = State(out)

    def rebuild() -> Built:
        # Each build has a folder of its own: an open page is served from the old one until the new one is whole.
        return build(out / str(next(numbers)), components, results, live=True)

    with server(state, port) as http:
        built = rebuild()
        state.folder, state.maker = built.out, built.maker
        threading.Thread(target=http.serve_forever, daemon=True).start()
        tell(f"http://127.0.0.1:{http.server_port}/")
        with contextlib.suppress(KeyboardInterrupt):
            while not stop.wait(_PAUSE):
                changed = watcher.changed()
                if changed:
                    built = _follow(changed, built, rebuild, state, tell)
        http.shutdown()


def _follow(
    changed: set[Path], built: Built, rebuild: Callable[[], Built], state: State, tell: Callable[[str], None]
) -> Built:
    """Build what the change touches; a fault is told, and the last good build stays."""
    try:
        if all(path.suffix == ".css" for path in changed):
            built.assets.write_styles()
            state.styles += 1
            return built
        new = rebuild()
    except DesignsysError as error:
        tell(f"designsys: {error}")
        return built
    state.folder, state.maker = new.out, new.maker
    state.pages += 1
    shutil.rmtree(built.out, ignore_errors=True)
    return new
