"""What a second measure makes of axe-core's findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.audit.conditions import BASE, named
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY
from designsys.audit.page import LoadedPage, load
from designsys.audit.remeasure import Verdict, remeasure

_STYLE = """
button { width: 18px; height: 18px; padding: 0; border: 0; margin: 0 } .far { margin: 0 40px }
.reach { position: relative; margin: 0 3px } .reach::before { content: ""; position: absolute; inset: -3px }
#nav { background: #2e7d32 } #bar { color: #fff }
#low { color: #999 } #well { color: #333 } .logo { color: #999 } #same { color: #fff }
#kept { color: #777; background: #888; forced-color-adjust: none }
"""
_BODY = """
<p style="letter-spacing: 0.1em !important" id="own">文字の間隔</p>
<div style="letter-spacing: 0.1em !important" id="passed"><p>文字の間隔</p></div>
<div style="word-spacing: 0.1em !important" id="replaced"><p style="word-spacing: 0.2em">字 間</p></div>
<div style="line-height: 1 !important" id="nobody"></div>
<p style="letter-spacing: 0.2em !important" id="enough">文字の間隔</p>
<div><button id="a">1</button><button id="b">2</button><button class="far" id="c">3</button></div>
<div><button class="reach" id="d">4</button><button class="reach" id="e">5</button></div>
<p>申請は<a href="/x" id="in">届</a>をどうぞ。</p><p id="low">薄い</p><p id="well">濃い</p><p class="logo" id="logo">港</p>
<p id="same">白い</p><nav id="nav"><a href="/x" id="bar">くらし・手続き</a></nav><p id="kept">色を保つ</p>
"""


def _show(page: LoadedPage) -> LoadedPage:
    page.evaluate(
        f"document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].replaceSync({_STYLE!r});"
        f"document.body.innerHTML = {_BODY!r}; 0"
    )
    return page


@pytest.fixture(scope="module")
def page(running: Any, hostile: str) -> Iterator[LoadedPage]:
    tab = running["playwright"].open(BASE)
    yield _show(load(tab, f"{hostile}/image", BASE, 15))
    tab.close()


def _verdict(page: LoadedPage, rule: str, name: str, key: str | None = None, *, violation: bool) -> Verdict:
    node = {"target": [f"#{name}"], "any": [{"id": rule, "data": {"messageKey": key}}]}
    (verdict,) = remeasure(page, rule, [node], violation=violation)
    return verdict


@pytest.mark.parametrize(
    ("rule", "name", "certainty"),
    [
        ("avoid-inline-spacing", "own", CERTAIN),
        ("avoid-inline-spacing", "passed", LIKELY),
        ("avoid-inline-spacing", "replaced", ADVICE),
        ("avoid-inline-spacing", "nobody", ADVICE),
        ("avoid-inline-spacing", "enough", ADVICE),
        ("target-size", "a", CERTAIN),
        ("target-size", "c", LIKELY),
        ("target-size", "d", LIKELY),
        ("target-size", "in", ADVICE),
        ("target-size", "gone", LIKELY),
        ("color-contrast", "low", CERTAIN),
        ("color-contrast", "well", LIKELY),
        ("color-contrast", "logo", ADVICE),
        ("color-contrast", "gone", LIKELY),
    ],
)
def test_a_violation_is_certain_when_both_agree(
    rule: str, name: str, certainty: str, page: LoadedPage
) -> None:
    assert _verdict(page, rule, name, violation=True).certainty == certainty


@pytest.mark.parametrize(
    ("name", "key", "certainty"),
    [
        ("low", "bgGradient", CERTAIN),
        ("low", "nonBmp", LIKELY),
        ("well", "bgGradient", None),
        ("same", "equalRatio", LIKELY),
        ("same", "bgOverlap", ADVICE),
        ("gone", "bgImage", ADVICE),
    ],
)
def test_pixels_decide_what_axe_could_not(
    name: str, key: str, certainty: str | None, page: LoadedPage
) -> None:
    assert _verdict(page, "color-contrast", name, key, violation=False).certainty == certainty


@pytest.mark.parametrize(("rule", "name"), [("target-size", "c"), ("color-contrast", "well")])
def test_both_figures_are_told_where_they_differ(rule: str, name: str, page: LoadedPage) -> None:
    verdict = _verdict(page, rule, name, violation=True)
    figures = {"target-size": "18", "color-contrast": "12.63:1"}[rule]
    assert figures in verdict.ja
    assert figures in verdict.en


@pytest.mark.parametrize(("name", "certainty"), [("low", None), ("bar", None), ("kept", CERTAIN)])
def test_in_forced_colours_only_kept_ones_count(
    name: str, certainty: str, running: Any, hostile: str
) -> None:
    (forced,) = named(["forced-colours"])
    tab = running["playwright"].open(forced)
    page = _show(load(tab, f"{hostile}/image", forced, 15))
    assert _verdict(page, "color-contrast", name, violation=True).certainty == certainty
    tab.close()


def test_an_incomplete_target_stays_advice(page: LoadedPage) -> None:
    assert _verdict(page, "target-size", "a", violation=False).certainty == ADVICE


@pytest.mark.parametrize(
    ("rule", "body", "certainties"),
    [
        (
            "frame-focusable-content",
            '<iframe id="f" title="案内" tabindex="-1" srcdoc="<a href=/>市役所</a>"></iframe>',
            [CERTAIN],
        ),
        (
            "frame-focusable-content",
            '<iframe id="f" title="案内" tabindex="-1" srcdoc="<a href=/>市役所</a>"></iframe>'
            '<dialog id="d" aria-label="確認"><button>閉じる</button></dialog><script>d.showModal()</script>',
            [],
        ),
        ("aria-valid-attr-value", '<button aria-controls="later">開く</button>', [ADVICE]),
        (
            "aria-valid-attr-value",
            '<div role="scrollbar" tabindex="0" aria-label="送り" aria-controls="none" aria-valuenow="5"></div>',
            [CERTAIN],
        ),
        (
            "aria-valid-attr-value",
            '<button aria-expanded="yes" aria-controls="later">開く</button>',
            [CERTAIN],
        ),
    ],
)
def test_what_keeps_nobody_out_is_no_failure(
    rule: str, body: str, certainties: list[str], judge_html: Any
) -> None:
    page = f'<!doctype html><html lang="ja"><title>届</title><main><h1>届</h1>{body}</main></html>'
    found = judge_html(page, conditions=(BASE,)).findings
    assert [one.certainty for one in found if one.rule == rule] == certainties
