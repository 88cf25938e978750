"""The walk by Tab."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.facts import tab_walk


def _ids(stops: Any) -> list[str]:
    return [str(stop.path[-1]) for stop in stops]


def test_stops_come_in_the_order_of_focus_and_once(opened: Any) -> None:
    walk = opened(
        '<input id="second"><input id="first" tabindex="1"><input id="never" tabindex="-1"><button id="third">送る</button>'
    ).fact(tab_walk.find)
    assert _ids(walk.stops) == ["#first", "#second", "#third"]
    assert walk.suspects == []


@pytest.mark.parametrize("engine", ["playwright", "selenium"])
@pytest.mark.parametrize(
    "last", ["<a href='#z'>後へ</a>", "<iframe title='中' srcdoc='<input>'></iframe>"], ids=["link", "frame"]
)
def test_the_walk_ends_where_the_focus_leaves_the_page(last: str, engine: str, opened: Any) -> None:
    # A script that listens to keys has the walk go back too, which Chromium goes round without a word of leaving.
    page = opened("<a href='#x'>先へ</a><input>" + last + "<script>onkeydown = () => {}</script>", engine)
    walk = page.fact(tab_walk.find)
    assert len(walk.stops) == 3
    assert walk.suspects == []


def test_frames_and_shadow_trees_are_walked_through(opened: Any) -> None:
    page = opened(
        '<input id="a"><div id="host"><template shadowrootmode="open"><input id="b"><input id="c"></template></div>'
        '<iframe title="中" srcdoc="<input id=d>"></iframe><input id="e">'
    )
    stops = [stop.path for stop in page.fact(tab_walk.find).stops]
    assert [path[-1] for path in stops] == ["#a", ["#host", "#b"], ["#host", "#c"], "#d", "#e"]


def test_a_walk_leaves_an_unchanged_page_untouched(opened: Any) -> None:
    page = opened('<a href="#x" id="a">先へ</a><p style="margin-top: 3000px"><a href="#y">下へ</a></p>')
    page.fact(tab_walk.find)
    assert page.touched is False
    assert page.evaluate("[document.activeElement.localName, scrollY]") == ["body", 0]


def test_a_stop_that_takes_the_focus_back_is_a_suspect(opened: Any) -> None:
    walk = opened(
        '<a href="#x">先へ</a><button id="b" onblur="setTimeout(() => this.focus(), 10)">地図</button><a href="#y">後へ</a>'
    ).fact(tab_walk.find)
    assert ["#b"] in walk.suspects
