"""Motion that nothing stops."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.checks import moving_content
from designsys.audit.findings import LIKELY


@pytest.mark.parametrize("which", ["fails", "passes", "stoppable"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("moving-content", which)
    assert found == expected
    assert any(expected) == (which not in ("passes", "stoppable"))


@pytest.mark.parametrize(
    ("seconds", "certainties"),
    [pytest.param(4, [], id="four"), pytest.param(900, [LIKELY], id="quarter-of-an-hour")],
)
def test_what_ends_within_five_seconds_may_move(seconds: int, certainties: list[str], load_html: Any) -> None:
    page = load_html(
        "<style>@keyframes go { to { transform: translateX(60px) } }</style>"
        f"<p style='animation: go {seconds}s'>窓口は混んでいます。</p><p>番号札をお取りください。</p>"
    )
    assert [one.certainty for one in moving_content.judge(page)] == certainties
