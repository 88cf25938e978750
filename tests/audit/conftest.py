"""The page that must pass, its broken copies, and engines that the whole session shares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from designsys.audit import engines
from designsys.audit.conditions import CONDITIONS, Condition
from designsys.audit.findings import Result
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import LocalServer, addresses

PAGES = Path(__file__).parent / "pages"
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
            style = "<style>@media (prefers-color-scheme: dark) { h1 { color: #555; background: #333; } }</style>"
            return _substitute(r"</head>", style + "</head>", html)
        case "lang":
            return _substitute(r'(<html\b[^>]*?)\s+lang="[^"]*"', r"\1", html)
        case "error":
            return _substitute(r'(aria-describedby="[^"]*?)\s*\b[\w-]+-error(?=[\s"])', r"\1", html)
        case "noscript":
            return _substitute(r"</main>", '<noscript><p><img id="broken-noscript" src="/missing.png"></p></noscript></main>', html)
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

    def __init__(self) -> None:
        self._running: dict[str, engines.Engine] = {}

    def __getitem__(self, name: str) -> engines.Engine:
        if name not in self._running:
            self._running[name] = engines.start(name, BOUND)
        return self._running[name]

    def close(self) -> None:
        for engine in self._running.values():
            engine.close()


@pytest.fixture(scope="session")
def running() -> Iterator[Engines]:
    started = Engines()
    yield started
    started.close()


Judge = Callable[..., Result]


@pytest.fixture(scope="session")
def judge_html(running: Engines) -> Iterator[Judge]:
    """Judge one page's HTML, served beside the pages of this folder."""
    pages: dict[str, str] = {}
    server = LocalServer(PAGES, pages)

    def judge(html: str, engine: str = "playwright", conditions: tuple[Condition, ...] = CONDITIONS) -> Result:
        path = f"/page-{len(pages)}.html"
        pages[path] = html
        with addresses([server.url + path]) as found:
            return run(plan(found, conditions), running[engine], BOUND)

    yield judge
    server.close()
