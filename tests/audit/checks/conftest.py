"""Judges a check's own pages: ``<rule>/fails.html`` marks its elements, ``<rule>/passes.html`` has none."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, LIKELY

HERE = Path(__file__).parent
Verdict = tuple[list[str], list[str]]


@pytest.fixture(autouse=True)
def chosen_checks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves ``test_x.py`` the check ``x``, and axe, by whose help elements are described."""
    own = request.path.stem.removeprefix("test_")
    modules = [
        importlib.import_module(f"designsys.audit.checks.{name}") for name in dict.fromkeys(("axe", own))
    ]
    monkeypatch.setattr("designsys.audit.run.all_checks", lambda: modules)


@pytest.fixture
def marked(judge_html: Any) -> Callable[[str, str], tuple[Verdict, Verdict]]:
    """What a rule finds on a page, and what the page marks: certain, and likely."""

    def judge(rule: str, page: str) -> tuple[Verdict, Verdict]:
        html = (HERE / rule / f"{page}.html").read_text(encoding="utf-8")
        found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == rule]
        seen = (_of(found, CERTAIN), _of(found, LIKELY))
        return seen, (_marks(html, "data-fails"), _marks(html, "data-likely"))

    return judge


def _of(found: list[Any], certainty: str) -> list[str]:
    return sorted(_opening(one.html) for one in found if one.certainty == certainty)


def _marks(html: str, mark: str) -> list[str]:
    return sorted(re.findall(rf"<[^<>]* {mark}[^<>]*>", html))


def _opening(snippet: str) -> str:
    opening = re.match(r"<[^>]*>", snippet)
    assert opening, snippet
    return opening[0].replace('=""', "")
