"""Links whose words tell nothing."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("link-purpose", which)
    assert found == expected
    assert bool(expected[1]) == (which == "fails")
