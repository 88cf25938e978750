"""A choice can be hit by a finger, and shows in forced colours what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "選択肢" %}
{% from "designsys/radios.jinja" import radios %}
{% from "designsys/checkboxes.jinja" import checkboxes %}
{% block content %}
{{ radios("one", "1つ", [("a", "甲"), ("b", "乙")], value="a") }}
{{ checkboxes("many", "いくつでも", [("a", "丙"), ("b", "丁")], values=["a"]) }}
{% endblock %}
"""


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/choice.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab of its own, 320 pixels wide."""
    context = browser.new_context(viewport={"width": 320, "height": 600})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("words", ["乙", "丁"], ids=["radio", "checkbox"])
def test_the_whole_line_is_44_pixels_high_and_chooses(page: Any, address: str, words: str) -> None:
    page.goto(address)
    line = page.locator("label", has_text=words)
    box = line.bounding_box()
    assert box["height"] >= 44 and box["width"] >= 44
    # The corner of the line, where there is neither circle nor word.
    page.mouse.click(box["x"] + 1, box["y"] + 1)
    assert page.get_by_label(words).is_checked()


@pytest.mark.parametrize("kind", ["radio", "checkbox"])
def test_checked_and_not_checked_differ_in_forced_colours(browser: Any, address: str, kind: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address)
    controls = page.locator(f"input[type={kind}]")
    assert controls.nth(0).screenshot() != controls.nth(1).screenshot()
    context.close()
