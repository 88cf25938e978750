"""Each PDF is fetched once; what cannot be read is named."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from designsys.audit.pdf import LinkedPdf
from designsys.audit.pdf.listing import list_pdfs
from designsys.audit.politeness import Pace, user_agent
from designsys.audit.site_checks.linked_pdf import Link
from designsys.audit.targets.fetching import Fetcher

_LARGEST = 1024 * 1024


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    bodies: dict[str, bytes]
    asked: list[tuple[str, str | None]]
    over: threading.Event


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        body = self.server.bodies.get(self.path)
        if self.path == "/moved.pdf":
            self.send_response(302)
            self.send_header("Location", "/good.pdf")
        else:
            self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "application/pdf")
        self.end_headers()
        if self.path == "/endless.pdf":
            self.server.over.wait(30)
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(make_pdf: Any) -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.bodies = {
            "/good.pdf": make_pdf(language="ja"),
            "/page.pdf": b"<!doctype html><title>x</title>",
            "/huge.pdf": b"%PDF-1.7\n" + b" " * _LARGEST,
            "/endless.pdf": b"",
        }
        server.asked, server.over = [], threading.Event()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()


def _listed(server: _Server, *names: str, bound: float = 10.0) -> list[LinkedPdf]:
    links = {
        Link(f"http://127.0.0.1:{server.server_port}/{name}", f"site/{name}"): ["a.html"] for name in names
    }
    return list_pdfs(links, Fetcher(Pace(), bound), bound, _LARGEST)


def test_a_pdf_is_fetched_once_under_our_name(server: _Server) -> None:
    (pdf,) = _listed(server, "good.pdf")
    assert (pdf.shown, pdf.linked_from, pdf.reason) == ("site/good.pdf", ("a.html",), None)
    assert pdf.traits is not None
    assert pdf.traits.language == "ja"
    assert server.asked == [("/good.pdf", user_agent())]


def test_a_redirect_is_followed(server: _Server) -> None:
    (pdf,) = _listed(server, "moved.pdf")
    assert pdf.traits is not None


@pytest.mark.parametrize(
    ("name", "en"),
    [
        ("gone.pdf", "site/gone.pdf answered HTTP 404: mend the link, or put the file back."),
        ("page.pdf", "site/page.pdf is no PDF: see that the link leads to the file itself."),
        (
            "huge.pdf",
            "site/huge.pdf is larger than 1 MB, so it was not read; nobody can open it on a phone. Divide it.",
        ),
        ("endless.pdf", "site/endless.pdf was not ready within 1 seconds"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(name: str, en: str, server: _Server) -> None:
    pdf, after = _listed(server, name, "good.pdf", bound=1.0)
    assert pdf.traits is None
    assert pdf.reason is not None
    assert pdf.reason.en.startswith(en)
    assert pdf.reason.ja.startswith(f"site/{name}")
    assert after.traits is not None


def test_a_server_that_is_gone_is_named_as_the_page_is(server: _Server) -> None:
    link = Link("http://127.0.0.1:9/a.pdf", "site/a.pdf")
    (pdf,) = list_pdfs({link: ["a.html"]}, Fetcher(Pace(), 5.0), 5.0)
    assert pdf.reason is not None
    assert pdf.reason.en.startswith("site/a.pdf could not be opened")


def test_a_reader_that_never_ends_is_left(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("designsys.audit.pdf.listing.read", lambda body, shown: server.over.wait(30))
    (pdf,) = _listed(server, "good.pdf", bound=1.0)
    assert pdf.reason is not None
    assert pdf.reason.en.startswith("site/good.pdf was not ready within 1 seconds")
