"""Answers of servers, kind and unkind ones."""

from __future__ import annotations

import base64
import gzip
from typing import Any

import pytest

from designsys import __version__
from designsys.audit.failures import Unjudged
from designsys.audit.politeness import Pace
from designsys.audit.targets.fetching import Fetcher, unpacked


def test_an_answer(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = "<p>あ"
    answer = fetcher.get(f"{site.url}/a")
    assert (answer.status, answer.kind, answer.charset) == (200, "text/html", "utf-8")
    assert answer.body.decode() == "<p>あ"
    assert site.asked[0][1]["User-Agent"].endswith(f"designsys/{__version__}")


def test_an_error_is_an_answer(site: Any, fetcher: Fetcher) -> None:
    assert fetcher.get(f"{site.url}/none").status == 404


def test_a_redirect_is_given_or_followed(site: Any, fetcher: Fetcher) -> None:
    site.pages |= {"/a": (302, {"Location": "/b?x=1#top"}, b""), "/b?x=1": "<p>b"}
    assert fetcher.get(f"{site.url}/a").location == f"{site.url}/b?x=1#top"
    assert fetcher.follow(f"{site.url}/a").body == b"<p>b"


def test_redirects_without_end_are_left(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = (302, {"Location": "/a"}, b"")
    assert fetcher.follow(f"{site.url}/a").status == 302
    assert len(site.asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://example.jp/", "javascript:1", ""])
def test_a_redirect_to_something_else_is_no_way_on(target: str, site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = (302, {"Location": target}, b"")
    location = fetcher.get(f"{site.url}/a").location
    assert location == ("" if target else f"{site.url}/a")


def test_only_wanted_kinds_are_read(site: Any, fetcher: Fetcher) -> None:
    site.pages |= {"/a": b"x" * 100, "/b": "<p>"}
    assert fetcher.get(f"{site.url}/a", ["text/html"]).body == b""
    assert fetcher.get(f"{site.url}/b", ["text/html"]).body == b"<p>"


def test_no_more_is_read_than_wanted(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = b"x" * 100_000
    assert len(fetcher.get(f"{site.url}/a", largest=1000).body) == 1000


def test_packed_answers_are_unpacked_up_to_the_bound(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"<p>" + b" " * 1_000_000))
    assert fetcher.get(f"{site.url}/a", largest=2000).body == b"<p>" + b" " * 1997


def test_what_is_broken_off_or_not_packed() -> None:
    assert unpacked(b"plain", 100) == b"plain"
    assert unpacked(gzip.compress(b"x" * 1000)[:12], 100) == b""
    assert unpacked(b"\x1f\x8bnonsense", 100) == b""


def test_a_login_in_the_address(site: Any, fetcher: Fetcher) -> None:
    fetcher.get(site.url.replace("://", "://staff:p%40ss@") + "/a")
    sent = site.asked[0][1]["Authorization"].removeprefix("Basic ")
    assert base64.b64decode(sent) == b"staff:p@ss"


def test_an_answer_that_drips_is_bounded(site: Any) -> None:
    """Each byte comes in time, and the whole never does."""
    site.pages["/drip"] = "<p>"
    with pytest.raises(Unjudged, match=r"within 0.5 seconds|0.5秒"):
        Fetcher(Pace(), 0.5).get(f"{site.url}/drip")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://127.0.0.1:99999/",
        "file:///etc/hostname",
        "http://[/",
        "http://あ..jp/",
    ],
)
def test_what_cannot_be_asked_is_one_sentence(url: str, fetcher: Fetcher) -> None:
    with pytest.raises(Unjudged) as error:
        fetcher.get(url)
    assert "could not be opened" in error.value.en
    assert "\n" not in error.value.en


def test_every_request_waits_for_its_turn(site: Any) -> None:
    waited: list[str] = []

    class Counted(Pace):
        def wait(self, url: str) -> None:
            waited.append(url)

    site.pages |= {"/a": (301, {"Location": "/b"}, b""), "/b": "<p>"}
    Fetcher(Counted(), 5).follow(f"{site.url}/a")
    assert waited == [f"{site.url}/a", f"{site.url}/b"]
