"""The gate on a good page and on its six broken copies, in both engines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from designsys.audit import run as running_module
from designsys.audit.conditions import BASE, CONDITIONS, named
from designsys.audit.failures import overran
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Observation, Result
from designsys.audit.page import LoadedPage
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import Address, LocalServer, addresses

ENGINES = ["playwright", "selenium"]
EVERY = {condition.id for condition in CONDITIONS}


def _certain(result: Result) -> set[tuple[str, str, tuple[str, ...], frozenset[str]]]:
    told: dict[tuple[str, str, tuple[str, ...]], set[str]] = {}
    for finding in result.of(CERTAIN):
        told.setdefault((finding.rule, finding.selector, finding.criteria), set()).add(
            finding.job.condition.id
        )
    return {(*key, frozenset(conditions)) for key, conditions in told.items()}


@pytest.mark.checks("all")
@pytest.mark.parametrize("engine", ENGINES)
def test_the_good_page_passes_under_every_condition(engine: str, good_page: str, judge_html: Any) -> None:
    result = judge_html(good_page, engine)
    assert [(page.job.condition.id, page.status) for page in result.pages] == [
        (condition.id, "judged") for condition in CONDITIONS
    ]
    assert result.of(CERTAIN) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("fault", "rule", "selector", "criteria", "conditions"),
    [
        pytest.param("label", "label", "#name", ("4.1.2",), EVERY, id="label"),
        pytest.param("alt", "image-alt", "#broken-alt", ("1.1.1",), EVERY, id="alt"),
        pytest.param("contrast", "color-contrast", "h1", ("1.4.3",), {"dark"}, id="contrast-in-dark"),
        pytest.param("lang", "html-has-lang", "html", ("3.1.1",), EVERY, id="lang"),
        pytest.param("error", "error-association", "#name", ("1.3.1", "3.3.1"), EVERY, id="error"),
        pytest.param(
            "noscript", "image-alt", "#broken-noscript", ("1.1.1",), {"javascript-off"}, id="noscript"
        ),
    ],
)
def test_a_broken_copy_is_named_by_element_and_criterion(
    engine: str, fault: str, rule: str, selector: str, criteria: tuple[str, ...], conditions: set[str],
    good_page: str, judge_html: Any, broken: Any,
) -> None:  # fmt: skip
    result = judge_html(broken(good_page, fault), engine)
    assert _certain(result) == {(rule, selector, criteria, frozenset(conditions))}


def test_both_engines_agree_on_the_fingerprint(good_page: str, judge_html: Any, broken: Any) -> None:
    html = broken(good_page, "label")
    prints = [
        {finding.fingerprint for finding in judge_html(html, engine, (BASE,)).of(CERTAIN)}
        for engine in ENGINES
    ]
    assert prints[0] == prints[1]
    assert len(prints[0]) == 1


def test_moving_an_element_keeps_its_fingerprint(good_page: str, judge_html: Any, broken: Any) -> None:
    html = broken(good_page, "alt").replace('id="broken-alt" src="/missing.png"', "")
    moved = html.replace("</h1>", "</h1><div><p>お知らせ</p></div>").replace(
        "<p><img", "<div><div><p></p><img"
    )
    first, second = (judge_html(page, conditions=(BASE,)).of(CERTAIN) for page in (html, moved))
    assert [one.selector for one in first] != [one.selector for one in second]
    assert [one.fingerprint for one in first] == [one.fingerprint for one in second]


def test_nothing_typed_is_in_a_finding(judge_html: Any) -> None:
    html = (
        '<!doctype html><html lang="ja"><title>試験</title><main><input value="ひみつ1">'
        '<textarea>ひみつ2</textarea><a href="/a?ひみつ3"></a><img src="/b?id=ひみつ4"></main>'
    )
    result = judge_html(html, conditions=(BASE,))
    assert {finding.rule for finding in result.of(CERTAIN)} == {"label", "link-name", "image-alt"}
    assert "ひみつ" not in repr(result)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_that_fails_does_not_stop_the_rest(engine: str, hostile: str, running: Any) -> None:
    paths = ["/error", "/redirects", "/image", "/download", "/image?again"]
    with addresses([hostile + path for path in paths]) as found:
        result = run(plan(found, [BASE]), running.lend(engine), 10)
    assert [page.status for page in result.pages] == [
        "not judged",
        "not judged",
        "judged",
        "not judged",
        "judged",
    ]
    assert [finding.rule for finding in result.of(CERTAIN)] == ["image-alt", "image-alt"]


def test_reasons_call_a_page_as_the_report_does(hostile: str, running: Any) -> None:
    result = run(
        plan([Address(f"{hostile}/error", "site/error.html")], [BASE]), running.lend("playwright"), 10
    )
    assert str(result.pages[0].reason).startswith("site/error.html")
    assert hostile not in str(result.pages[0].reason)


def test_each_job_is_told(hostile: str, running: Any) -> None:
    told: list[str] = []
    with addresses([f"{hostile}/error", f"{hostile}/image"]) as found:
        run(plan(found, [BASE]), running.lend("playwright"), 10, lambda job: told.append(job.address.url))
    assert told == [f"{hostile}/error", f"{hostile}/image"]


FAILING: dict[str, Callable[[LoadedPage], object]] = {
    "in-the-page": lambda page: page.observe("[].nothing.at.all"),
    "by-itself": lambda page: {}["nothing"],
    "by-its-bound": lambda page: (_ for _ in ()).throw(overran(page.url, 3)),
}


@pytest.mark.parametrize("way", FAILING)
def test_a_check_that_fails_in_a_page_is_named_and_loses_nothing_else(
    way: str, good_page: str, judge_html: Any, broken: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        __name__ = "designsys.audit.checks.two_words"
        ASPECTS = frozenset({"width"})
        ACTS = False

        def judge(self, page: Any) -> Any:
            return FAILING[way](page)

    chosen = [*running_module.all_checks(), Failing()]
    monkeypatch.setattr("designsys.audit.run.all_checks", lambda: chosen)
    result = judge_html(broken(good_page, "alt"), conditions=(BASE,))
    assert [
        (one.rule, one.certainty) for one in result.findings if one.rule in ("image-alt", "two-words")
    ] == [
        ("image-alt", CERTAIN),
        ("two-words", ADVICE),
    ]


def test_a_check_is_run_again_only_where_a_condition_can_change_it(
    good_page: str, judge_html: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Wide:
        """Tells in which windows it was asked."""

        __name__ = "designsys.audit.checks.wide"
        ASPECTS = frozenset({"width"})
        ACTS = False
        asked: ClassVar[list[str]] = []

        def judge(self, page: LoadedPage) -> list[Observation]:
            assert page.condition is not None
            self.asked.append(page.condition.id)
            return [Observation("wide", (), ADVICE, ["h1"], "", str(page.condition.width))]

    monkeypatch.setattr("designsys.audit.run.all_checks", lambda: [Wide()])
    conditions = tuple(named(["base", "320", "dark", "320+dark", "320+javascript-off"]))
    result = judge_html(good_page, conditions=conditions)
    assert Wide.asked == ["base", "320"]
    assert {one.job.condition.id: one.en for one in result.findings} == {
        "base": "1280",
        "dark": "1280",
        "320": "320",
        "320+dark": "320",
        "320+javascript-off": "320",
    }


def test_a_rule_of_ours_is_not_tried_again_as_the_rule_of_axe_with_its_name(
    good_page: str, judge_html: Any
) -> None:
    twice = '<p><label for="twice">甲 <input id="twice"></label> <input id="twice" title="乙"></p><img src="/missing.png"></main>'
    found = judge_html(good_page.replace("</main>", twice), conditions=(BASE,)).findings
    assert [one.certainty for one in found if one.rule == "duplicate-id"] == [CERTAIN]
    assert not [one for one in found if one.unstable]


def test_an_element_is_shown_as_it_was_before_a_check_acted_on_it(
    good_page: str, judge_html: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Acting:
        __name__ = "designsys.audit.checks.pressing"
        ASPECTS = frozenset({"width"})
        ACTS = True

        def judge(self, page: Any) -> list[Observation]:
            page.evaluate("document.querySelector('h1').setAttribute('class', 'pressed')")
            page.evaluate(
                "document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=come>出た</p>')"
            )
            page.touched = True
            return [Observation("pressing", (), LIKELY, [path], "", "") for path in ("h1", "#come")]

    chosen = [*running_module.all_checks(), Acting()]
    monkeypatch.setattr("designsys.audit.run.all_checks", lambda: chosen)
    result = judge_html(good_page, conditions=(BASE,))
    heading, come = [one.html for one in result.findings if one.rule == "pressing"]
    assert heading.startswith("<h1")
    assert "pressed" not in heading
    assert come == '<p id="come">出た</p>'


class _Once(dict[str, str]):
    """Pages of which one is there a single time."""

    def get(self, path: str, default: Any = None) -> Any:
        return self.pop(path, default)


def test_what_the_first_try_found_is_told_when_the_second_fails(
    good_page: str, broken: Any, running: Any
) -> None:
    server = LocalServer(pages=_Once({"/page.html": broken(good_page, "alt")}))
    try:
        result = run(plan([Address(f"{server.url}/page.html", "頁")], [BASE]), running.lend("playwright"), 10)
    finally:
        server.close()
    (page,) = result.pages
    assert page.reason is not None and "HTTP 404" in page.reason.en
    assert [
        (one.selector, one.certainty, one.unstable) for one in result.findings if one.rule == "image-alt"
    ] == [("#broken-alt", LIKELY, True)]
