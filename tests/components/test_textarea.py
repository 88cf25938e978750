"""What a textarea holds is what was written."""

from __future__ import annotations

from typing import Any

from designsys.rendering.examples import example_environment

PAGE = """
{% extends "designsys/page.jinja" %}
{% set title = "ご意見" %}
{% from "designsys/textarea.jinja" import textarea %}
{% block content %}
{{ textarea("kept", "前に書いた文", value="\\n  一行あけて\\n書いた文") }}
{% endblock %}
"""


def test_keeps_the_first_line_break(browser: Any, site: Any, assets: Any) -> None:
    environment = example_environment(assets=("/static/designsys/", assets))
    page = browser.new_page()
    page.goto(site.put("/textarea.html", environment.from_string(PAGE).render()))
    assert page.get_by_label("前に書いた文").input_value() == "\n  一行あけて\n書いた文"
    page.close()
