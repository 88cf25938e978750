"""Which pages ``designsys audit`` judges, as a person says it on the command line."""

from __future__ import annotations

import json
import shlex
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.politeness import Pace
from designsys.audit.targets import LocalServer

Run = Callable[..., Any]


def _page(title: str, *links: str) -> str:
    listed = "".join(f'<li><a href="{link}">{link}の案内</a></li>' for link in links)
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{title} - 若葉市</title></head>'
        f"<body><main><h1>{title}</h1><ul>{listed}</ul></main></body></html>"
    )


PAGES = {
    "/": _page("入口", "/gomi.html", "/zei.html", "/toiawase.html", "/hokan.html"),
    "/gomi.html": _page("ごみの分け方"),
    "/zei.html": _page("市民税の納め方"),
    "/toiawase.html": _page("市役所への連絡先"),
    "/hokan.html": _page("放課後児童クラブ", "/moushikomi.html"),
    "/moushikomi.html": _page("児童クラブへの入会"),
}


@pytest.fixture(scope="module")
def city() -> Iterator[str]:
    server = LocalServer(None, PAGES)
    yield server.url
    server.close()


def _judged(report: Path, city: str) -> list[str]:
    pages = json.loads(report.read_text(encoding="utf-8"))["pages"]
    assert {page["status"] for page in pages} == {"judged"}
    return [page["url"].removeprefix(city) for page in pages]


def test_a_crawl_and_its_limit(designsys: Run, city: str, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = designsys(
        "audit", f"{city}/", "--crawl", "--max-depth", 1, "--condition", "base", "--json", report
    )
    assert done.code == 0, done.err
    assert _judged(report, city) == sorted(set(PAGES) - {"/moushikomi.html"})
    assert done.err.startswith("the site has more pages than the 5 that were found within the limits")


def test_a_sample_of_a_list(designsys: Run, city: str, tmp_path: Path) -> None:
    (tmp_path / "pages.txt").write_text("\n".join(f"{city}{path}" for path in PAGES), encoding="utf-8")
    report = tmp_path / "report.json"
    done = designsys(
        "audit",
        "--list",
        tmp_path / "pages.txt",
        "--sample",
        3,
        "--seed",
        8,
        "--condition",
        "base",
        "--json",
        report,
    )
    assert done.code == 0, done.err
    assert len(_judged(report, city)) == 3
    assert _judged(report, city)[0] == "/"
    assert done.err == "chose 3 of 6 pages: 1 representative, 2 random (--seed 8 chooses them again).\n"


def test_an_app_is_served_while_its_pages_are_judged(designsys: Run, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGES["/gomi.html"], encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = shlex.join([sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(tmp_path)])  # fmt: skip
    done = designsys("audit", f"http://127.0.0.1:{port}/", "--serve", app, "--condition", "base")
    assert (done.code, done.err) == (0, "")
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", port), 1):
        pass


def test_a_crawl_and_the_browser_share_one_pace(
    designsys: Run, city: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paces: list[float] = []
    waited: list[str] = []

    class Counted(Pace):
        def __init__(self, rate: float) -> None:
            paces.append(rate)

        def wait(self, url: str) -> None:
            waited.append(url.removeprefix(city))

    monkeypatch.setattr("designsys.cli._targeting.Pace", Counted)
    designsys(
        "audit", f"{city}/gomi.html", "--crawl", "--condition", "base", "--condition", "320", "--rate", 5
    )
    assert paces == [5.0]
    assert waited[:2] == ["/gomi.html", "/robots.txt"]
    # Read twice while crawling, then opened once under each condition.
    assert waited.count("/gomi.html") == 4


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--crawl", "--max-pages", "0"], "--max-pages 0 is too small: write a number of 1 or more."),
        (["--crawl", "--max-depth", "-1"], "--max-depth -1 is too small: write a number of 0 or more."),
        (["--sample", "0"], "--sample 0 is too small: write a number of 1 or more."),
        (["--rate", "0"], "--rate 0 does not work: write a number of more than 0."),
        (["--rate", "nan"], "--rate nan does not work: write a number of more than 0."),
        (["--serve-timeout", "-1"], "--serve-timeout -1 does not work: write a number of more than 0."),
        (["--serve", "true"], "--serve needs the address at which the app answers: add a target such as http://127.0.0.1:8000/."),
        (["--list", "none.txt"], "the list 'none.txt' cannot be read: name a text file with one address a line."),
        (["@none.txt"], "the list 'none.txt' cannot be read: name a text file with one address a line."),
        (["none.xml"], "'none.xml' is neither an address nor a folder: write https://… or the path of a folder with HTML pages."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_one_sentence(
    arguments: list[str], reason: str, designsys: Run, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(PAGES["/gomi.html"], encoding="utf-8")
    done = designsys("audit", tmp_path, *arguments)
    assert done.code == 2
    assert done.err == f"designsys: {reason}\n"
    assert done.out == ""


def test_it_is_said_in_the_language_asked_for(designsys: Run, tmp_path: Path) -> None:
    done = designsys("audit", tmp_path, "--lang", "ja", "--rate", "0")
    assert done.err == "designsys: --rate の 0 は使えません。0より大きい数を書いてください。\n"
