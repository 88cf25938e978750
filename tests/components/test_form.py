"""What a form sends besides its controls, and what it shows on top."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markupsafe import Markup

from designsys.rendering.examples import example_environment

CALL = """{% from "designsys/form.jinja" import form %}
{% call form(action="/a", csrf=csrf, errors=errors, id=id) %}<p>中身</p>{% endcall %}"""


class Lazy:
    """Stands for Django's csrf_input: no str, but HTML when asked."""

    def __html__(self) -> str:
        return '<input type="hidden" name="csrfmiddlewaretoken" value="lazy">'


def render(csrf: Any = None, errors: Any = (), id: str | None = None) -> str:
    return example_environment().from_string(CALL).render(csrf=csrf, errors=errors, id=id)


@pytest.mark.parametrize(
    ("csrf", "field"),
    [
        pytest.param("abc", '<input type="hidden" name="csrf_token" value="abc">', id="token"),
        pytest.param(
            '"><script>',
            '<input type="hidden" name="csrf_token" value="&#34;&gt;&lt;script&gt;">',
            id="escaped",
        ),
        pytest.param(
            Markup('<input type="hidden" name="t" value="x">'),
            '<input type="hidden" name="t" value="x">',
            id="markup",
        ),
        pytest.param(Lazy(), Lazy().__html__(), id="lazy-html"),
    ],
)
def test_the_guard_against_forgery_is_sent(csrf: Any, field: str) -> None:
    assert re.findall(r"<input[^\n]*", render(csrf)) == [field]


def test_without_one_nothing_hidden_is_sent() -> None:
    assert "<input" not in render()


def test_errors_stand_before_the_controls() -> None:
    html = render(errors=[{"text": "直してください", "href": "#a"}])
    assert html.index("ds-error-summary") < html.index("中身")


def test_two_forms_have_summaries_of_their_own() -> None:
    error = [{"text": "直してください", "href": "#a"}]
    ids = re.findall(r'\sid="([^"]+)"', render(errors=error, id="one") + render(errors=error, id="two"))
    assert len(ids) == len(set(ids)) == 6


def test_the_browser_leaves_judging_to_the_server() -> None:
    assert re.search(r"<form[^>]* novalidate", render())
