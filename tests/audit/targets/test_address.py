"""Two spellings of one address are one; two addresses stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.targets.address import canonical, is_page_name

ROOT = "https://city.example.jp"


@pytest.mark.parametrize(
    ("written", "one"),
    [
        ("HTTPS://City.Example.JP", "/"),
        (f"{ROOT}/#main", "/"),
        (f"{ROOT}:443/a", "/a"),
        (f"{ROOT}./a", "/a"),
        (f"{ROOT}/a/../b/./c", "/b/c"),
        (f"{ROOT}/../../a", "/a"),
        (f"{ROOT}/a/b/..", "/a/"),
        (f"{ROOT}/%7euser/%e6%89%8b", "/~user/%E6%89%8B"),
        (f"{ROOT}/手続き/転出 届", "/%E6%89%8B%E7%B6%9A%E3%81%8D/%E8%BB%A2%E5%87%BA%20%E5%B1%8A"),
        (f"{ROOT}/100%", "/100%25"),
        (f"{ROOT}/a;jsessionid=0A1B2C.node1?x=1", "/a?x=1"),
        (f"{ROOT}/(S(abc123))/a.aspx", "/a.aspx"),
        (f"{ROOT}/a?PHPSESSID=1&x=1&utm_source=mail", "/a?x=1"),
        (f"{ROOT}/a?sid=0123456789abcdef0123", "/a"),
        (f"{ROOT}/a?", "/a"),
    ],
)
def test_one_spelling(written: str, one: str) -> None:
    assert canonical(written) == ROOT + one


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/a", "/a/"),
        ("/a", "/A"),
        ("/a?x=1", "/a?x=2"),
        ("/a?sid=12", "/a"),
        ("/a%2Fb", "/a/b"),
        ("/a?x=%26", "/a?x=&"),
    ],
)
def test_different_pages_stay_apart(first: str, second: str) -> None:
    assert canonical(ROOT + first) != canonical(ROOT + second)


def test_hosts_of_other_scripts_and_ports_and_logins_are_kept() -> None:
    assert canonical("http://例え.jp:8080/") == "http://xn--r8jz45g.jp:8080/"
    assert canonical("http://u:p@[::1]:8080/") == "http://u:p@[::1]:8080/"


@pytest.mark.parametrize("url", ["http://", "http://[", "http://x:y/", f"http://{'あ' * 70}.jp/"])
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        canonical(url)


@given(st.text(max_size=40), st.text(max_size=20))
def test_the_one_spelling_is_its_own(path: str, query: str) -> None:
    once = canonical(f"{ROOT}/{path.replace('?', '').replace('#', '')}?{query.replace('#', '')}")
    assert canonical(once) == once
    assert once.isascii()


@pytest.mark.parametrize("name", ["", "a", "a.html", "a.htm", "a.php", "a.aspx", "v1.2", "令和7.4", "a.pdf/"])
def test_pages_by_name(name: str) -> None:
    assert is_page_name(f"{ROOT}/{name}?file=x.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF", "a.docx", "a.b.jpg", "a.zip", "a.css"])
def test_other_files_by_name(name: str) -> None:
    assert not is_page_name(f"{ROOT}/x/{name}")
