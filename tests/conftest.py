"""What the whole suite shares: the built assets, and a place that serves pages as a city would."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from designsys import resources
from designsys.audit.browser import judging_arguments
from designsys.catalogue import load
from designsys.catalogues import compile_all
from designsys.docs.figures import CONDITIONS

# A shared CI machine stalls now and then; a slow example is no fault of ours.
settings.register_profile("designsys", deadline=None)
settings.load_profile("designsys")

REPOSITORY = Path(__file__).parent.parent

# ARCHITECTURE §3: the policy that every macro lives under.
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'"
)


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """``--lang`` and the like of a command that a test runs in this process are set for good: they are put back."""
    before = {name: value for name, value in os.environ.items() if name.startswith("DESIGNSYS_")}
    yield
    for name in [name for name in os.environ if name.startswith("DESIGNSYS_")]:
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session", autouse=True)
def words() -> None:
    """The catalogues compiled from the ``.po`` files as they are now, without a new install."""
    compile_all(Path(resources.locales()))


def pytest_configure(config: pytest.Config) -> None:
    """Refuse several processes where pytest-xdist cannot keep groups in one: each would do the whole of them."""
    # What pytest-xdist writes a test's group into.
    if config.getoption("numprocesses", None) and not hasattr(pytest.Item, "_nodeid"):
        raise pytest.UsageError("pytest-xdist cannot group the tests of this pytest: install '.[dev]' again")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """After a whole run of the matrix, leave its figures for the documentation's home page."""
    outcome: dict[str, bool] = {}
    for kind in ("passed", "failed", "error"):
        for report in terminalreporter.stats.get(kind, ()):
            if "::test_axe[" in report.nodeid:
                outcome[report.nodeid] = outcome.get(report.nodeid, True) and kind == "passed"
    examples = sum(len(component.examples) for component in load())
    if len(outcome) == examples * len(CONDITIONS):
        figures = {
            "examples": examples,
            "conditions": len(CONDITIONS),
            "findings": sum(not passed for passed in outcome.values()),
            "date": datetime.date.today().isoformat(),
        }
        (REPOSITORY / "docs_site" / "results.json").write_text(json.dumps(figures), encoding="utf-8")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """As for everybody, but with the gate's switches: a window then costs a third."""
    given = browser_type_launch_args
    return {**given, "args": [*given["args"], *judging_arguments()]}


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's top folder."""
    return REPOSITORY


@pytest.fixture(scope="session")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built, minified bundle of the components as they are now."""
    folder = tmp_path_factory.mktemp("assets")
    subprocess.run([sys.executable, "-m", "designsys", "build", "--out", str(folder)], check=True, cwd=folder)
    return folder


@dataclass
class Site:
    """Serves HTML from memory, with the CSP as a header, and the assets beside it.

    :param address: where it is, without a slash at the end.
    :param pages: HTML by path (``/x.html``).
    :param folders: folders of further files, by the path before their names (``/static/x/``).
    """

    address: str
    pages: dict[str, str] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)

    def asset(self, path: str) -> Path | None:
        """The file that a path asks for; None when there is none."""
        for start, folder in self.folders.items():
            if path.startswith(start) and (folder / path.removeprefix(start)).is_file():
                return folder / path.removeprefix(start)
        return None

    def put(self, path: str, html: str) -> str:
        """Serve ``html`` at ``path``; gives its whole address."""
        self.pages[path] = html
        return self.address + path


@pytest.fixture(scope="session")
def site(assets: Path) -> Iterator[Site]:
    """A server on this machine for pages under test."""
    kinds = {".css": "text/css", ".js": "text/javascript", ".json": "application/json"}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            asset = served.asset(path)
            if path in served.pages:
                body, kind = served.pages[path].encode(), "text/html"
            elif asset is not None:
                body, kind = asset.read_bytes(), kinds.get(asset.suffix, "application/octet-stream")
            elif path == "/favicon.ico":
                body, kind = b"", "image/x-icon"
            else:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Security-Policy", CSP)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Site(f"http://127.0.0.1:{server.server_port}", folders={"/static/designsys/": assets})
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()
