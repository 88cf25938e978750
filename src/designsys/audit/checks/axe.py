"""axe-core's rules for WCAG 2.0 to 2.2, A and AA; its best practices as advice.

Where it does not end within the bound, or does not reach a frame, it is run again in parts, and what was not judged even
so is named. What :mod:`designsys.audit.remeasure` can measure is measured a second time, and is certain only when both agree.
axe's other "incomplete" results need a person: they are advice and never fail a page. Experimental and deprecated
rules are left out.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from typing import Any

from designsys.audit.axe_core import script
from designsys.audit.failures import Unjudged
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage
from designsys.audit.remeasure import RULES, Verdict, remeasure
from designsys.audit.rule_by_rule import Parts, at_once, frame_paths, is_large_inside, run_in_parts

__all__ = ["ACTS", "ASPECTS", "judge"]

ASPECTS = frozenset({"width", "scheme", "forced_colors", "scripts"})
ACTS = False

# Without tags axe leaves target-size off (axe-core 4.5 to 4.12).
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": _TAGS},
    "resultTypes": ["violations", "incomplete"],
    # Of what axe would fetch once more, only media are for a rule that is run; style sheets are for an experimental one.
    "preload": {"assets": ["media"]},
}
_REACHED = "frame-tested"
_ONCE = (
    "（2度目の測定は時間内に終わりませんでした。目で確かめてください）",
    " (the second measure did not end in time: look at it yourself)",
)


def judge(page: LoadedPage) -> list[Observation]:
    """Run axe-core over the page and all its frames; a second time for the rules that found something only."""
    options = {**_OPTIONS, **_narrowed(page.rules)}
    with at_once(page):
        results = _results(page, options)
    page.is_in_part = page.is_in_part or bool(results.unjudged)
    return [
        _observation(rule, node, verdict)
        for violation, rules in ((True, results.violations), (False, results.incomplete))
        for rule in rules
        for node, verdict in zip(rule["nodes"], _verdicts(page, rule, violation), strict=True)
        if verdict.certainty
    ] + [_unjudged(path, rules) for path, rules in results.unjudged]


def _results(page: LoadedPage, options: dict[str, Any]) -> Parts:
    """What axe-core finds in one run, or in parts."""
    if is_large_inside(page):
        return run_in_parts(page, script(), options)
    try:
        whole = page.run_axe(script(), options)
    except Unjudged as reason:
        if reason.again or not page.answers():
            raise
        return run_in_parts(page, script(), options)
    missed = [
        node["target"] for rule in whole["incomplete"] if rule["id"] == _REACHED for node in rule["nodes"]
    ]
    if missed and any(path in missed for path in frame_paths(page).values()):
        return run_in_parts(page, script(), options)
    return Parts(whole["violations"], whole["incomplete"])


def _unjudged(path: list[Any], rules: list[str]) -> Observation:
    names = ", ".join(rules)
    return Observation(
        "axe",
        (),
        ADVICE,
        path or ["html"],
        f"axe-core の次のルールは時間内に終わらず、ここを判定していません: {names}。目で確かめるか、--timeout を長くしてください。",
        f"these rules of axe-core did not end in time and have not judged this: {names}. Look yourself, or give more time with --timeout.",
    )


def _narrowed(found: frozenset[tuple[str, str]]) -> dict[str, Any]:
    own = sorted(rule for check, rule in found if check == "axe")
    return {"runOnly": {"type": "rule", "values": own}} if own else {}


def _verdicts(page: LoadedPage, rule: dict[str, Any], violation: bool) -> list[Verdict]:
    if rule["id"] in RULES:
        try:
            return remeasure(page, rule["id"], rule["nodes"], violation=violation)
        except Unjudged as reason:
            if reason.again or not page.answers():
                raise
            return [Verdict(LIKELY if violation else ADVICE, *_ONCE)] * len(rule["nodes"])
    certain = violation and "best-practice" not in rule["tags"]
    return [Verdict(CERTAIN if certain else ADVICE)] * len(rule["nodes"])


def _observation(rule: dict[str, Any], node: dict[str, Any], verdict: Verdict) -> Observation:
    criteria = tuple(filter(None, map(_criterion, rule["tags"])))
    ja, en = _words(rule)
    figures_ja, figures_en = _figures(node)
    return Observation(
        rule=rule["id"],
        criteria=criteria,
        certainty=verdict.certainty or ADVICE,
        path=node["target"],
        ja=ja + figures_ja + verdict.ja,
        en=en + figures_en + verdict.en,
    )


def _criterion(tag: str) -> str | None:
    """``wcag1411`` is 1.4.11; ``wcag21aa`` names no criterion."""
    match = re.fullmatch(r"wcag(\d)(\d)(\d{1,2})", tag)
    return ".".join(match.groups()) if match else None


def _words(rule: dict[str, Any]) -> tuple[str, str]:
    """Our words for a rule; axe's own, in English, for one that a newer axe-core brings."""
    words = _table().get(rule["id"])
    return (words["ja"], words["en"]) if words else (rule["help"], rule["help"])


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    text = importlib.resources.files(__package__ or "").joinpath("axe.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _figures(node: dict[str, Any]) -> tuple[str, str]:
    """Measured and owed contrast, without which nobody can mend a colour."""
    for check in node["any"]:
        data = check.get("data")
        if check["id"] == "color-contrast" and data and data.get("contrastRatio"):
            now, owed = data["contrastRatio"], data["expectedContrastRatio"]
            colours = data.get("fgColor"), data.get("bgColor")
            return (
                f"（文字 {colours[0]}、背景 {colours[1]}、いま {now}:1、必要 {owed}）",
                f" (text {colours[0]} on {colours[1]}: {now}:1 now, {owed} needed)",
            )
    return "", ""
