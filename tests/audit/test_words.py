"""Every rule that can be told has words in Japanese and English, and best practice is never counted as a failure."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from types import ModuleType
from typing import Any

import pytest

from designsys.audit.axe_core import script
from designsys.audit.checks import all_checks, axe, content
from designsys.audit.conditions import BASE
from designsys.audit.content.rules import all_rules
from designsys.audit.findings import ADVICE, Finding, PageResult, Result
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.reports import console
from designsys.audit.site_checks import all_site_checks, linked_pdf
from designsys.audit.targets import Address

# These tell what others word: axe-core's rules, the content rules, and the list of PDFs.
WORDED_ELSEWHERE = (axe, content, linked_pdf)
OWN: dict[str, Any] = {
    module.__name__.partition(".audit.")[2]: module
    for module in [*all_checks(), *all_site_checks().values(), *all_rules()]
    if module not in WORDED_ELSEWHERE
}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in _texts(item))
    elif isinstance(value, (tuple, list)):
        yield from (text for item in value for text in _texts(item))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for one in fields(value) for text in _texts(getattr(value, one.name)))


def _told(module: ModuleType) -> tuple[list[str], list[str]]:
    """The messages that stand in a module, in Japanese and in English."""
    texts = [
        text for name, value in vars(module).items() if not name.startswith("__") for text in _texts(value)
    ]
    ja = [text for text in texts if re.fullmatch(r".*[\u3040-\u30ff\u4e00-\u9fff].*。", text)]
    en = [text for text in texts if text not in ja and re.fullmatch(r"(?:\S+ ){4,}\S+\.", text)]
    return ja, en


@pytest.mark.parametrize("name", OWN)
def test_a_rule_of_ours_has_words_in_both_languages(name: str) -> None:
    ja, en = _told(OWN[name])
    assert ja, "no Japanese words"
    assert len(ja) == len(en), "every message in Japanese has one in English"
    assert all("ください" in text or "です" in text or "ます" in text for text in ja)


@pytest.mark.parametrize("name", OWN)
def test_a_rule_is_called_as_its_module_is_and_tells_nothing_else(name: str) -> None:
    module = OWN[name]
    assert name.rpartition(".")[2].replace("_", "-") == module.ID
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and "bservation" in node.func.id
            and node.func.id.startswith(("Obs", "obs"))
        ):
            rule = next((word.value for word in node.keywords if word.arg == "rule"), None) or node.args[0]
            assert ast.unparse(rule) == "ID"


def test_no_two_rules_have_one_name() -> None:
    words = files("designsys.audit.checks").joinpath("axe.toml").read_text(encoding="utf-8")
    told = [module.ID for module in OWN.values()] + re.findall(r"^\[([\w-]+)\]", words, re.MULTILINE)
    twice = {name for name, number in Counter(told).items() if number > 1}
    # The content check leaves the order of headings to axe-core's rule; axe-core's duplicate-id is obsolete and not run.
    assert twice == {"heading-order", "duplicate-id"}


class _Rules:
    """A page on which every rule of axe-core fails that is best practice."""

    rules: frozenset[Any] = frozenset()
    is_in_part = False
    worlds = (1,)

    def __init__(self, practices: list[dict[str, Any]]) -> None:
        self.practices = practices

    def run_axe(self, *_: object) -> dict[str, Any]:
        node = {"target": ["html"], "any": []}
        told = [
            {"id": rule["ruleId"], "tags": rule["tags"], "help": "", "nodes": [node]}
            for rule in self.practices
        ]
        return {"violations": told, "incomplete": told}

    def everywhere(self, _: str) -> list[Any]:
        return [None]

    def evaluate(self, *_: object) -> None:
        return None


@pytest.fixture(scope="module")
def best_practices(running: Any, hostile: str) -> list[dict[str, Any]]:
    tab = running["playwright"].open(BASE)
    tab.navigate(f"{hostile}/image")
    tab.send("Runtime.evaluate", {"expression": script().read_text(encoding="utf-8") + ";0"})
    asked = "JSON.stringify(axe.getRules(['best-practice']).map(({ruleId, tags}) => ({ruleId, tags})))"
    rules = json.loads(tab.send("Runtime.evaluate", {"expression": asked})["result"]["value"])
    tab.close()
    assert len(rules) > 20
    return list(rules)


def test_best_practice_is_advice_and_not_in_the_headline(best_practices: list[dict[str, Any]]) -> None:
    seen = axe.judge(_Rules(best_practices))  # type: ignore[arg-type]
    assert {one.rule for one in seen} == {rule["ruleId"] for rule in best_practices}
    assert {one.certainty for one in seen} == {ADVICE}
    job = Job(Address("a.html", "a.html"), DEFAULT_STATE, BASE)
    found = [
        Finding(job, "a.html", one.rule, one.criteria, one.certainty, "html", "", one.ja, one.en, one.rule)
        for one in seen
    ]
    result = Result([PageResult(job, "a.html")], found)
    assert "不適合 0件（ほかに不適合らしいもの 0件、" in console.summary(result, "ja")
    assert ": 0 findings (0 more are likely, " in console.summary(result, "en")
