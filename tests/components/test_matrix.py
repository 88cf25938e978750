"""Every example in every condition of ARCHITECTURE §6: no axe violation, nothing wider than the window."""

from __future__ import annotations

from typing import Any


def test_axe(example: Any, condition: Any, verdicts: Any) -> None:
    assert verdicts.findings(example, condition) == []


def test_second_engine(example: Any, condition: Any, second_verdicts: Any) -> None:
    assert second_verdicts.findings(example, condition) == []
