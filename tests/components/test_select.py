"""Which choice a select shows: the one given, or none."""

from __future__ import annotations

import enum
import re
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

CALL = """{% from "designsys/select.jinja" import select %}
{{ select("copies", "通数", items, value=value, required=true) }}"""


class Copies(enum.Enum):
    """Choices as a service has them in its code."""

    ONE = 1
    TWO = 2


def selected(items: Any, value: Any) -> list[str]:
    html = example_environment().from_string(CALL).render(items=items, value=value)
    return re.findall(r'<option value="([^"]*)" selected>', html)


@pytest.mark.parametrize("value", [2, "2", Copies.TWO], ids=["number", "text", "enum"])
@pytest.mark.parametrize(
    "items",
    [[(1, "1通"), (2, "2通")], [{"value": "1", "label": "1通"}, {"value": "2", "label": "2通"}], Copies],
    ids=["pairs", "mappings", "enum"],
)
def test_a_posted_value_is_found_whatever_its_type(items: Any, value: Any) -> None:
    assert selected(items, value) == ["2"]


@pytest.mark.parametrize("value", [None, "", "3", "none", "None"])
def test_anything_else_leaves_the_choice_open(value: Any) -> None:
    assert selected([(1, "1通"), (2, "2通")], value) == []


def test_an_open_choice_comes_first_and_is_empty() -> None:
    html = example_environment().from_string(CALL).render(items=[(1, "1通")], value=None)
    assert re.findall(r"<option[^>]*>[^<]*", html)[0] == '<option value="">選んでください'
