"""Shortcuts of one character."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes", "any-key", "settings"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("single-key-shortcut", which)
    assert found == expected
    assert any(expected) == (which in ("fails", "settings"))
