"""axe-core's rules: which are run, how sure they are, and in whose words they speak."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from designsys.audit.axe_core import script
from designsys.audit.conditions import BASE
from designsys.audit.findings import ADVICE, CERTAIN
from designsys.audit.page import load

PAGE = '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title></head><body><main>{}</main></body></html>'
WORDS = tomllib.loads(files("designsys.audit.checks").joinpath("axe.toml").read_text(encoding="utf-8"))


def test_every_rule_has_our_words_and_no_other_has(running: Any, hostile: str) -> None:
    page = load(running["playwright"].open(BASE), f"{hostile}/image", BASE, 10)
    page.evaluate(script().read_text(encoding="utf-8") + ";0")
    rules = page.evaluate("axe.getRules().map(rule => rule.ruleId)")
    assert set(WORDS) == set(rules)


@pytest.mark.parametrize("rule", sorted(WORDS))
def test_words_are_sentences_in_both_languages(rule: str) -> None:
    words = WORDS[rule]
    assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff].*。$", words["ja"])
    assert re.fullmatch(r"[\x20-\x7e]+\.", words["en"])


@pytest.mark.parametrize(
    ("body", "rule", "certainty", "criteria"),
    [
        pytest.param("<h1></h1><p>本文</p>", "empty-heading", ADVICE, (), id="best-practice-is-advice"),
        pytest.param(
            '<h1>題</h1><video src="missing.mp4"></video>',
            "video-caption", ADVICE, ("1.2.2",), id="incomplete-is-advice",
        ),
        pytest.param(
            '<h1>題</h1><p style="background: linear-gradient(#777, #fff); color: #777">本文</p>',
            "color-contrast", CERTAIN, ("1.4.3",), id="incomplete-that-pixels-decide",
        ),
        pytest.param(
            '<h1>題</h1><button style="width: 10px; height: 10px; padding: 0">a</button>'
            '<button style="width: 10px; height: 10px; padding: 0">b</button>',
            "target-size", CERTAIN, ("2.5.8",), id="target-size-is-on",
        ),
    ],
)  # fmt: skip
def test_certainty(body: str, rule: str, certainty: str, criteria: tuple[str, ...], judge_html: Any) -> None:
    found = judge_html(PAGE.format(body), conditions=(BASE,)).findings
    assert {(one.certainty, one.criteria) for one in found if one.rule == rule} == {(certainty, criteria)}


@pytest.mark.parametrize("which", ["fails", "passes"])
@pytest.mark.parametrize("rule", ["color-contrast", "target-size"])
def test_what_is_measured_twice(rule: str, which: str, marked: Any) -> None:
    found, expected = marked(rule, which)
    assert found == expected
    assert bool(expected[0]) == (which == "fails")


def test_contrast_says_its_figures(judge_html: Any) -> None:
    (finding,) = judge_html(
        PAGE.format('<h1>題</h1><p style="color: #999; background: #fff">本文</p>'), conditions=(BASE,)
    ).of(CERTAIN)
    assert "文字 #999999、背景 #ffffff、いま 2.84:1、必要 4.5:1" in finding.ja
    assert "text #999999 on #ffffff: 2.84:1 now, 4.5:1 needed" in finding.en
