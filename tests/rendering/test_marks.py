"""Marks are chosen once, and every question of the form follows."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from jinja2 import Environment

from designsys import install
from designsys.errors import DesignsysError
from designsys.rendering.marks import Marks

QUESTIONS = """
{%- from "designsys/text_input.jinja" import text_input -%}
{%- from "designsys/radios.jinja" import radios -%}
{%- from "designsys/fieldset.jinja" import fieldset -%}
{%- from "designsys/field.jinja" import field -%}
{{ text_input("a", "甲", required=true) }}
{{ text_input("b", "乙") }}
{{ text_input("c", "丙", optional=true) }}
{{ radios("d", "丁", [("x", "X")]) }}
{{ radios("e", "戊", [("x", "X")], required=true) }}
{% call fieldset("己") %}x{% endcall %}
{% call field("庚", for="f") %}x{% endcall %}
{{ text_input("g", "辛", readonly=true) }}
"""
FORM = (
    '{% from "designsys/form.jinja" import form %}{% call form(marks=marks) %}' + QUESTIONS + "{% endcall %}"
)
# What each policy shows for the eight questions: ※ is 必須, 任 is 任意, - is neither.
SHOWN = {
    None: "※-任-※---",
    "required": "※---※---",
    "optional": "-任任任--任-",
    "both": "※任任任※-任-",
}


def environment(**settings: Any) -> Environment:
    env = Environment(autoescape=True)
    install(env, **settings)
    return env


def shown(html: str) -> str:
    labels = re.findall(
        r"<(?:label class=\"ds-field__label\"|legend)[^>]*>(.*?)</(?:label|legend)>", html, re.DOTALL
    )
    return "".join("※" if "※必須" in text else "任" if "任意" in text else "-" for text in labels)


@pytest.mark.parametrize("policy", SHOWN)
def test_a_form_chooses_for_its_questions(policy: Any) -> None:
    assert shown(environment().from_string(FORM).render(marks=policy)) == SHOWN[policy]


@pytest.mark.parametrize("policy", SHOWN)
def test_a_service_chooses_for_all_forms(policy: Any) -> None:
    assert shown(environment(marks=policy).from_string(QUESTIONS).render()) == SHOWN[policy]


def test_a_form_goes_before_the_service() -> None:
    html = environment(marks="both").from_string(FORM).render(marks="optional")
    assert shown(html) == SHOWN["optional"]


def test_what_stands_after_the_form_does_not_follow_it() -> None:
    html = environment().from_string(FORM + QUESTIONS).render(marks="both")
    assert shown(html) == SHOWN["both"] + SHOWN[None]


def test_an_async_environment_follows_too() -> None:
    env = Environment(autoescape=True, enable_async=True)
    install(env)
    template = env.from_string(FORM + QUESTIONS)
    # In a thread: the tests' browser has a loop that runs in this one.
    with ThreadPoolExecutor(1) as pool:
        html = pool.submit(lambda: asyncio.run(template.render_async(marks="both"))).result()
    assert shown(html) == SHOWN["both"] + SHOWN[None]


def test_a_body_that_fails_leaves_no_policy_behind() -> None:
    env = environment()
    with pytest.raises(ZeroDivisionError):
        env.from_string(FORM.replace("{% endcall %}", "{{ 1 // 0 }}{% endcall %}")).render(marks="both")
    assert shown(env.from_string(QUESTIONS).render()) == SHOWN[None]


def test_a_required_control_says_so_to_the_browser_without_a_mark() -> None:
    html = environment(marks="optional").from_string(QUESTIONS).render()
    assert re.search(r'<input[^>]* id="a"[^>]* required', html)


def test_an_unknown_policy_is_named_with_those_there_are() -> None:
    with pytest.raises(DesignsysError, match="required, optional, both"):
        environment(marks="all")


@pytest.mark.parametrize(
    ("policy", "required", "optional", "mark"),
    [
        (None, True, True, "required"),
        (None, False, False, None),
        ("required", False, True, None),
        ("optional", True, True, None),
        ("both", False, True, "optional"),
    ],
)
def test_shows_one_mark_at_most(policy: Any, required: bool, optional: bool, mark: str | None) -> None:
    assert Marks(policy).shown(required, optional) == mark
