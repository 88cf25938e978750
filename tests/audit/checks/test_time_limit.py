"""Scripts that lead away after a time, and limits that are announced."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.checks.time_limit import limits
from designsys.audit.conditions import BASE
from designsys.audit.findings import ADVICE


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("time-limit", which)
    assert found == expected
    assert any(expected) == (which not in ("passes", "stoppable"))


def test_a_limit_that_is_announced_is_advice(judge_html: Any) -> None:
    html = (
        '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>施設予約</title></head><body><main>'
        '<h1>施設予約</h1><p id="told">30分間操作がないと、自動的にログアウトします。</p></main></body></html>'
    )
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "time-limit"]
    assert [(one.selector, one.certainty, one.ja, one.en) for one in found] == [
        (
            "#told",
            ADVICE,
            "時間の制限「30分間操作がないと、自動的にログアウト」があります。切れる前に知らせ、延長でき、"
            "書いたことが消えないか、確かめてください。",
            "A time limit is announced: '30分間操作がないと、自動的にログアウト'. See that people are warned before, "
            "may ask for more time, and lose nothing that they wrote.",
        )
    ]


@pytest.mark.parametrize(
    ("script", "seconds"),
    [
        pytest.param("setTimeout(() => location.assign('/'), 20 * 60 * 1000)", [1200.0], id="product"),
        pytest.param("setTimeout(function(){ location = '/end' }, 5000)", [5.0], id="assignment"),
        pytest.param("setInterval(() => history.go(0), 60000); setTimeout(() => location.reload(), 60000)", [60.0], id="once"),
        pytest.param("function leave() {\n  form.submit();\n}\nsetTimeout(leave, 3000)", [3.0], id="by-name"),
        pytest.param("setTimeout(() => location.reload(), 100)", [], id="at-once"),
        pytest.param("setTimeout(() => location.reload(), delay)", [], id="unknown-time"),
        pytest.param("setTimeout(() => { if (location.hash == '#a') show() }, 5000)", [], id="comparison"),
        pytest.param("setTimeout(", [], id="broken"),
    ],
)  # fmt: skip
def test_the_time_after_which_a_script_leaves(script: str, seconds: list[float]) -> None:
    assert limits(script) == seconds
