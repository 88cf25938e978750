"""One box for the whole code, which takes what a message holds."""

from __future__ import annotations

import re

from designsys.forms import read_one_time_code
from designsys.rendering.examples import example_environment

CALL = """{% from "designsys/one_time_code_input.jinja" import one_time_code_input %}
{{ one_time_code_input("code", "番号", hint="6けた", **arguments) }}"""


def render(**arguments: object) -> str:
    return example_environment().from_string(CALL).render(arguments=arguments)


def test_is_one_box_that_phones_can_fill() -> None:
    html = render()
    assert len(re.findall("<input", html)) == 1
    assert 'autocomplete="one-time-code"' in html
    assert 'inputmode="numeric"' in html


def test_nothing_cuts_or_refuses_a_code_pasted_with_blanks() -> None:
    assert not re.search(r"maxlength|minlength|pattern|type=\"number\"", render())


def test_a_reading_goes_back_into_the_macro() -> None:
    html = render(**read_one_time_code({"code": "０１2"}, "code", locale="ja").as_arguments())
    assert 'value="０１2"' in html
    assert 'aria-describedby="code-hint code-error"' in html
    assert "確認コードの6けたを、すべて入れてください。" in html
