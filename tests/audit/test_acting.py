"""Keys pressed in a page that stays where it is."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest

from designsys.audit.acting import CTRL, acting, move, press
from designsys.audit.conditions import BASE
from designsys.audit.failures import Unjudged, overran
from designsys.audit.page import LoadedPage, load

_PAGE = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title></head><body>
<form action="/elsewhere"><input id="field"><button id="send">送る</button></form>
<a id="link" href="/elsewhere">よそへ</a> <a id="blank" href="/elsewhere" target="_blank">別の窓</a>
<button id="script" type="button" onclick="location.href = '/elsewhere'">移る</button>
<button id="window" type="button" onclick="window.open('/elsewhere')">開く</button>
<button id="fetch" type="button" onclick="fetch('/elsewhere').then(() => { this.textContent = '届いた' }, () => { this.textContent = '届かない' })">届ける</button>
<button id="store" type="button" onclick="localStorage.size = 'large'; document.cookie = 'size=large'">大きく</button>
<a id="here" href="#field">ここ</a></body></html>"""


class _Server(http.server.BaseHTTPRequestHandler):
    """Serves one page under every address, and counts what is asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(_PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/form"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["playwright", "selenium"])
def page(request: pytest.FixtureRequest, running: Any, served: str) -> Iterator[LoadedPage]:
    tab = running[request.param].open(BASE)
    yield load(tab, served, BASE, 15.0)
    tab.close()


def _press(page: LoadedPage, control: str) -> None:
    page.evaluate(f"document.getElementById('{control}').focus()")
    press(page, "Enter")


@pytest.mark.parametrize("control", ["send", "link", "blank", "script", "window"])
def test_what_would_leave_is_called_off_and_told(page: LoadedPage, control: str) -> None:
    with acting(page):
        _press(page, control)
        assert page.until("acting.left.length === 1", 2.0)
    assert page.evaluate("location.pathname") == "/form"
    assert page.touched


def test_a_place_on_the_page_may_be_gone_to(page: LoadedPage) -> None:
    with acting(page):
        _press(page, "here")
        assert page.evaluate("[location.hash, acting.left.length]") == ["#field", 0]


def test_no_request_reaches_the_server(page: LoadedPage) -> None:
    _Server.asked.clear()
    with acting(page):
        _press(page, "fetch")
        assert page.until("document.getElementById('fetch').textContent === '届かない'", 5.0)
    assert "/elsewhere" not in _Server.asked


def test_storage_is_put_back(page: LoadedPage) -> None:
    page.evaluate("localStorage.clear(); document.cookie = 'seen=1'")
    with acting(page):
        _press(page, "store")
        assert page.evaluate("localStorage.size") == "large"
    assert page.evaluate("[localStorage.size ?? null, document.cookie]") == [None, "seen=1"]


def test_a_page_in_which_nothing_changed_counts_as_untouched(page: LoadedPage) -> None:
    with acting(page):
        press(page, "Tab")
        press(page, "k", CTRL)
        move(page, 5, 5)
    assert page.touched is False
    assert page.evaluate("document.activeElement.localName") == "body"


def test_what_is_typed_is_seen_as_a_change(page: LoadedPage) -> None:
    with acting(page):
        page.evaluate("document.getElementById('field').focus()")
        press(page, "a")
        assert page.evaluate("document.getElementById('field').value") == "a"
    assert page.touched


def test_what_changes_by_itself_is_told_apart(page: LoadedPage) -> None:
    with acting(page):
        page.evaluate("document.getElementById('link').textContent = '1'; acting.still()")
        page.evaluate("document.getElementById('link').textContent = '2'")
        assert page.evaluate("acting.changes()") == 0
        page.evaluate("document.getElementById('blank').textContent = '3'")
        assert page.evaluate("acting.changes()") > 0


def test_a_check_that_fails_while_it_acts_leaves_the_network_to_the_next(load_html: Any) -> None:
    page = load_html("<p>本文</p>")
    with pytest.raises(Unjudged), acting(page):
        raise overran(page.url, 3)
    assert page.touched
    page.again()
    assert page.evaluate("document.title") == "試験"
