"""The Tab key against the reading order."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes", "first"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("focus-order", which)
    assert found == expected
    assert any(expected) == (which == "fails")
