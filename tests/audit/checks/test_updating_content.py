"""Content that scripts change again and again."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.checks import updating_content


@pytest.mark.parametrize("which", ["fails", "slides", "passes", "stoppable"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("updating-content", which)
    assert found == expected
    assert any(expected) == (which not in ("passes", "stoppable"))


def test_what_comes_to_rest_within_five_seconds_may_change(load_html: Any) -> None:
    page = load_html(
        "<p id='left'>12人</p><script>let left = 12; const timer = setInterval(() => {"
        "document.querySelector('#left').textContent = `${left}人`; if (!(left -= 1)) clearInterval(timer); }, 250)</script>"
    )
    assert updating_content.judge(page) == []
