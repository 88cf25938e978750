"""Edges of fields and icons that hardly show."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("control-contrast", which)
    assert found == expected
    assert any(expected) == (which == "fails")
