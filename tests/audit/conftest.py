"""The page that must pass, its broken copies, and engines that the whole session shares."""

from __future__ import annotations

import contextlib
import dataclasses
import http.server
import importlib
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from designsys.audit import engines
from designsys.audit.conditions import BASE, CONDITIONS, Condition
from designsys.audit.findings import Result
from designsys.audit.page import LoadedPage, load
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import LocalServer, addresses
from designsys.audit.workers import Lent

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(autouse=True)
def chosen_checks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves a test only the checks that it is about, since all of them on every page would take an hour.

    ``@pytest.mark.checks("axe", "focus_visible")`` names modules; without it those of the spine, with
    ``@pytest.mark.checks("all")`` every one.
    """
    marker = request.node.get_closest_marker("checks")
    names = marker.args if marker else ("axe", "duplicate_id", "error_association")
    if "all" not in names:
        modules = [importlib.import_module(f"designsys.audit.checks.{name}") for name in names]
        monkeypatch.setattr("designsys.audit.run.all_checks", lambda: modules)


BOUND = 15.0


def _substitute(pattern: str, replacement: str, html: str) -> str:
    broken, count = re.subn(pattern, replacement, html, count=1, flags=re.DOTALL)
    assert count == 1, f"the page has nothing to break at {pattern}"
    return broken


def break_page(html: str, fault: str) -> str:
    """A page of our components with one fault: label, alt, contrast, lang, error or noscript.

    The page needs a text input with a label, and for ``error`` one whose ``X-error`` is shown.
    """
    match fault:
        case "label":
            return _substitute(r'(<label\b[^>]*\bfor=")([^"]+)(")', r"\1\2-gone\3", html)
        case "alt":
            return _substitute(r"</main>", '<p><img id="broken-alt" src="/missing.png"></p></main>', html)
        case "contrast":
            style = "<style>@media (prefers-color-scheme: dark) { h1:not(#x) { color: #333; } }</style>"
            return _substitute(r"</head>", style + "</head>", html)
        case "lang":
            return _substitute(r'(<html\b[^>]*?)\s+lang="[^"]*"', r"\1", html)
        case "error":
            field = r'(<(?:input|select|textarea)\b[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*?)\s*\b[\w-]+-error(?=[\s"])'
            return _substitute(field, r"\1", html)
        case "noscript":
            return _substitute(
                r"</main>",
                '<noscript><p><img id="broken-noscript" src="/missing.png"></p></noscript></main>',
                html,
            )
    raise ValueError(fault)


@pytest.fixture(scope="session")
def broken() -> Callable[[str, str], str]:
    """:func:`break_page`, for the tests of other folders' pages too."""
    return break_page


@pytest.fixture(scope="session")
def good_page() -> str:
    return (PAGES / "good.html").read_text(encoding="utf-8")


class Engines:
    """Starts each engine once, when a test first asks for it."""

    def __init__(self, bound: float) -> None:
        self._bound = bound
        self._running: dict[str, engines.Engine] = {}

    def __getitem__(self, name: str) -> engines.Engine:
        if name not in self._running:
            self._running[name] = engines.start(name, self._bound)
        return self._running[name]

    def lend(self, name: str) -> Callable[[], engines.Engine]:
        """What starts a worker's browser for a run: this one, which the run's end does not close."""
        return lambda: Lent(self[name])

    def renew(self, name: str) -> None:
        """Have the next test that asks for an engine get a new browser."""
        if name in self._running:
            self._running.pop(name).close()

    def close(self) -> None:
        for engine in self._running.values():
            engine.close()


@pytest.fixture(scope="session")
def running() -> Iterator[Engines]:
    started = Engines(BOUND)
    yield started
    started.close()


@pytest.fixture(scope="module")
def hasty() -> Iterator[Engines]:
    """Both engines with a bound of 3 seconds."""
    started = Engines(3.0)
    yield started
    started.close()


Judge = Callable[..., Result]


@pytest.fixture(scope="session")
def judge_html(running: Engines) -> Iterator[Judge]:
    """Judge one page's HTML, served beside the pages of this folder."""
    pages: dict[str, str] = {}
    server = LocalServer(PAGES, pages)

    def judge(
        html: str, engine: str = "playwright", conditions: tuple[Condition, ...] = CONDITIONS
    ) -> Result:
        path = f"/page-{len(pages)}.html"
        pages[path] = html
        with addresses([server.url + path]) as found:
            return run(plan(found, conditions), running.lend(engine), BOUND)

    yield judge
    server.close()


@pytest.fixture
def load_html(running: Engines) -> Iterator[Callable[..., LoadedPage]]:
    """Load a page with this body, and files beside it by their paths; what it gives is judged by nobody yet."""
    with contextlib.ExitStack() as stack:

        def load_one(body: str, files: dict[str, str] | None = None, *, scripts: bool = True) -> LoadedPage:
            server = LocalServer(None, {"/page.html": _document(body), **(files or {})})
            stack.callback(server.close)
            condition = dataclasses.replace(BASE, scripts=scripts)
            tab = running["playwright"].open(condition)
            stack.callback(tab.close)
            return load(tab, f"{server.url}/page.html", condition, BOUND)

        yield load_one


def _document(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title>{head}</head>'
        f"<body><main><h1>試験</h1>{body}</main></body></html>"
    )


_IMAGE = '<img id="bad" src="/missing.png">'
_STRICT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; "
    "require-trusted-types-for 'script'"
)

# Answers of a server that means ill: headers and body by path. A None body never ends.
HOSTILE: dict[str, tuple[int, dict[str, str], str | None]] = {
    "/strict": (
        200,
        {"Content-Security-Policy": _STRICT},
        _document(_IMAGE + "<script>document.title = ''</script>"),
    ),
    "/sandbox": (200, {"Content-Security-Policy": "sandbox"}, _document(f"<noscript>{_IMAGE}</noscript>")),
    "/sandboxed-frame": (200, {}, _document('<iframe title="中" sandbox src="/image"></iframe>' + _IMAGE)),
    "/endless": (200, {}, None),
    "/endless-image": (200, {"Content-Type": "image/png"}, None),
    "/endless-part": (200, {}, _document('<img alt="" src="/endless-image">')),
    "/loop": (200, {}, _document("<script>for (;;);</script>")),
    "/late-loop": (200, {}, _document("<script>onload = () => setTimeout(() => { for (;;); }, 50)</script>")),
    "/dialogs": (200, {}, _document(f"<script>alert(1); confirm(2); prompt(3)</script>{_IMAGE}")),
    "/late-dialogs": (200, {}, _document(f"{_IMAGE}<script>onload = () => setInterval(alert, 20)</script>")),
    "/error": (500, {}, _document("Internal Server Error")),
    "/redirects": (302, {"Location": "/redirects"}, ""),
    "/download": (200, {"Content-Type": "application/octet-stream"}, "x"),
    "/text": (200, {"Content-Type": "text/plain"}, "x"),
    "/image": (200, {}, _document(_IMAGE)),
    "/frame": (200, {}, _document('<iframe id="inner" title="中" src="/image"></iframe>')),
    "/onward": (200, {}, _document("", '<meta http-equiv="refresh" content="0;url=/image">')),
    "/shadow": (
        200,
        {},
        _document(f'<div id="host"><template shadowrootmode="open">{_IMAGE}</template></div>'),
    ),
    "/mirror": (
        200,
        {},
        _document(
            '<p id="script">動かない</p><script>document.querySelector("#script").textContent = "動いた"</script>'
        ),
    ),
    "/broken-prototypes": (
        200,
        {},
        _document(
            _IMAGE + "<script>Array.prototype.map = Object.keys = () => { throw 1 }; window.axe = 1</script>"
        ),
    ),
}


class _Hostile(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = HOSTILE.get(self.path.split("?")[0], (404, {}, ""))
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        if body is None:
            if "image" not in self.path:
                self.wfile.write(b"<!doctype html><title>x</title><p>")
            self.wfile.flush()
            self.server.ended.wait(60)  # type: ignore[attr-defined]
        else:
            self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def hostile() -> Iterator[str]:
    """The address of a server with every page of :data:`HOSTILE`."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Hostile)
    server.daemon_threads, server.block_on_close = True, False
    server.ended = threading.Event()  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.ended.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


_HEAD = '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{0}</title></head><body><main><h1>{0}</h1>'
_BAD = '<img id="bad" src="/missing.png">'
_APPLY = (
    _HEAD.format("申し込み")
    + '<form action="/second"><label for="n">名前</label><input id="n" name="n"><button id="next">次へ</button></form>'
    + '<button id="open" type="button">説明</button><div id="box"></div><script>'
    + "document.querySelector('#open').onclick = () => { document.querySelector('#box').innerHTML = '"
    + _BAD
    + "'; };"
    + "document.querySelector('#n').onkeydown = e => { if (e.key === 'Escape') document.querySelector('#box').innerHTML = '"
    + _BAD
    + "'; };</script></main>"
)


class _Service(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        inside = "session=1" in self.headers.get("Cookie", "")
        if path == "/apply":
            body = _APPLY
        elif path == "/second":
            name = parse_qs(query).get("n", [""])[0]
            body = _HEAD.format("確認") + (
                f"<p>{name}</p>{_BAD}</main>" if name == "山田" else "<p>なし</p></main>"
            )
        elif path == "/login":
            body = (
                _HEAD.format("ログイン")
                + '<form action="/enter"><label for="p">合言葉</label><input id="p" name="p"><button>入る</button></form></main>'
            )
        elif path == "/enter" and "p=open" in query:
            self.send_response(303)
            self.send_header("Set-Cookie", "session=1; Path=/")
            self.send_header("Location", "/inside")
            self.end_headers()
            return
        elif path == "/inside" and inside:
            body = _HEAD.format("マイページ") + f'<p id="hello">ようこそ</p>{_BAD}</main>'
        else:
            body = _HEAD.format("入れません") + "</main>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a small service: a form of two steps, and a page behind a login."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Service)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
