"""JSON Pointers, by RFC 6901's own examples (§ 5 and § 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.tokens.pointer import format_pointer, parse_pointer


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("#", ()),
        ("#/foo/0", ("foo", "0")),
        ("#/", ("",)),
        ("#/a~1b", ("a/b",)),
        ("#/m~0n", ("m~n",)),
        ("#/~01", ("~1",)),
        ("#/c%25d", ("c%d",)),
        ("#/%20", (" ",)),
        ("#/色/文字", ("色", "文字")),
    ],
)
def test_parse(text: str, path: tuple[str, ...]) -> None:
    assert parse_pointer(text) == path


@pytest.mark.parametrize("text", ["", "/a", "a", "#a", "#/a~", "#/a~2", "{a.b}"])
def test_what_is_no_pointer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_pointer(text)


@given(st.lists(st.text(st.characters(exclude_characters="%", exclude_categories=["Cs"]))).map(tuple))
def test_what_is_formatted_is_parsed_back(path: tuple[str, ...]) -> None:
    assert parse_pointer(format_pointer(path)) == path
