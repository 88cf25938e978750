"""Contrast of text, measured on pictures of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE, named
from designsys.audit.page import LoadedPage, load
from designsys.audit.pixels import Contrast, contrasts
from designsys.audit.targets import LocalServer

_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'"
_PAGE = f"""<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title>
<meta http-equiv="Content-Security-Policy" content="{_CSP}">
<style>
#exact {{ font-size: 32px; width: 9em; line-height: 2 }}
#plain {{ color: #777; background: #888 }}
#fade {{ color: #333; background: linear-gradient(to right, #fff, #00f); width: 500px }}
#half {{ color: #222; background: linear-gradient(to right, #fff 50%, #333 50%); width: 20em }}
#halo {{ color: #000; background: #555; text-shadow: 0 0 3px #fff, 0 0 3px #fff }}
#thin {{ opacity: .4 }}
#below {{ color: #999; margin-top: 3000px }}
#current {{ color: #767676; border: 1px solid; background: #fff }}
#large {{ color: #888; font-size: 30px }}
#moves {{ animation: fade 9s infinite }} @keyframes fade {{ to {{ color: #eee }} }}
#gone {{ display: none }}
#same {{ color: #fff }}
#scroll {{ width: 3em; height: 1.6em; overflow: auto; line-height: 1.5; background: #fff }}
#scroll p {{ margin: 0; width: 20em; color: #000 }} #scroll + p {{ background: #000; margin: 0 }}
#forced {{ color: #777; background: #888; forced-color-adjust: none }}
</style></head><body><main>
<h1 id="exact">子育て支援のご案内</h1><p id="plain">低い対比の文です</p><p id="fade">左から右へ青くなる</p><p id="half">半分は読めない文がここにあります</p>
<p id="halo">縁取りのある文です</p><p id="thin">薄い文です</p><p id="current">枠のある文です</p><p id="large">大きい</p>
<p id="moves">動く文です</p><p id="gone">ない文</p><p id="same">見えない文</p><p id="forced">低い対比</p>
<div id="scroll"><p id="cut">ここから先は横に送ると見える</p><p id="away">送らないと見えない</p></div>
<p><input id="empty" placeholder="例 みなと市"></p><div id="shadow"><template shadowrootmode="open">影の中の文</template></div>
<iframe id="inner" src="inner.html" title="中"></iframe><p id="below">下のほうの文です</p></main></body></html>"""
_INNER = (
    '<!doctype html><html lang="ja"><title>中</title><p id="text" style="color: #aaa">枠の中の文</p></html>'
)
_IDS = "cut away plain fade half halo thin current large moves gone same empty shadow below forced".split()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("pixels")
    (folder / "page.html").write_text(_PAGE, encoding="utf-8")
    (folder / "inner.html").write_text(_INNER, encoding="utf-8")
    server = LocalServer(folder)
    yield server.url + "/page.html"
    server.close()


def _measured(page: LoadedPage) -> dict[str, Contrast | None]:
    targets: list[list[str]] = [[f"#{name}"] for name in _IDS] + [["#inner", "#text"]]
    return dict(zip([*_IDS, "inner"], contrasts(page, targets), strict=True))


@pytest.fixture(scope="module", params=["playwright", "selenium"])
def page(request: pytest.FixtureRequest, running: Any, server: str) -> Iterator[LoadedPage]:
    tab = running[request.param].open(BASE)
    yield load(tab, server, BASE, 15)
    tab.close()


@pytest.fixture(scope="module")
def measured(page: LoadedPage) -> dict[str, Contrast | None]:
    return _measured(page)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("plain", 1.26, 1.26),
        ("halo", 4.6, 21.0),
        ("thin", 2.8, 3.0),
        ("current", 4.54, 4.54),
        ("large", 3.54, 3.54),
        ("shadow", 21.0, 21.0),
        ("inner", 2.32, 2.32),
        ("below", 2.85, 2.85),
        ("cut", 21.0, 21.0),
    ],
)
def test_the_whole_text_is_within(
    name: str, low: float, high: float, measured: dict[str, Contrast | None]
) -> None:
    found = measured[name]
    assert found
    assert round(found.low, 2) >= low
    assert round(found.high, 2) <= high


def test_a_gradient_has_a_best_and_a_worst_place(measured: dict[str, Contrast | None]) -> None:
    found = measured["fade"]
    assert found
    assert found.high > 10 > found.low
    assert found.share < 0.2


def test_the_share_that_cannot_be_read(measured: dict[str, Contrast | None]) -> None:
    found = measured["half"]
    assert found
    assert 0.2 < found.share < 0.8
    assert found.text == "#222222"
    assert found.ground == "#333333"


@pytest.mark.parametrize(("name", "owed"), [("plain", 4.5), ("large", 3)])
def test_large_text_owes_less(name: str, owed: float, measured: dict[str, Contrast | None]) -> None:
    found = measured[name]
    assert found
    assert found.owed == owed


def test_a_placeholder_is_measured_by_its_own_colour(measured: dict[str, Contrast | None]) -> None:
    found = measured["empty"]
    assert found
    assert found.text == "#757575"


@pytest.mark.parametrize("name", ["away", "moves", "gone", "same"])
def test_what_no_picture_shows_is_not_measured(name: str, measured: dict[str, Contrast | None]) -> None:
    assert measured[name] is None


def test_the_page_is_left_as_it_was(page: LoadedPage, measured: dict[str, Contrast | None]) -> None:
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert not page.touched


def test_what_keeps_its_colours_is_measured_in_forced_ones(running: Any, server: str) -> None:
    (forced,) = named(["forced-colours"])
    tab = running["playwright"].open(forced)
    found = _measured(load(tab, server, forced, 15))
    tab.close()
    assert found["plain"] is None
    assert found["forced"]
    assert found["forced"].high < 1.3


def test_no_targets_need_no_picture(page: LoadedPage) -> None:
    assert contrasts(page, []) == []
