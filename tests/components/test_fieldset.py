"""A group's question is heard and seen as one, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "送り先" %}
{% from "designsys/fieldset.jinja" import fieldset %}
{% from "designsys/text_input.jinja" import text_input %}
{% block content %}
{% call fieldset("送り先", hint="市外でもかまいません", error="送り先を書いてください", heading_level=1, required=true) %}
{{ text_input("postcode", "郵便番号", width="4") }}
{% endcall %}
{% endblock %}
"""


@pytest.fixture
def page(site: Any, assets: Any, browser: Any) -> Any:
    environment = example_environment(assets=("/static/designsys/", assets))
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(site.put("/fieldset.html", environment.from_string(PAGE).render()))
    yield page
    page.close()


def test_the_group_has_the_name_and_description(page: Any) -> None:
    group = page.get_by_role("group", name="送り先 ※必須", exact=True)
    assert group.count() == 1
    assert page.get_by_role("heading", level=1, name="送り先 ※必須").count() == 1
    described = group.get_attribute("aria-describedby").split()
    assert [page.locator(f"[id='{id}']").count() for id in described] == [1, 1]


def test_the_bar_spans_the_question_too(page: Any) -> None:
    # A legend in flow pushes the painted border down to its own middle, which no box tells: only its float does.
    assert page.locator("legend").evaluate("e => getComputedStyle(e).float") != "none"
    legend, hint = (page.locator(part).bounding_box() for part in ("legend", ".ds-hint"))
    assert legend["y"] + legend["height"] <= hint["y"]


@pytest.mark.parametrize("legend", ["送り先", Markup("送り先 <b>1</b>"), 1], ids=["text", "markup", "number"])
def test_any_question_gives_ids_without_white_space(legend: Any) -> None:
    source = (
        '{% from "designsys/fieldset.jinja" import fieldset %}'
        '{% call fieldset(legend, hint="ヒント") %}x{% endcall %}'
    )
    html = example_environment().from_string(source).render(legend=legend)
    described = html.split('aria-describedby="')[1].split('"')[0]
    assert " " not in described
    assert f'id="{described}"' in html
