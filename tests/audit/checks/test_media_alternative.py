"""Audio and video with nothing for those who do not hear or see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import LIKELY

PAGES = Path(__file__).parent / "media-alternative"


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        pytest.param(
            "fails",
            [
                ("captions", ("1.2.2",)),
                ("captions", ("1.2.3", "1.2.5")),
                ("described", ("1.2.3", "1.2.5")),
                ("silent", ("1.2.1",)),
                ("audio", ("1.2.1",)),
            ],
            id="fails",
        ),
        pytest.param("passes", [], id="passes"),
    ],
)
def test_what_is_missing_is_likely(
    page: str, missing: list[tuple[str, tuple[str, ...]]], judge_html: Any
) -> None:
    html = (PAGES / f"{page}.html").read_text(encoding="utf-8")
    found = [one for one in judge_html(html, conditions=(BASE,)).findings if one.rule == "media-alternative"]
    marks = [one.html.partition('data-likely="')[2].partition('"')[0] for one in found]
    assert [(mark, one.criteria) for mark, one in zip(marks, found, strict=True)] == missing
    assert {one.certainty for one in found} <= {LIKELY}
