"""Links to PDFs, page by page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import PageResult
from designsys.audit.page import LoadedPage
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.site_checks import Gathered
from designsys.audit.site_checks.linked_pdf import GATHER, Link, judge, links
from designsys.audit.targets import Address


def test_a_page_names_each_pdf_once(load_html: Callable[..., LoadedPage]) -> None:
    page = load_html(
        '<a href="/docs/a.PDF">1</a><a href="docs/a.PDF#page=2">2</a><a href="/a.html">3</a><a>4</a>'
        '<a href="https://www.city.example.jp/広報.pdf?v=3">5</a><a href="http://[">6</a>'
        '<a href="mailto:a@b.jp?x.pdf">7</a><a href="/get?file=b.pdf">8</a>'
        '<map name="m"><area href="/c.pdf" alt="地図"></map>'
    )
    assert page.evaluate(GATHER) == [
        "/docs/a.PDF",
        "https://www.city.example.jp/%E5%BA%83%E5%A0%B1.pdf",
        "/c.pdf",
    ]


def _page(url: str, shown: str, *hrefs: str) -> PageResult:
    job = Job(Address(url, shown), DEFAULT_STATE, BASE)
    return PageResult(job, shown, facts={"linked_pdf": list(hrefs)})


def test_a_pdf_of_several_pages_is_one() -> None:
    pages = [_page(f"http://x/{name}", f"http://x/{name}", "/a.pdf") for name in ("1", "2", "2")]
    pages.append(PageResult(pages[0].job, "http://x/1"))
    assert links(pages) == {Link("http://x/a.pdf", "http://x/a.pdf"): ["http://x/1", "http://x/2"]}


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("/docs/%E5%BA%83.pdf", "/srv/市/docs/広.pdf"),
        ("https://www.city.example.jp/a.pdf", "https://www.city.example.jp/a.pdf"),
    ],
)
def test_a_pdf_of_a_folder_is_called_as_its_pages_are(href: str, shown: str) -> None:
    (link,) = links([_page("http://127.0.0.1:9/%E8%A1%97/a.html", "/srv/市/街/a.html", href)])
    assert link.shown == shown


def test_it_finds_no_fault() -> None:
    assert list(judge([Gathered(_page("http://x/", "http://x/").job, ["/a.pdf"])])) == []
