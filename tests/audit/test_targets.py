"""From what is named to what is opened."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from designsys.audit.targets import LocalServer, addresses
from designsys.errors import DesignsysError


def _get(url: str) -> tuple[str, str]:
    with urllib.request.urlopen(url) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "市 サイト"
    (folder / "手続き").mkdir(parents=True)
    (folder / "index.html").write_text("<p>入口", encoding="utf-8")
    (folder / "手続き" / "転出 届.html").write_text("<p>転出", encoding="utf-8")
    (folder / "a.js").write_text("1", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.html").write_text("", encoding="utf-8")
    return folder


def test_a_folder_is_served_from_its_root(site: Path) -> None:
    with addresses([str(site)]) as found:
        assert [address.shown for address in found] == [
            (site / "index.html").as_posix(),
            (site / "手続き" / "転出 届.html").as_posix(),
        ]
        assert [_get(address.url)[1] for address in found] == ["<p>入口", "<p>転出"]
        root = found[0].url.removesuffix("index.html")
        assert _get(f"{root}a.js")[0] == "text/javascript"


def test_a_file_and_a_file_address_of_a_folder(site: Path) -> None:
    with addresses([str(site / "index.html"), site.as_uri()]) as found:
        assert len(found) == 2
        assert _get(found[0].url)[1] == "<p>入口"


def test_addresses_stay_as_they_are() -> None:
    with addresses(["https://city.example.jp/?a=1", "https://city.example.jp/?a=1"]) as found:
        assert [address.url for address in found] == ["https://city.example.jp/?a=1"]


@pytest.mark.parametrize(
    "target", ["city.example.jp", "no/such/folder", "ftp://city.example.jp/", "https://", ""]
)
def test_what_is_neither_is_refused(target: str) -> None:
    with (
        pytest.raises(
            DesignsysError, match=r"neither an address nor a folder|アドレスでもフォルダーでもありません"
        ),
        addresses([target]),
    ):
        pass


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(DesignsysError, match=r"no HTML page|HTMLのページがありません"),
        addresses([str(tmp_path)]),
    ):
        pass


def test_pages_from_memory_stand_before_the_folder(site: Path) -> None:
    server = LocalServer(site, {"/index.html": "<p>別"})
    try:
        assert _get(f"{server.url}/index.html") == ("text/html; charset=utf-8", "<p>別")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            _get(f"{server.url}/none.html")
    finally:
        server.close()
