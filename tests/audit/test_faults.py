"""Every fault that a server or a page can have, in one run: each costs its own page at worst, and the run ends.

The run is done once an engine, with a page that is well after each that may not be judged; each test reads what became of one page.
"""

from __future__ import annotations

import contextlib
import http.server
import itertools
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from designsys.audit import engines
from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, PageResult
from designsys.audit.page import load
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import Address

# Each engine's run is done once, so its tests stay in one process.
ENGINES = [
    pytest.param(engine, marks=pytest.mark.xdist_group(f"faults-{engine}"))
    for engine in ("playwright", "selenium")
]
BOUND = 5.0
RUNS = 2

_BAD = '<img id="bad" src="/missing.png">'
_MEGABYTE = "広報" * 170_000


def _page(body: str = "", head: str = "") -> str:
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>お知らせ</title>{head}</head>'
        f"<body><main><h1>お知らせ</h1>{body}{_BAD}</main></body></html>"
    )


def _script(text: str) -> str:
    return _page(f"<script>{text}</script>")


@dataclass(frozen=True)
class Reply:
    """What the server does with a request.

    :param body: HTML, or a function that is given the handler and answers itself.
    :param reasons: one of these is in the sentence why the page could not be judged; none when it has to be judged.
    """

    body: str | Callable[[http.server.BaseHTTPRequestHandler], None]
    reasons: tuple[str, ...] = ()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


def _silent(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Take the request and say nothing until the tests are over."""
    handler.server.over.wait(300)  # type: ignore[attr-defined]


def _begun(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Begin a page and never end it."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.end_headers()
    handler.wfile.write(_page().encode()[:200])
    handler.wfile.flush()
    _silent(handler)


def _cut(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    body = _page().encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Content-Length", str(len(body) * 2))
    handler.end_headers()
    handler.wfile.write(body[:200])


def _closed(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Hang up without a word."""


def _killing(handler: http.server.BaseHTTPRequestHandler) -> None:
    """Answer nothing, since the tab that asks is gone."""
    _kill_tabs()


def _kill_tabs() -> None:
    """Kill the tabs that are open, as a crash does."""
    for process in _children(os.getpid()):
        with contextlib.suppress(OSError):
            if b"--type=renderer" in Path(f"/proc/{process}/cmdline").read_bytes():
                os.kill(process, signal.SIGKILL)


def _children(process: int) -> Iterator[int]:
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (thread / "children").read_text().split()):
                yield child
                yield from _children(child)


def _policy(value: str, body: str) -> Reply:
    return Reply(_page(body), headers=(("Content-Security-Policy", value),))


ANYHOW = ("",)
"""How far a page like this is judged depends on the machine; that the run goes on does not."""

_INLINE = "<p id=\"ran\">動かない</p><script>document.querySelector('#ran').textContent = '動いた'</script>"
_SELF = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"

REPLIES: dict[str, Reply] = {
    "hangs-before-the-answer": Reply(_silent, ("within",)),
    "hangs-in-the-answer": Reply(_begun, ("within",)),
    "hangs-by-script": Reply(_script("for (;;);"), ("within",)),
    "hangs-after-load": Reply(_script("onload = () => setTimeout(() => { for (;;); }, 20)"), ("within",)),
    "waits-for-a-picture": Reply(_page('<img alt="" src="/hangs-before-the-answer">'), ("within",)),
    "hangs-up": Reply(_closed, ("ERR_EMPTY_RESPONSE",)),
    "dies-in-the-middle": Reply(_cut, ("within", "ERR_CONTENT_LENGTH_MISMATCH")),
    "crashes-the-tab": Reply(_page('<img alt="" src="/kill">'), ("crash",)),
    "crashes-the-tab-later": Reply(
        _page("<p style='height: 3000px'></p><script>onscroll = () => { new Image().src = '/kill' }</script>"),
        ("crash", "within"),
    ),
    "answers-500": Reply(_page(), ("HTTP 500",), status=500),
    "needs-credentials": Reply(_page(), ("HTTP 401", "could not be opened"), 401, (("WWW-Authenticate", 'Basic realm="x"'),)),
    "redirects-in-a-loop": Reply("", ("ERR_TOO_MANY_REDIRECTS",), 302, (("Location", "/redirects-in-a-loop"),)),
    "reloads-for-ever": Reply(_script("onload = () => setTimeout(() => location.reload(), 20)"), ("moved",)),
    "opens-dialogs": Reply(_script("alert(1); confirm(2); prompt(3); onload = () => setInterval(alert, 20)")),
    "asks-before-it-is-left": Reply(_script("onbeforeunload = e => { e.preventDefault(); return 'x'; }")),
    "prints": Reply(_script("onload = () => setInterval(print, 50)")),
    "opens-windows": Reply(_script("let n = 0; onload = () => setInterval(() => n++ < 9 && open('/well'), 50)")),
    "is-a-download": Reply("x", ("could not be opened",), headers=(("Content-Type", "application/octet-stream"),)),
    "starts-downloads": Reply(_script("let n = 0; onload = () => setInterval(() => { if (n++ < 9) location = '/is-a-download' }, 100)")),
    "sends-50-megabytes": Reply(_page(f"<p>{_MEGABYTE * 50}</p>"), ANYHOW),
    "logs-50-megabytes": Reply(_script("for (let i = 0; i < 50; i++) console.log('x'.repeat(1 << 20) + i)"), ANYHOW),
    "holds-20000-paragraphs": Reply(_page("<p>市民は申請することができる。</p>" * 20_000), ANYHOW),
    "has-a-dead-frame": Reply(_page('<iframe title="中" src="http://127.0.0.1:1/"></iframe>')),
    "has-a-silent-frame": Reply(_page('<iframe title="中" src="/hangs-before-the-answer"></iframe>'), ("within",)),
    "has-a-late-silent-frame": Reply(
        _script(
            "onload = () => { const f = document.createElement('iframe'); f.title = '中';"
            " f.src = '/hangs-before-the-answer'; document.body.append(f) }"
        )
    ),
    "has-a-locked-frame": Reply(_page('<iframe title="中" src="/needs-credentials"></iframe>'), ("within",)),
    "has-a-frame-of-itself": Reply(_page('<iframe title="中" src="/has-a-frame-of-itself"></iframe>')),
    "csp-strict": _policy(_SELF, _INLINE),
    "csp-trusted-types": _policy("require-trusted-types-for 'script'; trusted-types 'none'", _INLINE),
    "csp-sandbox": _policy("sandbox", _INLINE),
    "csp-sandbox-allow-scripts": _policy("sandbox allow-scripts", _INLINE),
    "csp-nothing": _policy("default-src 'none'; sandbox allow-scripts; require-trusted-types-for 'script'", _INLINE),
}  # fmt: skip

BESIDE: dict[str, Reply] = {
    "well": Reply(_page()),
    "kill": Reply(_killing),
}


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        reply = (REPLIES | BESIDE).get(self.path[1:].split(":")[0], Reply("", status=404))
        if not isinstance(reply.body, str):
            reply.body(self)
            return
        body = reply.body.encode()
        self.send_response(reply.status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | dict(reply.headers)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not news."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    made.daemon_threads, made.block_on_close = True, False
    made.over = threading.Event()  # type: ignore[attr-defined]
    made.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.over.set()  # type: ignore[attr-defined]
    made.shutdown()
    made.server_close()
    thread.join()


@dataclass
class Outcome:
    """What became of a run: the pages by name, where each showed the fault that it has, and the longest in bounds.

    :param named: the pages on which the rule that finds the fault is named as one that did not end.
    """

    pages: dict[str, PageResult]
    found: dict[str, set[str]]
    named: set[str]
    longest: float

    def add(self, other: Outcome) -> None:
        """Take another run's pages in."""
        self.pages |= other.pages
        self.found |= other.found
        self.named |= other.named
        self.longest = max(self.longest, other.longest)


class Outcomes:
    """Runs each engine over every fault when a test first asks for it."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._known: dict[str, Outcome] = {}

    def __getitem__(self, engine: str) -> Outcome:
        if engine not in self._known:
            self._known[engine] = self._run(engine)
        return self._known[engine]

    def _run(self, engine: str) -> Outcome:
        # Most faults are waited for and cost no computing, so several runs go side by side; a crash is of all tabs.
        crashes = [fault for fault in REPLIES if fault.startswith("crashes")]
        others = [fault for fault in REPLIES if fault not in crashes]
        whole = self._one_run(engine, crashes)
        with ThreadPoolExecutor(RUNS) as pool:
            for outcome in pool.map(lambda n: self._one_run(engine, others[n::RUNS]), range(RUNS)):
                whole.add(outcome)
        return whole

    def _one_run(self, engine: str, faults: list[str]) -> Outcome:
        names = [
            name
            for fault in faults
            for name in ([fault, f"well:after-{fault}"] if REPLIES[fault].reasons else [fault])
        ]
        ended = [time.monotonic()]
        result = run(
            plan([Address(f"{self._server}/{name}", name) for name in names], [BASE]),
            lambda: engines.start(engine, BOUND),
            BOUND,
            lambda job: ended.append(time.monotonic()),
        )
        found: dict[str, set[str]] = {}
        for finding in result.of(CERTAIN):
            found.setdefault(finding.url, set()).add(finding.selector)
        spans = [(later - sooner) / BOUND for sooner, later in itertools.pairwise(ended)]
        named = {one.url for one in result.findings if one.rule == "axe" and "image-alt" in one.en}
        return Outcome({page.url: page for page in result.pages}, found, named, max(spans))


@pytest.fixture(scope="module")
def outcomes(server: str) -> Outcomes:
    return Outcomes(server)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("fault", REPLIES)
def test_a_fault_costs_its_own_page_at_worst(fault: str, engine: str, outcomes: Outcomes) -> None:
    outcome, reasons = outcomes[engine], REPLIES[fault].reasons
    reason = outcome.pages[fault].reason
    if reason is None:
        assert not reasons or "" in reasons
        # What axe-core had no time for is named, so nothing is passed over in silence.
        assert "#bad" in outcome.found.get(fault, ()) or fault in outcome.named
    else:
        assert any(part in reason.en for part in reasons), reason.en


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_else_is_lost(engine: str, outcomes: Outcomes) -> None:
    well = [name for name in outcomes[engine].pages if name.startswith("well")]
    assert len(well) > 10
    assert {name: outcomes[engine].found.get(name) for name in well} == {name: {"#bad"} for name in well}


@pytest.mark.parametrize("engine", ENGINES)
def test_no_page_takes_longer_than_its_bound(engine: str, outcomes: Outcomes) -> None:
    """Two tries, each with loading and ten bounds of judging."""
    assert outcomes[engine].longest < 2 * (10 + 4)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("policy", "text"),
    [
        ("csp-strict", "動かない"),
        ("csp-trusted-types", "動いた"),
        ("csp-sandbox", "動かない"),
        ("csp-sandbox-allow-scripts", "動いた"),
        ("csp-nothing", "動かない"),
    ],
)
def test_a_policy_is_left_as_it_is(policy: str, text: str, engine: str, server: str, running: Any) -> None:
    """What an inline script would change is as residents see it."""
    tab = running[engine].open(BASE)
    page = load(tab, f"{server}/{policy}", BASE, 15)
    assert page.evaluate("document.querySelector('#ran').textContent") == text
    tab.close()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("end", ["crashes", "hangs"])
def test_a_tab_that_goes_after_its_page_costs_no_other(
    end: str, engine: str, server: str, hasty: Any
) -> None:
    tab = hasty[engine].open(BASE)
    page = load(tab, f"{server}/well", BASE, 3)
    if end == "hangs":
        page.evaluate("setTimeout(() => { for (;;); }, 300); 0")
    tab.close()
    if end == "crashes":
        _kill_tabs()
    time.sleep(0.5)
    assert load(hasty[engine].open(BASE), f"{server}/well", BASE, 3).evaluate(
        "!!document.querySelector('#bad')"
    )
