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
