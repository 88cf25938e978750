"""Images that seem to say something and are hidden."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import LIKELY

HERE = Path(__file__).parent / "hidden-image"


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, judge_html: Any) -> None:
    """They are marked by their ids, since a report cuts the long addresses of their pictures."""
    html = (HERE / f"{which}.html").read_text(encoding="utf-8")
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "hidden-image"]
    expected = re.findall(r'id="(likely-\d+)"', html)
    assert sorted(one.selector for one in found) == sorted(f"#{name}" for name in expected)
    assert {one.certainty for one in found} == ({LIKELY} if which == "fails" else set())
    assert bool(expected) == (which == "fails")
