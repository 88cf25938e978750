"""The wrapper of every control: what belongs together is tied together, whatever the name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

CONTROLS = {
    "text_input": "text_input(name, '氏名', hint='戸籍のとおり', error=error)",
    "textarea": "textarea(name, '氏名', hint='戸籍のとおり', error=error, character_limit=9)",
    "select": "select(name, '氏名', [('a', 'あ')], hint='戸籍のとおり', error=error)",
}


def render(control: str, name: str = "name", error: Any = None) -> str:
    source = f'{{% from "designsys/{control}.jinja" import {control} %}}{{{{ {CONTROLS[control]} }}}}'
    return example_environment().from_string(source).render(name=name, error=error)


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("name", ["name", "people[0][name]", "氏名", "a b", "<x>"])
def test_label_and_descriptions_point_at_what_is_there(control: str, name: str) -> None:
    html = render(control, name, "直してください")
    ids = re.findall(r'\sid="([^"]+)"', html)
    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert re.findall(r'<label[^>]* for="([^"]+)"', html)[0] in ids
    assert len(ids) == len(set(ids))
    assert set(" ".join(described).split()) <= set(ids)
    assert len(described[0].split()) == (3 if control == "textarea" else 2)


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("error", [None, "", [], ()], ids=["none", "empty", "list", "tuple"])
def test_no_error_leaves_no_sign_of_one(control: str, error: Any) -> None:
    html = render(control, error=error)
    assert "data-error" not in html
    assert "aria-invalid" not in html
    assert "error" not in html


@pytest.mark.parametrize("control", CONTROLS)
def test_an_error_is_words_mark_and_bar(control: str) -> None:
    html = render(control, error=["短くしてください", "<数字>も入れてください"])
    assert "data-error" in html
    assert 'aria-invalid="true"' in html
    assert "エラー：" in html
    assert "短くしてください<br>&lt;数字&gt;も入れてください" in html


ITEMS = "[{'value': 'a', 'label': 'あ', 'hint': '補足', 'attributes': given}]"
# Each part that takes attributes, and the id of what describes it already.
PARTS = {
    "text_input": ("text_input('x', '氏名', hint='戸籍のとおり', attributes=given)", "x-hint"),
    "textarea": ("textarea('x', '氏名', hint='戸籍のとおり', attributes=given)", "x-hint"),
    "select": ("select('x', '氏名', [('a', 'あ')], hint='戸籍のとおり', attributes=given)", "x-hint"),
    "radios": ("radios('x', '氏名', [('a', 'あ')], hint='戸籍のとおり', attributes=given)", "x-hint"),
    "radios-item": (f"radios('x', '氏名', {ITEMS})", "x-item-hint"),
    "checkboxes": ("checkboxes('x', '氏名', [('a', 'あ')], hint='戸籍のとおり', attributes=given)", "x-hint"),
    "checkboxes-item": (f"checkboxes('x', '氏名', {ITEMS})", "x-item-hint"),
    "choice": ("choice('x', '氏名', value='a', hint='戸籍のとおり', attributes=given)", "x-item-hint"),
    "fieldset": ("fieldset('氏名', content='x', id='x', hint='戸籍のとおり', attributes=given)", "x-hint"),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_callers_class_and_description_are_added_to_ours(part: str) -> None:
    call, ours = PARTS[part]
    source = f'{{% import "designsys.jinja" as ds %}}{{{{ ds.{call} }}}}'
    given = {"class": "city-x", "aria-describedby": "notice", "data-x": "1"}
    html = example_environment().from_string(source).render(given=given)
    tag = re.search(r'<[a-z]+[^>]* data-x="1"[^>]*>', html)
    assert tag is not None
    assert re.search(r'class="ds-[^"]* city-x"', tag[0])
    assert f'aria-describedby="{ours} notice"' in tag[0]


@pytest.mark.parametrize("control", CONTROLS)
def test_the_field_around_takes_attributes_of_its_own(control: str) -> None:
    call = CONTROLS[control].replace(
        "error=error", "error=error, field_attributes={'class': 'x', 'id': 'row'}"
    )
    source = f'{{% from "designsys/{control}.jinja" import {control} %}}{{{{ {call} }}}}'
    html = example_environment().from_string(source).render(name="name", error=None)
    assert re.search(r'<div class="ds-field x"[^>]* id="row"', html)


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("level", [1, 6])
def test_the_label_may_be_the_pages_heading(control: str, level: int) -> None:
    call = CONTROLS[control].replace("error=error", f"required=true, heading_level={level}")
    source = f'{{% from "designsys/{control}.jinja" import {control} %}}{{{{ {call} }}}}'
    html = example_environment().from_string(source).render(name="name")
    heading = re.search(rf"<h{level}[^>]*>\s*<label[^>]*>(.*?)</label></h{level}>", html, re.DOTALL)
    assert heading is not None
    assert "氏名" in heading[1] and "※必須" in heading[1]


def test_units_and_limit_describe_the_control_in_the_order_in_which_they_stand() -> None:
    source = """{% from "designsys/text_input.jinja" import text_input %}
    {{ text_input("cost", "金額", prefix="￥", suffix="<円>", character_limit=9, hint="税込み", error="直す") }}"""
    html = example_environment().from_string(source).render()
    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert described == ["cost-hint cost-prefix cost-suffix cost-limit cost-error"]
    places = [html.index(f'id="{id}"') for id in described[0].split() if id != "cost-prefix"]
    assert places == sorted(places)
    assert html.index('id="cost-prefix"') < html.index('name="cost"') < html.index('id="cost-suffix"')
    assert "&lt;円&gt;" in html
    assert "maxlength" not in html


def test_an_item_of_no_group_stands_outside_the_groups() -> None:
    source = """{% from "designsys/select.jinja" import select %}
    {{ select("s", "園", [("0", "未定"), {"value": "1", "label": "一", "group": "東 <1>"},
       {"value": "2", "label": "二", "group": "東 <1>"}, {"value": "3", "label": "三", "group": "西"},
       ("4", "どこでも"), {"value": "5", "label": "五", "group": "西"}], value="3") }}"""
    html = example_environment().from_string(source).render()
    shape = re.findall(r'<(optgroup label="[^"]*"|/optgroup|option value="\d?")', html)
    assert [part.replace("option value=", "").replace('"', "") for part in shape] == [
        "",
        "0",
        "optgroup label=東 &lt;1&gt;",
        "1",
        "2",
        "/optgroup",
        "optgroup label=西",
        "3",
        "/optgroup",
        "4",
        "optgroup label=西",
        "5",
        "/optgroup",
    ]
    assert re.findall(r"<option[^>]* selected[^>]*>(.)", html) == ["三"]
