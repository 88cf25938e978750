"""Generated themes on every example: no contrast finding in any scheme; and several themes on one page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys.rendering.examples import example_environment

PAGE = """{% extends "designsys/page.jinja" %}{% from "designsys/button.jinja" import button %}
{% from "designsys/notification_banner.jinja" import notification_banner %}
{% set title = "避難所の申し込み" %}
{% block banner %}<div id="banner" data-ds-theme="gray">{{ button("県のお知らせを読む") }}</div>{% endblock %}
{% block content %}{{ button("申し込む") }}
<section id="night" data-ds-scheme="dark">{{ button("夜の画面") }}
<div id="nested" data-ds-theme="yellow">{{ button("隣の町に申し込む") }}</div></section>{% endblock %}"""


def test_contrast(
    example: Any, theme: str, scheme: str, themed_verdicts: dict[str, Any], condition_of: Any
) -> None:
    assert themed_verdicts[theme].findings(example, condition_of(scheme)) == []


@pytest.fixture(scope="module")
def shared_page(browser: Any, site: Any, themed: Path) -> Iterator[Any]:
    """A page of a city in red, with its prefecture's banner in gray and a neighbour's part in yellow."""
    environment = example_environment(assets=("/static/themes/", themed), theme="red")
    context = browser.new_context(viewport={"width": 800, "height": 600}, color_scheme="light")
    page = context.new_page()
    page.goto(site.put("/shared.html", environment.from_string(PAGE).render()))
    yield page
    context.close()


@pytest.mark.xdist_group("theme-light")
@pytest.mark.parametrize(
    ("place", "color"),
    [
        ("#banner .ds-button", "rgb(108, 108, 108)"),
        ("#main > .ds-button", "rgb(218, 0, 16)"),
        ("#night > .ds-button", "rgb(255, 169, 157)"),
        ("#nested .ds-button", "rgb(255, 213, 0)"),
    ],
)
def test_several_themes_share_a_page(place: str, color: str, shared_page: Any) -> None:
    found = shared_page.locator(place).first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert found == color
