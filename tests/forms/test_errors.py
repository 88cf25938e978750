"""Whatever found the errors, controls and summary get the same messages, and each link has its control."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designsys.forms import error_items, errors_by_name
from designsys.rendering.examples import example_environment


def wtforms_form() -> Any:
    wtforms = pytest.importorskip("wtforms")
    needed = wtforms.validators.InputRequired

    class Address(wtforms.Form):
        town = wtforms.StringField(validators=[needed("町名を入れてください")])

    class Form(wtforms.Form):
        email = wtforms.StringField(validators=[needed("メールアドレスを入れてください")])
        address = wtforms.FormField(Address)
        people = wtforms.FieldList(wtforms.FormField(Address), min_entries=2)
        phones = wtforms.FieldList(
            wtforms.StringField(validators=[needed("番号を入れてください")]), min_entries=1
        )

    form = Form()
    assert not form.validate()
    form.form_errors.append("届出の期限を過ぎています")
    return form


def django_form() -> Any:
    pytest.importorskip("django")
    from django.conf import settings as django_settings

    if not django_settings.configured:
        django_settings.configure(USE_I18N=False)
    from django import forms

    class Form(forms.Form):
        email = forms.CharField(error_messages={"required": "メールアドレスを入れてください"})

        def clean(self) -> None:
            self.add_error(None, "届出の期限を過ぎています")

    return Form({}, prefix="person")


# What pydantic.ValidationError.errors() gives; FastAPI puts the part of the request first.
PYDANTIC: list[dict[str, Any]] = [
    {"type": "missing", "loc": ("person", 0, "name"), "msg": "Field required"},
    {"type": "value_error", "loc": (), "msg": "Value error, too late"},
]


class PydanticError(Exception):
    def errors(self) -> list[dict[str, Any]]:
        return PYDANTIC


class FastApiError(Exception):
    body = None

    def errors(self) -> list[dict[str, Any]]:
        return [{**error, "loc": ("body", *error["loc"])} for error in PYDANTIC]


def test_wtforms() -> None:
    assert errors_by_name(wtforms_form()) == {
        "": ["届出の期限を過ぎています"],
        "email": ["メールアドレスを入れてください"],
        "address-town": ["町名を入れてください"],
        "people-0-town": ["町名を入れてください"],
        "people-1-town": ["町名を入れてください"],
        "phones-0": ["番号を入れてください"],
    }


def test_django() -> None:
    assert errors_by_name(django_form()) == {
        "person-email": ["メールアドレスを入れてください"],
        "": ["届出の期限を過ぎています"],
    }


@pytest.mark.parametrize(
    "source", [PYDANTIC, PydanticError(), FastApiError()], ids=["list", "exception", "fastapi"]
)
def test_pydantic(source: Any) -> None:
    assert errors_by_name(source) == {
        "person[0][name]": ["Field required"],
        "": ["Value error, too late"],
    }


def test_pydantic_itself() -> None:
    pydantic = pytest.importorskip("pydantic")
    model: Any = pydantic.create_model("Model", name=(str, ...))
    people = pydantic.create_model("People", person=(list[model], ...))
    with pytest.raises(pydantic.ValidationError) as caught:
        people(person=[{}])
    assert errors_by_name(caught.value, message=lambda error: error["type"]) == {
        "person[0][name]": ["missing"]
    }


@pytest.mark.parametrize(
    ("source", "items"),
    [
        pytest.param(None, [], id="none"),
        pytest.param([], [], id="empty"),
        pytest.param({}, [], id="empty-mapping"),
        pytest.param({"a": "直す"}, [{"text": "直す", "href": "#a"}], id="text"),
        pytest.param(
            {"a": ["直す", "短く"]},
            [{"text": "直す", "href": "#a"}, {"text": "短く", "href": "#a"}],
            id="several",
        ),
        pytest.param({None: "全体"}, [{"text": "全体"}], id="whole-form"),
        pytest.param(["全体"], [{"text": "全体"}], id="words"),
        pytest.param(
            [{"text": "日を直す", "href": "#born-day"}, "全体"],
            [{"text": "日を直す", "href": "#born-day"}, {"text": "全体"}],
            id="ready",
        ),
        pytest.param({"p[0][x]": "直す"}, [{"text": "直す", "href": "#p-0-x"}], id="brackets"),
        pytest.param({"text": "直す"}, [{"text": "直す", "href": "#text"}], id="a-control-named-text"),
    ],
)
def test_items(source: Any, items: list[dict[str, str]]) -> None:
    assert error_items(source) == items


def test_ids_of_other_libraries() -> None:
    items = error_items({"email": "直す", "who": "選ぶ"}, ids={"email": "id_email"})
    assert [item["href"] for item in items] == ["#id_email", "#who"]


PAGE = """
{% from "designsys/text_input.jinja" import text_input %}
{% from "designsys/radios.jinja" import radios %}
{% from "designsys/form.jinja" import form %}
{% call form(errors=items) %}
{{ text_input("person[0][name]", "氏名", error=errors.get("person[0][name]")) }}
{{ radios("person[0][who]", "だれ", [("a", "甲"), ("b", "乙")], error=errors.get("person[0][who]")) }}
{% endcall %}
"""


def test_every_link_has_its_control() -> None:
    source = {"person[0][name]": ["氏名を入れてください"], "person[0][who]": ["だれかを選んでください"]}
    html = (
        example_environment()
        .from_string(PAGE)
        .render(items=error_items(source), errors=errors_by_name(source))
    )
    targets = re.findall(r'href="#([^"]+)"', html)
    controls = re.findall(r'<input[^>]* id="([^"]+)"', html)
    assert targets == ["person-0-name", "person-0-who"]
    assert set(targets) <= set(controls)
    assert html.count("氏名を入れてください") == 2


@settings(max_examples=500)
@given(st.dictionaries(st.text(), st.one_of(st.text(), st.lists(st.text()))))
def test_no_message_is_lost(source: dict[str, Any]) -> None:
    messages = [text for texts in source.values() for text in ([texts] if isinstance(texts, str) else texts)]
    assert [item["text"] for item in error_items(source)] == messages
    assert [text for texts in errors_by_name(source).values() for text in texts] == messages
