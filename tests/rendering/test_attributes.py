"""Attributes: whatever is given, a parser reads back just that, and nothing that runs."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.rendering.attributes import Attributes, html_attributes, html_id, refusal, unsafe_url

# HTML replaces NUL and drops lone surrogates and carriage returns before it sees an attribute.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))


def _parsed(html: str) -> dict[str, str | None]:
    found: list[dict[str, str | None]] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(dict(attrs))

    Parser().feed(f"<p{html}>")
    assert len(found) == 1
    return found[0]


@given(st.dictionaries(st.from_regex(r"data-[a-z]{1,8}", fullmatch=True), TEXT, max_size=5), TEXT)
def test_values_read_back_as_given(attributes: dict[str, str], own: str) -> None:
    html = html_attributes("ds-x", attributes, title=own)
    assert _parsed(html) == {"class": "ds-x", "title": own, **attributes}


@given(TEXT, TEXT)
def test_names_that_pass_are_read_as_one_attribute(name: str, value: str) -> None:
    if refusal(name, value) is None and name.lower() == name and name not in ("class", "aria-describedby"):
        assert set(_parsed(html_attributes("", {name: value}))) == {
            name.replace("_", "-") if "-" not in name else name
        }


def test_classes_and_descriptions_are_merged() -> None:
    html = html_attributes("ds-x", {"class": "mine", "aria-describedby": "more"}, aria_describedby="a-hint")
    assert _parsed(html) == {"class": "ds-x mine", "aria-describedby": "a-hint more"}
    assert _parsed(html_attributes("ds-x", {"class": ["a", "b"]})) == {"class": "ds-x a b"}


def test_a_clash_is_reported_and_the_component_wins() -> None:
    clashes: list[str] = []
    html = html_attributes("", Attributes({"type": "x", "data-a": "1"}, clashes.append), type="text")
    assert _parsed(html) == {"type": "text", "data-a": "1"}
    assert clashes == ["type"]


def test_none_and_false_are_left_out_and_true_stands_alone() -> None:
    assert html_attributes("", None, a=None, b=False, c=True, d="") == ' c d=""'


@pytest.mark.parametrize(
    "name", ["onclick", "ONLOAD", "style", "srcdoc", "a b", "a=b", "a>", "", "'x'", 3, "a\n"]
)
def test_names_that_are_refused(name: object) -> None:
    assert refusal(name, "x") is not None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x()",
        " JavaScript:x()",
        "java\tscript:x()",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_addresses_that_run_script_are_refused(address: str) -> None:
    assert unsafe_url(address)
    assert refusal("href", address) is not None


@pytest.mark.parametrize(
    "address", ["/javascript:", "https://example.jp/?q=javascript:", "mailto:a@example.jp", "#data"]
)
def test_other_addresses_pass(address: str) -> None:
    assert not unsafe_url(address)


@given(TEXT.filter(str.strip))
def test_ids_have_no_white_space_and_are_never_empty(name: str) -> None:
    made = html_id(name)
    assert made
    assert not any(character.isspace() for character in made)


@pytest.mark.parametrize(
    ("name", "expected"), [("email", "email"), ("person[0][dob]", "person-0-dob"), ("引越し日", "引越し日")]
)
def test_ids_of_names(name: str, expected: str) -> None:
    assert html_id(name) == expected
