"""Pages that are of no use without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE, named

HERE = Path(__file__).parent / "script-needed"


@pytest.mark.parametrize(("which", "expected"), [("fails", ["form", "main"]), ("passes", [])])
def test_without_scripts_an_empty_part_and_a_dead_form_are_likely(
    which: str, expected: list[str], judge_html: Any
) -> None:
    html = (HERE / f"{which}.html").read_text(encoding="utf-8")
    found = judge_html(html, conditions=(BASE, *named(["javascript-off"]))).findings
    told = [one for one in found if one.rule == "script-needed"]
    assert sorted(one.html[1:].split(" ")[0] for one in told) == expected
    assert {one.job.condition.scripts for one in told} <= {False}
