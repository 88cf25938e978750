"""Text that wider spacing cuts off or lays over other text."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from designsys.audit.conditions import BASE


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_elements_are_found_and_no_others(which: str, marked: Any) -> None:
    found, expected = marked("text-spacing", which)
    assert found == expected
    assert any(expected) == (which == "fails")


def test_a_page_that_is_spaced_already_is_judged_too(judge_html: Any, good_page: str) -> None:
    narrow = dataclasses.replace(BASE, width=320, text_spacing=True)
    assert [
        one.en for one in judge_html(good_page, conditions=(narrow,)).findings if one.rule == "text-spacing"
    ] == []
