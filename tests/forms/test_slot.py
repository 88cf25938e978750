"""Reading an appointment back: still free, taken meanwhile, or not chosen."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import SlotReading, read_slot

FREE = ["2026-12-03T09:30", "2026-12-04T13:00"]


def read(chosen: Any, **options: Any) -> SlotReading:
    return read_slot({"visit": chosen}, "visit", FREE, locale="ja", **options)


def test_a_free_time_is_the_value() -> None:
    reading = read(FREE[0], required=True)
    assert (reading.value, reading.taken, reading.error) == (FREE[0], False, None)
    assert reading.as_error_items() == []


def test_a_time_taken_meanwhile_is_told() -> None:
    reading = read("2026-12-03T09:00", label="来る時間")
    assert (reading.value, reading.taken) == (None, True)
    assert reading.error == "選んだ時間は、ほかの人の予約で埋まりました。別の時間を選んでください。"
    assert reading.as_error_items() == [{"text": f"来る時間：{reading.error}", "href": "#visit"}]


@pytest.mark.parametrize("chosen", ["", None, [], object()], ids=["empty", "none", "list", "file"])
@pytest.mark.parametrize("required", [True, False])
def test_nothing_chosen_is_an_error_where_it_is_required(chosen: Any, required: bool) -> None:
    reading = read(chosen, required=required)
    assert reading.error == ("日と時間を選んでください。" if required else None)
    assert (reading.value, reading.taken) == (None, False)


@given(st.text(max_size=40))
def test_anything_else_is_taken_and_comes_back(chosen: str) -> None:
    reading = read(chosen)
    assert reading.chosen == reading.as_arguments()["value"] == chosen
    assert reading.taken == bool(chosen)
