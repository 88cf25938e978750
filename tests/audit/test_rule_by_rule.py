"""Where axe-core passes its bound, or does not reach a frame, its rules are run apart, and those that are lost are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys.audit import engines
from designsys.audit.checks import axe
from designsys.audit.conditions import BASE
from designsys.audit.findings import ADVICE, CERTAIN, Observation
from designsys.audit.page import load
from designsys.audit.rule_by_rule import frame_paths, run_in_parts
from designsys.audit.targets import LocalServer

BOUND = 4.0
ENGINES = ["playwright", "selenium"]
BAD = '<img id="bad" src="/missing.png">'
PAGE = (
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>お知らせ</title></head>'
    "<body><main><h1>お知らせ</h1>{}</main></body></html>"
)
INSIDE = PAGE.format('<p class="endless">本文</p>' + BAD)
FRAME = '<iframe id="f" title="中" src="/inside.html"></iframe>'
BLOCK = "<script>addEventListener('message', event => event.stopImmediatePropagation(), true)</script>"
BLOCKING = PAGE.format(BAD + BLOCK)
# A rule of axe-core that does not end where it finds its element.
ENDLESS = """;axe.configure({
  checks: [{id: 'never-ends', evaluate: 'function () { for (;;); }'}],
  rules: [{id: 'never-ends', tags: ['wcag2a'], selector: '.endless', any: ['never-ends'],
           metadata: {description: 'x', help: 'x'}}],
});"""


@pytest.fixture(scope="module")
def hasty() -> Iterator[Callable[[str], engines.Engine]]:
    """Engines with a small bound, each started when a test first asks for it."""
    started: dict[str, engines.Engine] = {}

    def start(name: str) -> engines.Engine:
        if name not in started:
            started[name] = engines.start(name, BOUND)
        return started[name]

    yield start
    for engine in started.values():
        engine.close()


@pytest.fixture
def endless_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "axe.js"
    file.write_text(axe.script().read_text(encoding="utf-8") + ENDLESS, encoding="utf-8")
    monkeypatch.setattr(axe, "script", lambda: file)


def _judged(engine: engines.Engine, pages: dict[str, str]) -> list[Observation]:
    server = LocalServer(pages=pages)
    tab = engine.open(BASE)
    try:
        return axe.judge(load(tab, f"{server.url}/page.html", BASE, BOUND))
    finally:
        tab.close()
        server.close()


def _unjudged(found: list[Observation]) -> list[tuple[list[Any], list[str]]]:
    """Where rules were not judged, and which."""
    return [
        (list(one.path), re.findall(r"[\w-]+", re.sub(r".*judged this: (.*?)\. .*", r"\1", one.en)))
        for one in found
        if one.rule == "axe"
    ]


def _certain(found: list[Observation]) -> list[tuple[str, list[Any]]]:
    return [(one.rule, list(one.path)) for one in found if one.certainty == CERTAIN]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_rule_that_does_not_end_is_named_and_the_others_are_judged(
    engine: str, hasty: Any, endless_rule: None
) -> None:
    found = _judged(hasty(engine), {"/page.html": INSIDE})
    assert _certain(found) == [("image-alt", ["#bad"])]
    assert _unjudged(found) == [(["html"], ["never-ends"])]
    assert {one.certainty for one in found if one.rule == "axe"} == {ADVICE}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_frame_that_answers_nobody_is_judged_by_itself(engine: str, hasty: Any) -> None:
    found = _judged(hasty(engine), {"/page.html": PAGE.format(FRAME + BAD), "/inside.html": BLOCKING})
    assert sorted(_certain(found)) == [("image-alt", ["#bad"]), ("image-alt", ["#f", "#bad"])]


def test_in_parts_the_same_is_found_as_at_once(hasty: Any) -> None:
    """A part of a page in a frame needs no title, main or heading of its own, here as there."""
    part = f"<!doctype html><html lang=ja><body><p>部分{BAD}</p>"
    frame = PAGE.format(FRAME + '<p style="color: #999">本文</p>')
    found = [
        _judged(hasty("playwright"), {"/page.html": frame, "/inside.html": part + script})
        for script in ("", BLOCK)
    ]
    at_once, apart = (sorted((one.rule, one.certainty, str(one.path)) for one in some) for some in found)
    assert apart == at_once


@pytest.mark.parametrize("engine", ENGINES)
def test_a_large_frame_is_judged_apart_and_its_rule_that_does_not_end_is_named(
    engine: str, hasty: Any, endless_rule: None
) -> None:
    inside = INSIDE.replace("</main>", "<wbr>" * 3001 + "</main>")
    found = _judged(hasty(engine), {"/page.html": PAGE.format(FRAME + BAD), "/inside.html": inside})
    assert ("image-alt", ["#bad"]) in _certain(found)
    named = {path[0]: rules for path, rules in _unjudged(found)}
    assert "never-ends" in named["#f"]
    assert ("image-alt", ["#f", "#bad"]) in _certain(found) or "image-alt" in named["#f"]


def test_of_20000_paragraphs_no_rule_is_lost(hasty: Any) -> None:
    """How many rules end depends on the machine: each that does not is named."""
    found = _judged(hasty("playwright"), {"/page.html": PAGE.format(BAD + "<p>本文</p>" * 20_000)})
    ((where, rules),) = _unjudged(found)
    assert where == ["html"]
    assert ("image-alt", ["#bad"]) in _certain(found) or "image-alt" in rules


def test_a_frame_is_known_by_its_path(hasty: Any) -> None:
    server = LocalServer(pages={"/page.html": PAGE.format(FRAME), "/inside.html": INSIDE})
    tab = hasty("playwright").open(BASE)
    page = load(tab, f"{server.url}/page.html", BASE, BOUND)
    paths, parts = frame_paths(page), run_in_parts(page, axe.script(), axe._OPTIONS)
    tab.close()
    server.close()
    assert list(paths.values()) == [[], ["#f"]]
    assert [
        (rule["id"], rule["nodes"][0]["target"]) for rule in parts.violations if rule["id"] == "image-alt"
    ] == [("image-alt", ["#f", "#bad"])]
    assert parts.unjudged == []
