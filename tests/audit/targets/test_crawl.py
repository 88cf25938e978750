"""Sites are followed link by link, within their hosts and limits."""

from __future__ import annotations

import random
from typing import Any

import pytest

from designsys.audit.failures import Unjudged
from designsys.audit.politeness import Pace
from designsys.audit.targets.crawl import Crawled, Limits, crawl
from designsys.audit.targets.fetching import Fetcher
from designsys.errors import DesignsysError


def _links(*targets: str) -> str:
    return "<title>市</title>" + "".join(f'<a href="{target}">{target}</a> ' for target in targets)


def _crawl(site: Any, limits: Limits = Limits(), start: str = "/", bound: float = 5.0) -> Crawled:  # noqa: B008
    return crawl([site.url + start], limits, Fetcher(Pace(), bound))


def _paths(site: Any, crawled: Crawled) -> list[str]:
    return [page.address.url.removeprefix(site.url) for page in crawled.pages]


def test_pages_are_found_once_and_told_in_the_order_of_their_addresses(site: Any) -> None:
    site.pages |= {
        "/": _links("/z", "/a#x", "a", "/a?", "/b/../a", "{root}/a", "https://other.example.jp/"),
        "/a": _links("/", "/b/c.html;jsessionid=1", "mailto:x@example.jp", "javascript:void(0)"),
        "/b/c.html": _links("../z"),
        "/z": "<p>",
    }
    crawled = _crawl(site)
    assert _paths(site, crawled) == ["/", "/a", "/b/c.html", "/z"]
    assert crawled.complete
    assert sorted(site.paths[2:]) == ["/", "/a", "/b/c.html", "/z"]


def test_the_order_of_links_does_not_matter(site: Any) -> None:
    names = [f"/{number}" for number in range(30)]
    site.pages |= {name: "<p>" + name for name in names}
    found = []
    for seed in range(2):
        random.Random(seed).shuffle(names)
        site.pages["/"] = _links(*names)
        found.append(_paths(site, _crawl(site, Limits(pages=10))))
    assert found[0] == found[1]
    assert len(found[0]) == 10


def test_words_and_parts_are_kept_for_choosing(site: Any) -> None:
    site.pages |= {
        "/": '<a href="/x">お問い合わせ</a><a href="/x#f">メール</a><table><th>日</th></table>',
        "/x": "<textarea></textarea>",
    }
    home, form = _crawl(site).pages
    assert (home.parts, form.parts) == (frozenset({"table"}), frozenset({"form"}))
    assert form.words == {"お問い合わせ", "メール"}


def test_only_html_is_a_page(site: Any) -> None:
    site.pages |= {
        "/": _links("/a.pdf", "/file", "/gone", "/xhtml"),
        "/file": b"%PDF",
        "/xhtml": (200, {"Content-Type": "application/xhtml+xml"}, b"<html/>"),
    }
    assert _paths(site, _crawl(site)) == ["/", "/xhtml"]
    assert "/a.pdf" not in site.paths


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_page_that_fails_is_for_the_run_to_tell(status: int, site: Any) -> None:
    site.pages |= {"/": _links("/a", "/gone"), "/a": (status, {}, b""), "/gone": (410, {}, b"")}
    assert _paths(site, _crawl(site)) == ["/", "/a"]


def test_a_page_that_never_ends_too(site: Any) -> None:
    site.pages |= {"/": _links("/drip"), "/drip": "<p>"}
    assert _paths(site, _crawl(site, bound=0.7)) == ["/", "/drip"]


def test_redirects_are_links(site: Any) -> None:
    site.pages |= {
        "/": _links("/old", "/round", "/out"),
        "/old": (301, {"Location": "/new"}, b""),
        "/new": "<p>",
        "/round": (302, {"Location": "/round"}, b""),
        "/out": (302, {"Location": "http://127.0.0.1:1/x"}, b""),
    }
    assert _paths(site, _crawl(site)) == ["/", "/new"]


def test_a_start_that_redirects_leads_to_its_host(site: Any) -> None:
    other = site.url.replace("127.0.0.1", "localhost")
    site.pages |= {"/go": (302, {"Location": f"{other}/"}, b""), "/": _links("/a"), "/a": "<p>"}
    assert [page.address.url for page in _crawl(site, start="/go").pages] == [f"{other}/", f"{other}/a"]


@pytest.mark.parametrize("twin", ["/index.html", "/a/", "/a/index.php"])
def test_one_page_of_two_names_is_one(twin: str, site: Any) -> None:
    site.pages |= {"/": _links(twin, "/a"), "/a": "<p>a"}
    site.pages[twin] = site.pages["/"] if twin == "/index.html" else site.pages["/a"]
    assert _paths(site, _crawl(site)) == ["/", "/a"]


def test_pages_that_say_the_same_under_different_names_stay(site: Any) -> None:
    site.pages |= {"/": _links("/a", "/b", "/c/"), "/a": "<p>", "/b": "<p>", "/c/": "<p>"}
    assert _paths(site, _crawl(site)) == ["/", "/a", "/b", "/c/"]


class TestLimits:
    """Sites without end do end here, and that is told."""

    def test_pages(self, site: Any) -> None:
        site.pages |= {"/": _links(*[f"/{n}" for n in range(9)])} | {f"/{n}": f"<p>{n}" for n in range(9)}
        crawled = _crawl(site, Limits(pages=4))
        assert (len(crawled.pages), crawled.complete) == (4, False)
        assert _crawl(site, Limits(pages=10)).complete

    def test_depth(self, site: Any) -> None:
        site.pages |= {"/": _links("/1")} | {f"/{n}": _links(f"/{n + 1}") for n in range(1, 9)}
        crawled = _crawl(site, Limits(depth=2))
        assert (_paths(site, crawled), crawled.complete) == (["/", "/1", "/2"], False)
        assert _paths(site, _crawl(site, Limits(depth=0))) == ["/"]

    def test_query_strings(self, site: Any) -> None:
        days = [f"/calendar?day={day}" for day in range(50)]
        site.pages |= {"/": _links(*days)} | {day: f"<p>{day}" for day in days}
        crawled = _crawl(site, Limits(queries=3))
        assert (len(crawled.pages), crawled.complete) == (4, False)

    def test_answers_that_are_no_pages(self, site: Any) -> None:
        site.pages["/"] = _links(*[f"/none/{n}" for n in range(500)])
        assert not _crawl(site, Limits(pages=5)).complete
        assert len(site.asked) < 140


class TestRobots:
    """robots.txt (RFC 9309)."""

    @pytest.mark.parametrize(
        ("rules", "expected"),
        [
            ("User-agent: *\nDisallow: /staff/", ["/", "/a"]),
            ("User-agent: designsys\nDisallow: /a\n\nUser-agent: *\nDisallow: /staff/", ["/", "/staff/x"]),
            ("\ufeffUser-agent: *\nDisallow: /staff/", ["/", "/a"]),
            ("User-agent: other\nDisallow: /", ["/", "/a", "/staff/x"]),
            ("", ["/", "/a", "/staff/x"]),
            ("<html>404</html>", ["/", "/a", "/staff/x"]),
        ],
    )
    def test_it_is_respected(self, rules: str, expected: list[str], site: Any) -> None:
        site.pages |= {"/": _links("/a", "/staff/x"), "/a": "<p>", "/staff/x": "<p>"}
        site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, rules.encode())
        assert _paths(site, _crawl(site)) == expected
        assert site.paths.count("/robots.txt") == 1

    @pytest.mark.parametrize(
        "answer", [(200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /"), (503, {}, b"")]
    )
    def test_what_it_forbids_is_said(self, answer: tuple[int, dict[str, str], bytes], site: Any) -> None:
        site.pages |= {"/": "<p>", "/robots.txt": answer}
        with pytest.raises(DesignsysError, match=r"robots.txt does not allow|robots.txt が"):
            _crawl(site)

    def test_its_pauses_are_kept(self, site: Any) -> None:
        site.pages |= {
            "/": "<p>",
            "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nCrawl-delay: 7"),
        }
        slowed: list[tuple[str, float]] = []
        pace = Pace()
        pace.slow_down = lambda url, seconds: slowed.append((url, seconds))  # type: ignore[method-assign]
        crawl([f"{site.url}/"], Limits(), Fetcher(pace, 5))
        assert slowed == [(site.url, 7.0)]


def test_a_login_reaches_every_page(site: Any) -> None:
    site.pages |= {"/": _links("/a"), "/a": "<p>"}
    start = site.url.replace("://", "://staff:pw@")
    crawled = crawl([f"{start}/"], Limits(), Fetcher(Pace(), 5))
    assert [page.address.url for page in crawled.pages] == [f"{start}/", f"{start}/a"]
    assert all(headers.get("Authorization") for _, headers in site.asked)


def test_a_start_that_is_not_there_is_said(site: Any) -> None:
    with pytest.raises(DesignsysError, match="HTTP 404"):
        _crawl(site)
    with pytest.raises(Unjudged, match=r"could not be opened|開けません"):
        crawl(["http://127.0.0.1:1/"], Limits(), Fetcher(Pace(), 5))
