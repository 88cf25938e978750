"""Adding and removing items: what people typed into the others is never lost nor mixed up."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from designsys.forms import RepeatReading, read_date, read_repeat_group

NAMES = ["花子", "太郎", "ハル"]
FORM = {f"person[{index}][name]": name for index, name in enumerate(NAMES)}


def read(form: Any, **options: Any) -> RepeatReading:
    return read_repeat_group(form, "person", **options)


def names(reading: RepeatReading) -> list[Any]:
    return [item.get("name") for item in reading.items]


def test_gives_the_items_in_the_order_of_their_numbers() -> None:
    shuffled = dict(reversed(FORM.items())) | {"person[10][name]": "末", "person[9][name]": "九"}
    reading = read(shuffled)
    assert names(reading) == [*NAMES, "九", "末"]
    assert reading.names == ("person[0]", "person[1]", "person[2]", "person[3]", "person[4]")
    assert (reading.action, reading.focus) == (None, None)


@pytest.mark.parametrize(
    ("removed", "left", "focus"),
    [("0", ["太郎", "ハル"], 0), ("1", ["花子", "ハル"], 1), ("2", ["花子", "太郎"], 1)],
    ids=["first", "middle", "last"],
)
def test_removing_keeps_the_others_and_leads_to_the_neighbour(
    removed: str, left: list[str], focus: int
) -> None:
    reading = read({**FORM, "person[remove]": removed})
    assert (names(reading), reading.action, reading.focus) == (left, "remove", focus)
    assert dict(reading.form) == {f"person[{index}][name]": name for index, name in enumerate(left)}


def test_adding_puts_an_empty_item_at_the_end() -> None:
    reading = read({**FORM, "person[add]": "1"})
    assert (names(reading), reading.action, reading.focus) == ([*NAMES, None], "add", 3)
    assert reading.as_arguments() == {"focus": 3}


def test_nothing_is_removed_under_the_minimum() -> None:
    reading = read({**FORM, "person[remove]": "0"}, minimum=3)
    assert (names(reading), reading.focus) == (NAMES, None)


def test_nothing_is_added_over_the_maximum() -> None:
    reading = read({**FORM, "person[add]": "1"}, maximum=3)
    assert (names(reading), reading.focus) == (NAMES, None)


def test_more_than_the_maximum_are_kept_for_people_to_choose() -> None:
    assert names(read(FORM, maximum=2)) == NAMES


@pytest.mark.parametrize("minimum", [0, 1, 2])
def test_a_new_form_begins_with_the_minimum(minimum: int) -> None:
    assert read({}, minimum=minimum).items == ({},) * minimum


def test_the_last_of_all_leads_to_the_button_that_adds() -> None:
    reading = read({"person[0][name]": "花子", "person[remove]": "0"}, minimum=0)
    assert (reading.items, reading.focus) == ((), 0)


def test_an_item_of_unticked_boxes_is_there_by_the_count() -> None:
    reading = read({"person[1][vote]": "yes", "person[count]": "3"})
    assert reading.items == ({}, {"vote": "yes"}, {})


@pytest.mark.parametrize("removed", ["3", "-1", "x", "1.0", "01", "999999999999", "１"], ids=ascii)
def test_a_number_that_no_item_has_removes_nothing(removed: str) -> None:
    assert names(read({**FORM, "person[remove]": removed})) == NAMES


@pytest.mark.parametrize("count", ["1000000", "-1", "x", "", "１"], ids=ascii)
def test_a_forged_count_adds_no_items(count: str) -> None:
    assert names(read({**FORM, "person[count]": count})) == NAMES


def test_parts_in_an_item_are_read_by_their_own_readers() -> None:
    born = {"year": "2019", "month": "4", "day": "1"}
    form = {
        "person[0][name]": "花子",
        "person[1][name]": "太郎",
        **{f"person[1][born][{part}]": text for part, text in born.items()},
        "person[remove]": "0",
    }
    reading = read(form)
    assert reading.items[0]["born[day]"] == "1"
    assert read_date(reading.form, f"{reading.names[0]}[born]").value == datetime.date(2019, 4, 1)


def test_a_group_in_an_item_is_a_group() -> None:
    form = {"home[0][child][1][name]": "次", "home[0][child][0][name]": "長", "home[1][child][0][name]": "別"}
    reading = read_repeat_group(form, "home[0][child]")
    assert names(reading) == ["長", "次"]
    assert reading.names == ("home[0][child][0]", "home[0][child][1]")


FORMS: dict[str, Callable[[str], Any]] = {
    "dict": lambda query: {name: values[0] for name, values in parse_qs(query).items()},
    "lists": parse_qs,
    "werkzeug": lambda query: MultiDict(parse_qs(query)),
}


@pytest.mark.parametrize("framework", FORMS)
def test_reads_the_form_of_any_framework(framework: str) -> None:
    form = FORMS[framework]("person[0][name]=A&person[1][name]=B&person[remove]=0")
    reading = read(form)
    assert (len(reading.items), reading.action) == (1, "remove")
    assert reading.items[0]["name"] in ("B", ["B"])


def test_a_file_moves_with_its_item() -> None:
    first, second = object(), object()
    files = {"person[0][paper]": first, "person[1][paper]": second}
    reading = read({"person[count]": "2", "person[remove]": "0", **files})
    assert reading.form["person[0][paper]"] is second


def test_several_values_under_one_name_stay_several() -> None:
    form = MultiDict([("person[0][day]", "mon"), ("person[0][day]", "tue"), ("person[remove]", "9")])
    assert read(form).form["person[0][day]"] == ["mon", "tue"]


@given(st.lists(st.text(max_size=8), max_size=6), st.data())
def test_removing_and_adding_never_changes_another_item(texts: list[str], data: st.DataObject) -> None:
    form = {f"person[{index}][name]": text for index, text in enumerate(texts)}
    action = data.draw(st.sampled_from(["add", "remove"]))
    place = data.draw(st.integers(0, max(0, len(texts) - 1)))
    reading = read({**form, f"person[{action}]": "1" if action == "add" else str(place)}, minimum=0)
    wanted = [*texts, None] if action == "add" else texts[:place] + texts[place + 1 :]
    assert names(reading) == wanted


@given(
    st.dictionaries(
        st.text(alphabet="person[]0129addcountremove花", max_size=30), st.text(max_size=5), max_size=8
    )
)
def test_reads_anything(form: dict[str, str]) -> None:
    reading = read(form)
    assert len(reading.items) >= 1
    assert set(reading.form.values()) <= set(form.values())
