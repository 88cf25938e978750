"""What can be told of a page from its HTML alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.targets.outline import outline

URL = "https://city.example.jp/a/b.html"


def _links(html: str, charset: str | None = None) -> list[tuple[str, str]]:
    return outline(html.encode(), URL, charset).links


def test_links_with_their_texts() -> None:
    html = """<a href="c.html"> 転出
      届 </a><a name="x">見出し</a><area href="/map" alt="地図"><a href="/i"><img alt="入口" src="i.png"></a>
      <a href="?y=1" aria-label="次の月">→</a><a href="https://other.example.jp/">外</a>"""
    assert _links(html) == [
        ("https://city.example.jp/a/c.html", "転出 届"),
        ("https://city.example.jp/map", "地図"),
        ("https://city.example.jp/i", "入口"),
        ("https://city.example.jp/a/b.html?y=1", "次の月 →"),
        ("https://other.example.jp/", "外"),
    ]


def test_the_base_of_links() -> None:
    assert _links('<base href="/x/"><base href="/y/"><a href="z">a</a>') == [
        ("https://city.example.jp/x/z", "a")
    ]


def test_a_refresh_is_a_link() -> None:
    assert _links('<meta http-equiv="Refresh" content="0; URL=\'/new/\'">') == [
        ("https://city.example.jp/new/", "")
    ]


def test_links_that_are_not_closed_and_addresses_that_are_none() -> None:
    assert _links('<a href="1">a<a href="2">b<a href="http://[">c') == [
        ("https://city.example.jp/a/1", "a"),
        ("https://city.example.jp/a/2", "b"),
        ("", "c"),
    ]


@pytest.mark.parametrize(
    ("head", "charset", "encoding"),
    [
        ('<meta charset="Shift_JIS">', None, "cp932"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">', None, "euc_jp"),
        ('<meta charset="utf-8">', "Shift_JIS", "cp932"),
        ("", None, "utf-8"),
        ('<meta charset="no-such">', None, "utf-8"),
    ],
)
def test_encodings_of_japanese_pages(head: str, charset: str | None, encoding: str) -> None:
    body = f'{head}<a href="x">問い合わせ①</a>'.encode(encoding, "replace")
    assert outline(body, URL, charset).links[0][1].startswith("問い合わせ")


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<form><input type=search><input type=submit></form>", set()),
        ("<form><input name=q><input type=hidden></form>", set()),
        ("<form><input name=a><input name=b></form>", {"form"}),
        ("<form><textarea></textarea></form>", {"form"}),
        ("<table><tr><td>置き場所</table>", set()),
        ("<table><tr><th>曜日</table><video></video>", {"table", "media"}),
        ("<input name=a><input name=b><table><tr><th>額</table>", {"form", "table"}),
    ],
)
def test_parts(html: str, parts: set[str]) -> None:
    assert outline(html.encode(), URL).parts == parts


@given(st.binary(max_size=300))
def test_any_bytes_have_an_outline(body: bytes) -> None:
    assert isinstance(outline(body, URL).links, list)


def test_links_without_end_are_bounded() -> None:
    assert len(_links("<a href=x>a</a>" * 20_000)) == 10_000
