"""A folder is served as a city's server would."""

from __future__ import annotations

import contextlib
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from designsys.audit.targets.folder import LocalServer, pages_of, serve
from designsys.errors import DesignsysError


def _get(url: str) -> tuple[str, str]:
    with urllib.request.urlopen(url) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "市 サイト"
    (folder / "手続き").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name, text in {
        "b.htm": "<p>b",
        "手続き/転出 届.html": "<p>転出",
        ".git/x.html": "",
        "a.mjs": "1",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_pages_in_the_order_of_their_names_without_hidden_ones(folder: Path) -> None:
    assert pages_of(folder) == [folder / "b.htm", folder / "手続き" / "転出 届.html"]


def test_they_are_served_until_the_stack_is_left(folder: Path) -> None:
    with contextlib.ExitStack() as stack:
        first, second = serve(folder, pages_of(folder), stack)
        assert second.shown == (folder / "手続き" / "転出 届.html").as_posix()
        assert _get(second.url)[1] == "<p>転出"
        assert _get(first.url.replace("b.htm", "a.mjs"))[0] == "text/javascript"
    with pytest.raises(urllib.error.URLError):
        _get(first.url)


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match=r"no HTML page|HTMLのページがありません"):
        pages_of(tmp_path)


def test_pages_from_memory_stand_before_the_folder(folder: Path) -> None:
    server = LocalServer(folder, {"/b.htm": "<p>別"})
    try:
        assert _get(f"{server.url}/b.htm") == ("text/html; charset=utf-8", "<p>別")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            _get(f"{server.url}/none.html")
    finally:
        server.close()
