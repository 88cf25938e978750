"""From what is named to what is opened."""

from __future__ import annotations

import urllib.request
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.targets import Search, addresses, web_address
from designsys.audit.targets.crawl import Limits
from designsys.errors import DesignsysError


def _get(url: str) -> tuple[str, str]:
    with urllib.request.urlopen(url) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "市 サイト"
    (folder / "手続き").mkdir(parents=True)
    (folder / "index.html").write_text("<p>入口", encoding="utf-8")
    (folder / "手続き" / "転出 届.html").write_text("<p>転出", encoding="utf-8")
    (folder / "a.js").write_text("1", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.html").write_text("", encoding="utf-8")
    return folder


def test_a_folder_is_served_from_its_root(folder: Path) -> None:
    with addresses([str(folder)]) as found:
        assert [address.shown for address in found] == [
            (folder / "index.html").as_posix(),
            (folder / "手続き" / "転出 届.html").as_posix(),
        ]
        assert [_get(address.url)[1] for address in found] == ["<p>入口", "<p>転出"]
        root = found[0].url.removesuffix("index.html")
        assert _get(f"{root}a.js")[0] == "text/javascript"


def test_a_file_and_a_file_address_of_a_folder(folder: Path) -> None:
    with addresses([str(folder / "index.html"), folder.as_uri()]) as found:
        assert len(found) == 2
        assert _get(found[0].url)[1] == "<p>入口"


def test_addresses_stay_as_they_are() -> None:
    with addresses(["https://city.example.jp/?a=1", "https://city.example.jp/?a=1"]) as found:
        assert [address.url for address in found] == ["https://city.example.jp/?a=1"]


@pytest.mark.parametrize(
    "target", ["city.example.jp", "no/such/folder", "ftp://city.example.jp/", "https://", "http://[", ""]
)
def test_what_is_neither_is_refused(target: str) -> None:
    with (
        pytest.raises(
            DesignsysError, match=r"neither an address nor a folder|アドレスでもフォルダーでもありません"
        ),
        addresses([target]),
    ):
        pass


def _urls(targets: list[str], search: Search | None = None) -> tuple[list[str], list[str]]:
    told: list[str] = []
    with addresses(targets, search, lambda en, ja: told.append(en)) as found:
        return [address.url for address in found], told


def test_a_sitemap_and_a_list_name_pages(site: Any, tmp_path: Path) -> None:
    site.pages["/sitemap.xml"] = (
        b"<urlset><url><loc>{root}/a</loc></url><url><loc>{root}/b</loc></url></urlset>"
    )
    (tmp_path / "sitemap.xml").write_text(
        f"<urlset><url><loc>{site.url}/c</loc></url></urlset>", encoding="utf-8"
    )
    (tmp_path / "pages.txt").write_text(f"{site.url}/d  # 届出\n{site.url}/a\nsitemap.xml", encoding="utf-8")
    urls, told = _urls([f"{site.url}/sitemap.xml", f"@{tmp_path / 'pages.txt'}"])
    assert [url.removeprefix(site.url) for url in urls] == ["/a", "/b", "/d", "/c"]
    assert told == []


def test_links_are_followed_only_when_asked(site: Any) -> None:
    site.pages |= {"/": '<a href="/a">a</a>', "/a": "<p>"}
    assert _urls([f"{site.url}/"]) == ([f"{site.url}/"], [])
    assert site.asked == []
    assert _urls([f"{site.url}/"], Search(crawl=Limits())) == ([f"{site.url}/", f"{site.url}/a"], [])


def test_a_limit_that_ended_a_crawl_is_told(site: Any) -> None:
    site.pages |= {"/": '<a href="/a">a</a>', "/a": "<p>"}
    urls, told = _urls([f"{site.url}/"], Search(crawl=Limits(pages=1)))
    assert urls == [f"{site.url}/"]
    assert told == [
        "the site has more pages than the 1 that were found within the limits: give more with --max-pages or --max-depth."
    ]


def test_a_sample_is_told_with_its_seed() -> None:
    pages = [f"https://city.example.jp/{number}" for number in range(20)]
    urls, told = _urls(pages, Search(sample=6, seed=8))
    assert len(urls) == 6
    assert _urls(pages[::-1], Search(sample=6, seed=8))[0] == urls
    assert told == ["chose 6 of 20 pages: 0 representative, 6 random (--seed 8 chooses them again)."]


def test_the_first_web_address_is_the_one_to_wait_for(tmp_path: Path) -> None:
    (tmp_path / "pages.txt").write_text("site\nhttp://127.0.0.1:8000/a\n", encoding="utf-8")
    assert web_address([f"@{tmp_path / 'pages.txt'}", "http://127.0.0.1:9/"]) == "http://127.0.0.1:8000/a"
    assert web_address(["site", "file:///x.html"]) is None
