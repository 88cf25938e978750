"""Login fields that refuse a paste."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("paste-blocked", which)
    assert found == expected
    assert bool(expected[0]) == (which == "fails")
