"""Sitemaps (sitemaps.org 0.9), and what is called one."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.targets.fetching import Fetcher
from designsys.audit.targets.sitemap import is_sitemap_name, read_sitemap
from designsys.errors import DesignsysError

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
ROOT = "https://city.example.jp"

LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<urlset><url><loc>https://city.example.jp/&d;</loc></url></urlset>"""
FILE_READER = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><urlset><url><loc>http://x/&f;</loc></url></urlset>'


def _set(*urls: str) -> bytes:
    entries = "".join(f"<url><loc>\n {url} </loc><lastmod>2026-04-01</lastmod></url>" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NAMESPACE}>{entries}</urlset>'.encode()


def _index(*urls: str) -> bytes:
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f"<sitemapindex {NAMESPACE}>{entries}</sitemapindex>".encode()


@pytest.fixture
def told() -> list[str]:
    return []


def _read(place: str, fetcher: Fetcher, told: list[str]) -> list[str]:
    return read_sitemap(place, fetcher, lambda en, ja: told.append(en))


def test_a_set_in_its_order_each_page_once(site: Any, fetcher: Fetcher, told: list[str]) -> None:
    site.pages["/sitemap.xml"] = _set(
        f"{ROOT}/b", f"{ROOT}/a?x=1&amp;y=2", f"{ROOT}/b#top", f"{ROOT}:443/b", f"{ROOT}/c.pdf", "/relative"
    )
    assert _read(f"{site.url}/sitemap.xml", fetcher, told) == [f"{ROOT}/b", f"{ROOT}/a?x=1&y=2"]
    assert told == []


def test_pictures_of_a_page_are_no_pages(site: Any, fetcher: Fetcher, told: list[str]) -> None:
    site.pages["/sitemap.xml"] = (
        f"<urlset {NAMESPACE}><url><loc>{ROOT}/a</loc><image:image><image:loc>{ROOT}/i</image:loc></image:image>"
        "</url></urlset>"
    )
    assert _read(f"{site.url}/sitemap.xml", fetcher, told) == [f"{ROOT}/a"]


def test_an_index_with_packed_sets(site: Any, fetcher: Fetcher, told: list[str]) -> None:
    site.pages |= {
        "/sitemap.xml": _index("{root}/1.xml.gz", "{root}/2.xml", "{root}/sitemap.xml"),
        "/1.xml.gz": gzip.compress(_set(f"{ROOT}/a")),
        "/2.xml": _set(f"{ROOT}/b", f"{ROOT}/a"),
    }
    assert _read(f"{site.url}/sitemap.xml", fetcher, told) == [f"{ROOT}/a", f"{ROOT}/b"]
    assert site.paths == ["/sitemap.xml", "/1.xml.gz", "/2.xml"]


def test_a_set_that_is_missing_is_told_and_the_rest_goes_on(
    site: Any, fetcher: Fetcher, told: list[str]
) -> None:
    site.pages |= {
        "/sitemap.xml": _index("{root}/gone.xml", "{root}/2.xml"),
        "/2.xml": _set(f"{ROOT}/b"),
    }
    assert _read(f"{site.url}/sitemap.xml", fetcher, told) == [f"{ROOT}/b"]
    assert told == [f"the sitemap {site.url}/gone.xml answered HTTP 404: check its address."]


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap.xml.gz"])
def test_a_file(name: str, tmp_path: Path, fetcher: Fetcher, told: list[str]) -> None:
    body = _set(f"{ROOT}/a")
    (tmp_path / name).write_bytes(gzip.compress(body) if name.endswith("gz") else body)
    assert _read(str(tmp_path / name), fetcher, told) == [f"{ROOT}/a"]


@pytest.mark.parametrize(
    ("body", "en", "ja"),
    [
        pytest.param(LAUGHS.encode(), "has a document type", "文書型宣言", id="billion-laughs"),
        pytest.param(FILE_READER.encode(), "has a document type", "文書型宣言", id="file-reader"),
        pytest.param(b"<!DOCTYPE html><title>404</title>", "is no sitemap (HTML)", "サイトマップではありません", id="html"),
        pytest.param(b"<urlset><url>", "is no sitemap", "サイトマップではありません", id="cut-off"),
        pytest.param(b"", "is no sitemap", "サイトマップではありません", id="empty"),
        pytest.param(b"\x1f\x8bx", "is no sitemap", "サイトマップではありません", id="broken-gzip"),
        pytest.param(b"<urlset/>", "names no page", "ページがありません", id="no-page"),
        pytest.param(b"<rss><url><loc>http://x/</loc></url></rss>", "names no page", "ページがありません", id="other-xml"),
        pytest.param(_set(f"{ROOT}/a.pdf"), "names no page", "ページがありません", id="only-files"),
        pytest.param(gzip.compress(b"<urlset>" + b" " * 53_000_000), "larger than 50 MB", "50MB", id="gzip-bomb"),
    ],
)  # fmt: skip
def test_what_is_no_sitemap_is_one_sentence(
    body: bytes, en: str, ja: str, site: Any, fetcher: Fetcher, told: list[str]
) -> None:
    site.pages["/sitemap.xml"] = body
    with pytest.raises(DesignsysError) as error:
        _read(f"{site.url}/sitemap.xml", fetcher, told)
    assert en in error.value.en
    assert ja in error.value.ja
    assert "\n" not in error.value.en


@pytest.mark.parametrize("place", ["{site}/none.xml", "/no/such.xml", "http://127.0.0.1:1/sitemap.xml"])
def test_what_cannot_be_read_is_one_sentence(
    place: str, site: Any, fetcher: Fetcher, told: list[str]
) -> None:
    with pytest.raises(DesignsysError, match=r"404|cannot be read|読めません|could not be opened|開けません"):
        _read(place.format(site=site.url), fetcher, told)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (f"{ROOT}/sitemap.xml", True),
        (f"{ROOT}/Sitemap.XML.GZ?x=1", True),
        (f"{ROOT}/sitemap.html", False),
        (f"{ROOT}/?f=sitemap.xml", False),
        ("site/sitemap.xml", True),
        ("site", False),
    ],
)
def test_names(target: str, expected: bool) -> None:
    assert is_sitemap_name(target) is expected
