"""Images that move on."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes", "stoppable"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("animated-image", which)
    assert found == expected
    assert any(expected) == (which not in ("passes", "stoppable"))
