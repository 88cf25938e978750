"""The gate on a real Selenium Grid, a hub and two nodes with one Chromium each, and on what is no grid."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from designsys.audit import engines
from designsys.audit.browser import find_browser, launch_arguments
from designsys.audit.conditions import BASE
from designsys.audit.failures import Unjudged
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import Address, LocalServer
from designsys.audit.workers import Lent
from designsys.errors import DesignsysError

pytestmark = pytest.mark.xdist_group("grid")

HERE = Path(__file__).parent
CACHE = HERE.parent.parent / ".cache" / "grid"
READY = 60
BOUND = 10.0

NODE = """
[server]
host = "127.0.0.1"
port = {port}

[events]
publish = "tcp://127.0.0.1:{publish}"
subscribe = "tcp://127.0.0.1:{subscribe}"

[node]
hub = "{hub}"
detect-drivers = false
register-cycle = 1

[[node.driver-configuration]]
display-name = "Chromium"
max-sessions = 1
webdriver-executable = '{driver}'
stereotype = '{stereotype}'
"""


@dataclass
class Grid:
    """A running hub."""

    url: str

    def sessions(self) -> list[int]:
        """How many sessions each node has; nodes that are not up do not count."""
        with urllib.request.urlopen(f"{self.url}/status", timeout=5) as answer:
            nodes = json.load(answer)["value"].get("nodes", [])
        return [
            sum(slot["session"] is not None for slot in node["slots"])
            for node in nodes
            if node["availability"] == "UP"
        ]


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grid]:
    """A hub with two nodes, which find their browser by the stereotype alone."""
    if shutil.which("java") is None:
        pytest.skip("Java is absent: Selenium Grid needs it")
    jar = next(CACHE.rglob("selenium-server-*.jar"), None)
    if jar is None:
        pytest.skip("Selenium Grid is absent: make .cache/grid/node_modules")
    folder = tmp_path_factory.mktemp("grid")
    publish, subscribe, port = _port(), _port(), _port()
    events = (
        "--publish-events",
        f"tcp://127.0.0.1:{publish}",
        "--subscribe-events",
        f"tcp://127.0.0.1:{subscribe}",
    )
    browser = {"binary": str(find_browser()), "args": launch_arguments()}
    hub = Grid(f"http://127.0.0.1:{port}")
    with contextlib.ExitStack() as stack:

        def start(name: str, *arguments: str) -> None:
            log = stack.enter_context((folder / f"{name}.log").open("wb"))
            command = [
                "java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                str(jar),
                *arguments,
            ]
            process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
            stack.callback(process.wait)
            stack.callback(process.terminate)

        start("hub", "hub", "--host", "127.0.0.1", "--port", str(port), *events)
        for name in ("first", "second"):
            settings = NODE.format(
                port=_port(), publish=publish, subscribe=subscribe, hub=hub.url, driver=shutil.which("chromedriver"),
                stereotype=json.dumps({"browserName": "chrome", "goog:chromeOptions": browser}),
            )  # fmt: skip
            (folder / f"{name}.toml").write_text(settings, encoding="utf-8")
            start(name, "node", "--config", f"{name}.toml")
        _await_nodes(hub, folder / "hub.log")
        yield hub


def _await_nodes(hub: Grid, log: Path) -> None:
    deadline = time.monotonic() + READY
    up: list[int] = []
    while len(up) < 2:
        if time.monotonic() > deadline:
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            pytest.fail("the grid was not ready in a minute:\n" + "\n".join(lines[-15:]))
        time.sleep(0.2)
        with contextlib.suppress(OSError):
            up = hub.sessions()


@pytest.fixture
def pair(grid: Grid) -> Iterator[list[engines.Engine]]:
    """Two engines on the grid, started from two threads at once: nothing is free beside them."""
    with contextlib.ExitStack() as stack:
        with ThreadPoolExecutor(2) as threads:
            started = [threads.submit(engines.start, "selenium", BOUND, grid.url) for _ in range(2)]
        for one in started:
            stack.callback(lambda one=one: one.exception() or one.result().close())
        yield [one.result() for one in started]


def _judged(engine: engines.Engine, *urls: str) -> Any:
    return run(plan([Address(url, url) for url in urls], [BASE]), lambda: Lent(engine), 3.0)


def test_each_thread_has_a_browser_on_a_node_of_its_own(
    grid: Grid, pair: list[engines.Engine], hostile: str
) -> None:
    assert grid.sessions() == [1, 1]
    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(_judged, pair, [f"{hostile}/image", f"{hostile}/frame"]))
    assert [[finding.selector for finding in result.of(CERTAIN)] for result in results] == [
        ["#bad"],
        ["#inner >>> #bad"],
    ]


def test_workers_take_a_node_each(grid: Grid, hostile: str) -> None:
    seen: list[list[int]] = []
    pages = plan([Address(f"{hostile}/image?{number}", str(number)) for number in range(6)], [BASE])
    start = partial(engines.start, "selenium", BOUND, grid.url)
    result = run(pages, start, BOUND, done=lambda job: seen.append(grid.sessions()), workers=2)
    assert [1, 1] in seen
    assert len(result.of(CERTAIN)) == 6


def test_no_free_node_is_one_sentence_within_the_bound(grid: Grid, pair: list[engines.Engine]) -> None:
    with pytest.raises(DesignsysError) as error:
        engines.start("selenium", 1.0, grid.url)
    assert error.value.en == (
        f"the Selenium Grid {grid.url} had no free node with Chrome within 1 seconds: "
        "start a node, or use fewer at once."
    )


def test_a_page_that_hangs_gives_its_node_back(pair: list[engines.Engine], hostile: str) -> None:
    """No other node is free, so the page after it is judged only when the hung browser is gone."""
    with pytest.raises(Unjudged, match="was not ready"):
        pair[0].open(BASE).send("Runtime.evaluate", {"expression": "for (;;);"})
    assert [page.status for page in _judged(pair[0], f"{hostile}/image").pages] == ["judged"]


def test_a_browser_that_died_loses_no_page(pair: list[Any], hostile: str) -> None:
    os.kill(pair[0].driver.capabilities["goog:processID"], signal.SIGKILL)
    assert [page.status for page in _judged(pair[0], f"{hostile}/image").pages] == ["judged"]


def test_sessions_end_with_their_engines(grid: Grid) -> None:
    engines.start("selenium", BOUND, grid.url).close()
    # The hub hears of a session's end a moment after the node ended it.
    deadline = time.monotonic() + BOUND
    while any(grid.sessions()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert grid.sessions() == [0, 0]


def test_the_command_line_finds_on_the_grid_what_it_finds_here(
    grid: Grid, tmp_path: Path, good_page: str, broken: Any
) -> None:
    html = broken(broken(good_page, "label"), "noscript")
    (tmp_path / "市.html").write_text(html, encoding="utf-8")
    reports = []
    for name, more in (("here", []), ("grid", ["--grid", grid.url])):
        arguments = ["市.html", "--engine", "selenium", "--no-cache", "--json", f"{name}.json", *more]
        for condition in ("base", "javascript-off"):
            arguments += ["--condition", condition]
        done = subprocess.run(
            [sys.executable, "-m", "designsys", "audit", *arguments],
            cwd=tmp_path, env={**os.environ, "DESIGNSYS_LANG": "en"}, capture_output=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr.decode()
        reports.append(json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")))
    assert reports[0] == reports[1]
    assert {page["status"] for page in reports[1]["pages"]} == {"judged"}
    assert {"label", "image-alt"} <= {finding["rule"] for finding in reports[1]["findings"]}


def _status(**node: Any) -> str:
    slot = {"session": None, "stereotype": {"browserName": "chrome"}}
    nodes = [{"availability": "UP", "maxSessions": 1, "slots": [slot]} | node]
    return json.dumps({"value": {"ready": True, "nodes": nodes}})


BUSY = {"session": {"sessionId": "1"}, "stereotype": {"browserName": "chrome"}}
FIREFOX = {"session": None, "stereotype": {"browserName": "firefox"}}
FREE = {"session": None, "stereotype": {"browserName": "chrome"}}


@pytest.mark.parametrize(
    "status",
    [
        pytest.param('{"value": {"ready": false}}', id="hub-that-starts"),
        pytest.param('{"value": {"ready": false, "nodes": []}}', id="no-node"),
        pytest.param(_status(availability="DRAINING"), id="node-that-ends"),
        pytest.param(_status(slots=[BUSY]), id="busy"),
        pytest.param(_status(slots=[BUSY, FREE]), id="as-many-as-the-node-takes"),
        pytest.param(_status(slots=[FIREFOX]), id="other-browser"),
    ],
)
def test_a_grid_without_a_browser_for_us_is_told_within_the_bound(status: str) -> None:
    server = LocalServer(None, {"/status": status})
    with pytest.raises(DesignsysError, match="had no free node with Chrome within 0.2 seconds"):
        engines.start("selenium", 0.2, server.url)
    server.close()


def test_a_node_that_starts_no_browser_is_told() -> None:
    # This server has no POST, by which sessions are asked for.
    server = LocalServer(None, {"/status": _status()})
    with pytest.raises(DesignsysError, match="started no browser") as error:
        engines.start("selenium", 5.0, server.url)
    assert "\n" not in error.value.en
    server.close()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:1", "http://127.0.0.1:1 does not answer ([Errno"),
        ("http://mayor:secret@127.0.0.1:1/", "http://…@127.0.0.1:1 does not answer ([Errno"),
        ("grid.example.jp:4444", "'grid.example.jp:4444' is no address of a Selenium Grid"),
        ("http://[", "'http://[' is no address of a Selenium Grid"),
        ("{server}", "does not answer (HTTP 404)"),
        ("{server}/page", "does not answer (/status: no JSON)"),
    ],
)
def test_what_is_no_grid_is_one_sentence(address: str, reason: str) -> None:
    server = LocalServer(None, {"/page/status": "<!doctype html><title>x</title>"})
    with pytest.raises(DesignsysError) as error:
        engines.start("selenium", BOUND, address.format(server=server.url))
    assert reason in error.value.en
    assert "\n" not in error.value.en
    server.close()
