"""A contract as rows: every parameter, every nested key, the criteria in order, what each version added."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup, escape

from designsys.catalogue import Component, load
from designsys.catalogue.schema import TYPES
from designsys.docs.contracts import changes, criteria_of, key_tables

WORDS = {name: name.upper() for name in TYPES}


@pytest.fixture(scope="module")
def table() -> Component:
    return load()["table"]


def test_items_have_a_table_of_their_own(table: Component) -> None:
    parameters, columns = key_tables(table, "ja", WORDS, escape)
    assert [row.name for row in parameters.rows] == [parameter.name for parameter in table.parameters]
    assert columns.owner == "columns[]"
    assert columns.rows[0].name == "label" and columns.rows[0].required


def test_few_values_are_listed_instead_of_the_type(table: Component) -> None:
    width = next(row for row in key_tables(table, "en", WORDS, escape)[1].rows if row.name == "width")
    assert width.type == Markup("<code>quarter</code> <code>third</code> <code>half</code>")


def test_a_default_is_written_as_jinja_writes_it(table: Component) -> None:
    rows = {row.name: row for row in key_tables(table, "en", WORDS, escape)[0].rows}
    assert (rows["row_headers"].default, rows["caption"].default) == ("false", "")


def test_criteria_stand_in_the_order_of_wcag(table: Component) -> None:
    shuffled = replace(table, criteria=("2.4.11", "1.4.10", "2.4.7", "1.4.3"))
    assert [one.id for one in criteria_of(shuffled)] == ["1.4.3", "1.4.10", "2.4.7", "2.4.11"]


def test_what_came_later_is_dated(table: Component) -> None:
    late = replace(table.parameters[-1], since="0.10.0")
    changed = replace(table, since="0.2.0", parameters=(late,))
    assert changes(changed) == [("0.10.0", ["attributes"]), ("0.2.0", [""])]
    assert key_tables(changed, "en", WORDS, escape)[0].rows[0].since == "0.10.0"
