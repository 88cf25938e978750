"""What can be clicked and not be reached or operated by keyboard."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("keyboard-reach", which)
    assert found == expected
    assert any(expected) == (which == "fails")
