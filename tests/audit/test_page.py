"""Pages are judged as residents get them, and none holds the run up."""

from __future__ import annotations

import time
from typing import Any

import pytest

from designsys.audit.conditions import BASE, CONDITIONS, Condition
from designsys.audit.failures import Unjudged
from designsys.audit.findings import CERTAIN, Result
from designsys.audit.page import load
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import addresses

ENGINES = ["playwright", "selenium"]


def _judge(running: Any, engine: str, url: str, condition: Condition = BASE) -> Result:
    with addresses([url]) as found:
        return run(plan(found, [condition]), running.lend(engine), 10)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("path", "selector"),
    [
        pytest.param("/strict", "#bad", id="strict-csp-and-trusted-types"),
        pytest.param("/sandbox", "#bad", id="csp-sandbox"),
        pytest.param("/sandboxed-frame", "#bad", id="sandboxed-frame"),
        pytest.param("/dialogs", "#bad", id="dialogs"),
        pytest.param("/late-dialogs", "#bad", id="dialogs-without-end"),
        pytest.param("/frame", "#inner >>> #bad", id="frame"),
        pytest.param("/onward", "#bad", id="immediate-refresh"),
        pytest.param("/broken-prototypes", "#bad", id="broken-prototypes"),
        pytest.param("/shadow", "#host >>> #bad", id="shadow"),
    ],
)
def test_hostile_pages_are_judged(engine: str, path: str, selector: str, hostile: str, running: Any) -> None:
    result = _judge(running, engine, hostile + path)
    assert [(one.rule, one.selector) for one in result.of(CERTAIN)] == [("image-alt", selector)], result.pages


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/error", "HTTP 500"),
        ("/nothing-here", "HTTP 404"),
        ("/redirects", "ERR_TOO_MANY_REDIRECTS"),
        ("/download", "could not be opened"),
        ("/text", "text/plain"),
    ],
)
def test_what_is_no_page_is_said(engine: str, path: str, reason: str, hostile: str, running: Any) -> None:
    (page,) = _judge(running, engine, hostile + path).pages
    assert page.reason is not None
    assert reason in page.reason.en


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_does_not_hold_up_the_next(engine: str, hostile: str, running: Any) -> None:
    # Dialogs without end stopped the next page about every second time.
    with addresses(
        [f"{hostile}{path}?{turn}" for turn in range(6) for path in ("/late-dialogs", "/image")]
    ) as found:
        result = run(plan(found, [BASE]), running.lend(engine), 10)
    assert {page.status for page in result.pages} == {"judged"}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", ["/endless", "/endless-part", "/loop", "/late-loop"])
def test_a_page_that_never_ends_is_bounded(engine: str, path: str, hostile: str, hasty: Any) -> None:
    """And the engine serves the next page."""
    begun = time.monotonic()
    with addresses([hostile + path, f"{hostile}/image"]) as found:
        endless, image = run(plan(found, [BASE]), hasty.lend(engine), 3.0).pages
    assert time.monotonic() - begun < 60
    assert endless.reason is not None
    assert "within 3 seconds" in endless.reason.en
    assert image.status == "judged"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.id)
def test_the_page_meets_the_condition(engine: str, condition: Condition, hostile: str, running: Any) -> None:
    tab = running[engine].open(condition)
    page = load(tab, f"{hostile}/mirror", condition, 10)
    seen = page.evaluate(
        "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, "
        "matchMedia('(forced-colors: active)').matches, document.querySelector('#script').textContent]"
    )
    tab.close()
    ran = "動いた" if condition.scripts else "動かない"
    assert seen == [condition.width, condition.scheme == "dark", condition.forced_colors, ran]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_condition_that_did_not_take_is_no_verdict(engine: str, hostile: str, running: Any) -> None:
    tab = running[engine].open(CONDITIONS[1])
    with pytest.raises(Unjudged, match="dark"):
        load(tab, f"{hostile}/image", CONDITIONS[2], 10)
    tab.close()


def test_loading_anew_leads_to_the_state_again(load_html: Any) -> None:
    page = load_html('<button type="button" onclick="this.textContent = \'開いた\'">開く</button>')
    page.arrive(lambda one: one.evaluate("document.querySelector('button').click()"))
    assert page.evaluate("document.querySelector('button').textContent") == "開いた"
    page.evaluate("document.querySelector('button').textContent = 'よごれた'")
    page.touched = True
    page.again()
    assert page.evaluate("document.querySelector('button').textContent") == "開いた"
    assert page.touched is False


@pytest.mark.parametrize("engine", ENGINES)
def test_a_script_of_ours_that_does_not_end_is_ended_and_the_page_lives_on(
    engine: str, hostile: str, hasty: Any
) -> None:
    tab = hasty[engine].open(BASE)
    page = load(tab, f"{hostile}/image", BASE, 3.0)
    with pytest.raises(Unjudged, match="a check took longer than 3 seconds") as failure:
        page.evaluate("(() => { for (;;); })()")
    assert failure.value.own
    assert page.answers()
    tab.close()


def test_a_window_of_the_next_browser_is_not_judged_in_place_of_the_page(hostile: str, hasty: Any) -> None:
    engine = hasty["selenium"]
    page = load(engine.open(BASE), f"{hostile}/image", BASE, 3.0)
    engine.kill()
    assert engine.open(BASE) is not None
    with pytest.raises(Unjudged, match="within 3 seconds"):
        page.evaluate("1")


def test_one_check_gets_a_share_of_time(hostile: str, running: Any) -> None:
    tab = running["playwright"].open(BASE)
    page = load(tab, f"{hostile}/image", BASE, 10)
    # With no time for one evaluation, six of them are none.
    page._bound = 0.0
    with pytest.raises(Unjudged, match="a check took longer"), page.limited():
        page.evaluate("1")
    page._bound = 10.0
    assert page.evaluate("1") == 1
    tab.close()


def test_a_sandboxed_frame_holds_up_no_page_behind_another(hostile: str, running: Any) -> None:
    """The tab brings axe-core along from its first page, which in such a frame would never end."""
    with addresses([hostile + "/image", hostile + "/sandboxed-frame"]) as found:
        result = run(plan(found, [BASE]), running.lend("playwright"), 10)
    rules = {one.rule for one in result.findings if "sandboxed" in one.url}
    assert "image-alt" in rules
    assert "frame-tested" in rules, "that the frame was not judged is told"
