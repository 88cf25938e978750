"""What the summary list prints for answers as residents give them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from markupsafe import Markup

from designsys.rendering.examples import example_environment


@pytest.fixture(scope="module")
def render() -> Callable[..., str]:
    source = '{% from "designsys/summary_list.jinja" import summary_list %}{{ summary_list([row]) }}'
    template = example_environment().from_string(source)
    return lambda **row: template.render(row=row)


def value(html: str) -> str:
    found = re.search(r"<dd class=\"ds-summary-list__value\"([^>]*)>(.*?)</dd>", html, re.DOTALL)
    assert found is not None
    return f"{found[1].strip()}|{found[2]}"


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        pytest.param("一行目\n二行目", "data-text|一行目\n二行目", id="lines"),
        pytest.param("<b>&", "data-text|&lt;b&gt;&amp;", id="escaped"),
        pytest.param(Markup("<b>太字</b>"), "|<b>太字</b>", id="markup"),
        pytest.param(0, "data-text|0", id="zero"),
        pytest.param("", "data-empty|未入力", id="empty"),
        pytest.param(None, "data-empty|未入力", id="none"),
    ],
)
def test_an_answer_is_shown_as_it_was_given(render: Callable[..., str], given: Any, printed: str) -> None:
    assert value(render(label="備考", value=given)) == printed


@pytest.mark.parametrize(
    ("hidden", "heard"), [(None, "変更 届け出る人"), ("の画面へ", "変更 の画面へ")], ids=["label", "own"]
)
def test_a_link_is_heard_with_what_it_is_about(
    render: Callable[..., str], hidden: str | None, heard: str
) -> None:
    """WCAG 2.4.4: a row of links that all say 変更 is ambiguous."""
    html = render(label="届け出る人", actions=[{"text": "変更", "href": "/a", "hidden_text": hidden}])
    link = re.search(r"<a [^>]*>(.*?)</a>", html, re.DOTALL)
    assert link is not None
    assert Markup(link[1]).striptags() == heard


def test_several_actions_are_a_list(render: Callable[..., str]) -> None:
    html = render(label="人", actions=[{"text": "変更", "href": "/a"}, {"text": "取消", "href": "/b"}])
    assert html.count("<li ") == 2
