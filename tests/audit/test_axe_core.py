"""Which axe-core runs: ours, or one that somebody names."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from designsys.audit import engines
from designsys.audit.axe_core import script
from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import LocalServer, addresses
from designsys.errors import DesignsysError

_BOUND = 15.0

# A rule that our axe-core does not have, and for which there are no words of ours.
_NEW_RULE = """;axe.configure({
  checks: [{id: 'city-check', evaluate: 'function () { return false; }'}],
  rules: [{id: 'city-rule', selector: 'h1', any: ['city-check'], tags: ['wcag2a', 'wcag131'], metadata: {help: 'Help of axe'}}],
});"""


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An axe-core with one more rule, named by the environment."""
    file = tmp_path / "検査" / "axe.js"
    file.parent.mkdir()
    file.write_text(script().read_text(encoding="utf-8") + _NEW_RULE, encoding="utf-8")
    monkeypatch.setenv("DESIGNSYS_AXE", str(file))
    return file


def test_without_a_choice_it_is_the_one_that_came_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESIGNSYS_AXE", raising=False)
    assert script().name == "axe.min.js"


@pytest.mark.checks("axe")
@pytest.mark.parametrize("engine", ["playwright", "selenium"])
def test_a_chosen_one_runs_and_speaks_for_itself_where_we_have_no_words(engine: str, newer: Path) -> None:
    html = '<!doctype html><html lang="ja"><head><title>題</title></head><body><main><h1>題</h1><img src="/missing.png"></main></body></html>'
    server = LocalServer(pages={"/page.html": html})
    with addresses([f"{server.url}/page.html"]) as pages:
        # A browser carries the axe-core that it was given first from page to page: this one is for this test alone.
        result = run(plan(pages, [BASE]), partial(engines.start, engine, _BOUND), _BOUND)
    server.close()
    found = {finding.rule: finding for finding in result.of(CERTAIN)}
    assert found.keys() == {"city-rule", "image-alt"}
    told = found["city-rule"]
    assert (told.criteria, told.ja, told.en) == (("1.3.1",), "Help of axe", "Help of axe")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"alert(1)", id="another-script"),
        pytest.param(b"/*! axe v3.5.6\n */", id="too-old"),
        pytest.param(b"/*! axe v4.1\xff */", id="no-text"),
    ],
)
def test_what_is_no_axe_core_is_refused(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "axe.js"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("DESIGNSYS_AXE", str(file))
    with pytest.raises(DesignsysError) as error:
        script()
    assert (
        error.value.en
        == f"'{file}' is no axe-core 4: give --axe-script the axe.min.js of the npm package axe-core."
    )
    assert error.value.ja.startswith(f"「{file}」は axe-core 4 ではありません。")
