"""The documentation site, built once for all tests of a worker, and served with its CSP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from designsys.docs import build
from designsys.docs.building import Built
from designsys.docs.server import State, server

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole site, with its search index."""
    return build(tmp_path_factory.mktemp("docs") / "site")


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    with server(State(built.out, built.maker)) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/"
        http.shutdown()
        thread.join()


class Visit:
    """An open page, with what went wrong in it.

    :param page: Playwright's page.
    :param problems: script errors, refused scripts and styles, and missing files.
    """

    def __init__(self, page: Any) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        page.on(
            "response",
            lambda response: (
                response.status >= 400 and self.problems.append(f"{response.status} {response.url}")
            ),
        )

    def axe(self) -> list[str]:
        """What axe finds, best practice included. Examples in frames are judged by tests/components."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        result = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, iframes: false, resultTypes: ['violations']})",
            tags,
        )
        return [f"{one['id']}: {node['html'][:200]}" for one in result["violations"] for node in one["nodes"]]


@pytest.fixture(scope="session")
def contexts(browser: Any) -> Iterator[dict[tuple[int, str, bool], Any]]:
    """The browser's contexts by width, scheme and script, each made when it is first asked for."""
    made: dict[tuple[int, str, bool], Any] = {}
    yield made
    for context in made.values():
        context.close()


@pytest.fixture
def visit(browser: Any, contexts: dict[tuple[int, str, bool], Any], address: str) -> Iterator[Any]:
    """Opens a page of the site: ``visit("index.html", width=320, scheme="dark")``."""
    opened = []

    def open_page(path: str, width: int = 1280, scheme: str = "light", script: bool = True) -> Visit:
        key = (width, scheme, script)
        if key not in contexts:
            contexts[key] = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                java_script_enabled=script,
                reduced_motion="reduce",
            )
            contexts[key].set_default_timeout(30_000)
        visited = Visit(contexts[key].new_page())
        opened.append(visited.page)
        visited.page.goto(address + path if "://" not in path else path, wait_until="load")
        return visited

    yield open_page
    for page in opened:
        page.close()
