"""What each type of the contract accepts, as services really give it."""

from __future__ import annotations

import enum
from collections import UserString
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy
from markupsafe import Markup
from wtforms import Form, StringField
from wtforms.validators import InputRequired

from designsys import ContractError
from designsys.catalogue.schema import TYPES
from designsys.rendering.values import CHECKS

if not settings.configured:
    settings.configure(USE_I18N=False)

Render = Callable[..., str]


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"


class Kind(enum.StrEnum):
    LOUD = "loud"


@dataclass
class Choice:
    value: int
    label: str


def test_every_type_of_the_schema_has_its_check() -> None:
    assert set(CHECKS) == set(TYPES)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("文", "文"),
        (Markup("<s>文</s>"), "<s>文</s>"),
        (3, "3"),
        (Decimal("1.50"), "1.50"),
        (gettext_lazy("文"), "文"),
        (UserString("文"), "文"),
        (SimpleNamespace(__html__=lambda: "<u>文</u>"), "<u>文</u>"),
        (Kind.LOUD, "loud"),
    ],
    ids=["str", "Markup", "int", "Decimal", "lazy translation of Django", "str-like", "__html__", "enum"],
)
def test_text(render: Render, given: object, printed: str) -> None:
    assert f"<i>{printed}</i>" in render("{{ sample('a', 'A', hint=given) }}", given=given)


@pytest.mark.parametrize(
    "given", [b"x", ["x"], {"x": 1}, object(), True], ids=["bytes", "list", "mapping", "object", "bool"]
)
def test_what_is_no_text(render: Render, given: object) -> None:
    with pytest.raises(ContractError):
        render("{{ sample('a', 'A', hint=given) }}", given=given)


@pytest.mark.parametrize(
    "given",
    [
        [{"value": 1, "label": "一"}, {"value": 2, "label": "二"}],
        [(1, "一"), (2, "二")],
        [Choice(1, "一"), Choice(2, "二")],
        ((number, label) for number, label in [(1, "一"), (2, "二")]),
        {1: "一", 2: "二"}.items(),
    ],
    ids=["mappings", "pairs", "objects", "generator", "dict items"],
)
def test_items(render: Render, given: object) -> None:
    html = render("{{ sample('a', 'A', given) }}", given=given)
    assert '<u data-value="1">一</u><u data-value="2">二</u>' in html


def test_an_enum_gives_its_members_as_items(render: Render) -> None:
    html = render("{{ sample('a', 'A', given) }}", given=Colour)
    assert '<u data-value="r">RED</u><u data-value="b">BLUE</u>' in html


def test_a_mapping_as_items_is_refused(render: Render) -> None:
    with pytest.raises(ContractError):
        render("{{ sample('a', 'A', {1: 'B'}) }}")


def test_errors_of_wtforms(render: Render) -> None:
    class Moving(Form):  # type: ignore[misc]
        email = StringField("メール", [InputRequired("メールアドレスを入れてください")])

    form = Moving()
    assert "<em>" not in render(
        "{{ sample('a', form.email.label.text, error=form.email.errors) }}", form=form
    )
    form.validate()
    html = render("{{ sample('a', form.email.label.text, error=form.email.errors) }}", form=form)
    assert "<em>メールアドレスを入れてください</em>" in html


def test_errors_of_django(render: Render) -> None:
    html = render("{{ sample('a', 'A', error=errors) }}", errors=ErrorList(["<一>", "二"]))
    assert "<em>&lt;一&gt;<br>二</em>" in html


@pytest.mark.parametrize("given", [SimpleNamespace(year=2026), {"year": 2026}], ids=["object", "mapping"])
def test_parts(render: Render, given: object) -> None:
    assert "<q>2026</q>" in render("{{ sample('a', 'A', place=given) }}", given=given)


@pytest.mark.parametrize("given", [[["一", 2]], (("一", 2),)], ids=["lists", "tuples"])
def test_rows(render: Render, given: object) -> None:
    assert "<td>一</td><td>2</td>" in render("{{ sample('a', 'A', cells=given) }}", given=given)


@pytest.mark.parametrize("given", [["x", "y"], ("x", "y"), [Kind.LOUD]], ids=str)
def test_lists(render: Render, given: Any) -> None:
    assert ",".join(str(item) for item in given) in render(
        "{{ sample('a', 'A', chosen=given) }}", given=given
    )


def test_the_fault_of_an_item_names_its_index(render: Render) -> None:
    with pytest.raises(ContractError) as caught:
        render("{{ sample('a', 'A', [(1, 'B'), {'value': 2, 'label': b}]) }}", b=b"x")
    assert caught.value.parameter == "items[1].label"


def test_more_items_than_the_contract_allows_are_refused_with_their_number(render: Render) -> None:
    key = '{% from "designsys/chart_key.jinja" import chart_key %}'
    items = [{"label": str(number)} for number in range(9)]
    with pytest.raises(ContractError) as caught:
        render(key + "{{ chart_key('凡例', items) }}", items=items)
    assert "'items' has 9 items; their number must be in ..8." in caught.value.en
    assert "「items」が 9 個あります。..8 の範囲にしてください。" in caught.value.ja
