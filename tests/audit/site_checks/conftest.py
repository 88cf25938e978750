"""Judges a small site: the pages of a folder, ``<rule>/<case>/*.html``, in the order of their names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import Finding
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import addresses

HERE = Path(__file__).parent
_BOUND = 15.0

Told = tuple[str, str, str, str, str]


@pytest.fixture(scope="session")
def judge_site(running: Any) -> Callable[[str, str], list[Told]]:
    """What a rule says of a site: page, selector, certainty, Japanese and English, with pages by their names."""

    def judge(rule: str, case: str) -> list[Told]:
        folder = HERE / rule / case
        with addresses([str(folder)]) as pages:
            findings = run(plan(pages, [BASE]), running.lend("playwright"), _BOUND).findings
        return [_told(finding, folder) for finding in findings if finding.rule == rule]

    return judge


def _told(finding: Finding, folder: Path) -> Told:
    def short(text: str) -> str:
        return text.replace(f"{folder.as_posix()}/", "")

    return short(finding.url), finding.selector, finding.certainty, short(finding.ja), short(finding.en)
