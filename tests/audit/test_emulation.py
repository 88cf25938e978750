"""Both engines bring every condition about, and the page shows it."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from designsys import __version__
from designsys.audit.conditions import BASE, Condition, named
from designsys.audit.emulation import SEEN, emulation, took
from designsys.audit.page import load
from designsys.audit.targets import LocalServer

ENGINES = ["playwright", "selenium"]
EVERYTHING = "320+dark+contrast-more+reduced-motion+text-spacing+javascript-off+locale-en"

PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>届出</title>
<style>p { line-height: 1 !important; margin: 0 !important }</style>
<p id="text">転出届</p><div id="host"><template shadowrootmode="open">
<style>#inner { letter-spacing: 0 !important }</style><p id="inner">内側</p></template></div>
<iframe title="中" src="/frame.html"></iframe>"""

STRICT = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; frame-src 'self'; require-trusted-types-for 'script'\">"

SPACING = """['#text', '#inner'].flatMap(name => probe.all(name)).map(one => getComputedStyle(one)).map(
  ({letterSpacing, wordSpacing, lineHeight, marginBlockEnd}) => [letterSpacing, wordSpacing, lineHeight, marginBlockEnd])"""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = LocalServer(
        None, {"/page.html": PAGE, "/strict.html": STRICT + PAGE, "/frame.html": '<p id="text">枠'}
    )
    yield server.url
    server.close()


class _Echo(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        told = f"{self.headers['User-Agent']}|{self.headers['Accept-Language']}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>x</title><body>{told}".encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def echo() -> Iterator[str]:
    """A server that answers with what it was told of the browser."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Echo)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _see(engine: Any, url: str, condition: Condition, *expressions: str) -> list[list[Any]]:
    tab = engine.open(condition)
    try:
        page = load(tab, url, condition, 15)
        return [page.everywhere(expression) for expression in expressions]
    finally:
        tab.close()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("name", "expression", "value"),
    [
        ("base", "navigator.languages.join()", "ja"),
        ("zoom-400", "[innerWidth, innerHeight, devicePixelRatio].join()", "320,200,4"),
        ("375x667", "[innerWidth, innerHeight].join()", "375,667"),
        ("contrast-more", "matchMedia('(prefers-contrast: more)').matches", True),
        ("contrast-less", "matchMedia('(prefers-contrast: less)').matches", True),
        ("reduced-motion", "matchMedia('(prefers-reduced-motion: reduce)').matches", True),
        ("locale-en", "navigator.language + Intl.DateTimeFormat().resolvedOptions().locale", "enen"),
        ("dark+forced-colours", "['dark', 'active'].map((value, at) => matchMedia(`(${['prefers-color-scheme', 'forced-colors'][at]}: ${value})`).matches).join()", "true,true"),
    ],
)  # fmt: skip
def test_a_page_meets_it(
    engine: str, name: str, expression: str, value: object, site: str, running: Any
) -> None:
    (condition,) = named([name])
    assert _see(running[engine], f"{site}/page.html", condition, expression)[0][0] == value


@pytest.mark.parametrize("engine", ENGINES)
def test_all_at_once(engine: str, site: str, running: Any) -> None:
    (condition,) = named([EVERYTHING])
    (seen, *_), texts = _see(running[engine], f"{site}/page.html", condition, SEEN, SPACING)
    assert seen == {
        "width": 320, "zoom": 100, "scheme": "dark", "forced_colors": False, "contrast": "more",
        "reduced_motion": True, "text_spacing": True, "locale": "en",
    }  # fmt: skip
    assert texts[0][0] == ["1.92px", "2.56px", "24px", "32px"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", ["page", "strict"])
def test_text_is_spaced_in_frames_and_shadow_trees_under_any_csp(
    engine: str, path: str, site: str, running: Any
) -> None:
    """SC 1.4.12: line height 1.5, letters 0.12, words 0.16, paragraphs 2 times the font size."""
    (condition,) = named(["text-spacing"])
    (texts,) = _see(running[engine], f"{site}/{path}.html", condition, SPACING)
    spaced = ["1.92px", "2.56px", "24px", "32px"]
    assert texts == [[spaced, spaced], [spaced]]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_server_sees_our_name_and_language(engine: str, running: Any, echo: str) -> None:
    (condition,) = named(["locale-en"])
    ((text,),) = _see(running[engine], echo, condition, "document.body.textContent")
    agent, language = text.strip().split("|")
    assert agent.endswith(f" designsys/{__version__}")
    assert agent.startswith("Mozilla/5.0")
    assert language.startswith("en")


def test_the_name_is_added_once() -> None:
    agents = [parameters.get("userAgent") for _, parameters in emulation(BASE, "Browser/1")]
    assert [agent for agent in agents if agent] == [f"Browser/1 designsys/{__version__}"]


SEEN_BASE = {
    "width": 1280, "zoom": 100, "scheme": "light", "forced_colors": False, "contrast": "no-preference",
    "reduced_motion": False, "text_spacing": False, "locale": "ja",
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "320",
        "zoom-200",
        "dark",
        "forced-colours",
        "contrast-more",
        "reduced-motion",
        "text-spacing",
        "locale-en",
    ],
)
def test_what_did_not_take_is_told(name: str) -> None:
    assert took(BASE, SEEN_BASE)
    assert not took(named([name])[0], SEEN_BASE)


def test_forced_colours_decide_contrast() -> None:
    (condition,) = named(["forced-colours"])
    assert took(condition, SEEN_BASE | {"forced_colors": True, "contrast": "more"})
