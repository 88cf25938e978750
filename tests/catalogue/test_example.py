"""The source of an example: Jinja that gives back the very arguments."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from designsys.catalogue import Example

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    TEXT | st.booleans() | st.none() | st.integers(-999, 999),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)


def _example(**fields: Any) -> Example:
    words = {"ja": "試し", "en": "Sample"}
    return Example(component="f", name="default", title=words, procedure=words, **fields)


def _is_words(value: Any) -> bool:
    if isinstance(value, dict):
        return set(value) == {"ja", "en"} or any(_is_words(item) for item in value.values())
    return isinstance(value, list) and any(_is_words(item) for item in value)


NAMES = st.sampled_from(["name", "label", "items", "value", "hint"])


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_a_call_gives_back_its_arguments(arguments: dict[str, Any]) -> None:
    if _is_words(arguments):
        return
    received: list[dict[str, Any]] = []
    source = _example(arguments=arguments).source().partition("\n")[2]
    Environment().from_string(source).render(f=lambda **given: received.append(given) or "")
    assert received == [arguments]


def test_each_language_has_its_own_words() -> None:
    example = _example(
        arguments={"label": {"ja": "氏名", "en": "Name"}, "items": [{"label": {"ja": "甲", "en": "A"}}]}
    )
    assert example.source("ja") == (
        '{% from "designsys/f.jinja" import f %}\n\n{{ f(label="氏名", items=[{"label": "甲"}]) }}\n'
    )
    assert example.source("en-GB") == (
        '{% from "designsys/f.jinja" import f %}\n\n{{ f(label="Name", items=[{"label": "A"}]) }}\n'
    )


def test_a_body_makes_a_call_block() -> None:
    example = _example(arguments={"a": True}, body={"ja": "中身", "en": "Body"})
    assert example.source("ja").endswith("{% call f(a=true) %}\n中身\n{% endcall %}\n")


def test_a_long_call_stands_one_argument_a_line() -> None:
    lines = _example(arguments={"a": "あ" * 60, "b": "い" * 60}).source().splitlines()
    assert lines[2:] == ["{{ f(", f'    a="{"あ" * 60}",', f'    b="{"い" * 60}"', ") }}"]
