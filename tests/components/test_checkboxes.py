""" "None of these" and the other answers exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "手助け" %}
{% from "designsys/checkboxes.jinja" import checkboxes %}
{% block content %}
{% set inner %}{{ checkboxes("inner", "道具", [("cane", "つえ"), ("chair", "車いす")], values=["cane"]) }}{% endset %}
{{ checkboxes("need", "手助けがいること", [
    {"value": "walk", "label": "歩くこと", "content": inner},
    ("read", "読むこと"),
    {"value": "none", "label": "どれもない", "exclusive": true, "divider": "または"},
], values=["walk", "read"]) }}
{% endblock %}
"""
TICKED = "[...document.querySelectorAll('input:checked')].map(e => e.value)"


@pytest.fixture(scope="module")
def address(site: Any, assets: Any) -> str:
    environment = example_environment(assets=("/static/designsys/", assets))
    address: str = site.put("/checkboxes.html", environment.from_string(PAGE).render())
    return address


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def test_none_clears_the_others_and_what_they_revealed(page: Any) -> None:
    assert page.get_by_label("つえ").is_visible()
    page.get_by_label("どれもない").focus()
    page.keyboard.press("Space")
    # The box within is another question; it is not sent, since its group is disabled.
    assert page.evaluate(TICKED) == ["cane", "none"]
    assert not page.get_by_label("つえ").is_visible()
    assert page.get_by_label("つえ").is_disabled()


def test_another_answer_clears_none(page: Any) -> None:
    page.get_by_label("どれもない").check()
    page.get_by_label("読むこと").check()
    assert page.evaluate(TICKED) == ["cane", "read"]


def test_a_box_within_leaves_the_others_alone(page: Any) -> None:
    page.get_by_label("車いす").check()
    assert page.evaluate(TICKED) == ["walk", "cane", "chair", "read"]


def test_clearing_is_told_to_the_page(page: Any) -> None:
    page.evaluate(
        "() => { window.heard = []; document.addEventListener('change', e => heard.push(e.target.value)) }"
    )
    page.get_by_label("どれもない").check()
    assert sorted(page.evaluate("heard")) == ["none", "read", "walk"]


def test_taken_out_it_listens_no_more(page: Any) -> None:
    page.evaluate("""() => { window.boxes = document.querySelector('ds-checkboxes'); boxes.remove();
        const none = boxes.querySelector('[value=none]'); none.checked = true;
        none.dispatchEvent(new Event('change', {bubbles: true})); }""")
    assert page.evaluate("boxes.querySelector('[value=read]').checked") is True


def test_the_words_between_stand_before_their_answer(page: Any) -> None:
    text = page.locator("ds-checkboxes").inner_text()
    assert text.index("読むこと") < text.index("または") < text.index("どれもない")
