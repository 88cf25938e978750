"""Pages that answer to the motion of the device."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("motion-actuation", which)
    assert found == expected
    assert any(expected) == (which not in ("passes", "stoppable"))
