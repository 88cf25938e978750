"""JSON with lines: what breaks it, and where each part stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designsys.tokens import TokenError
from designsys.tokens.document import Document

TEXT = """{
  "a": {"b~/": [1, {"c": true},
    "}"]},

  "色": {},
  "last": -1.5e3
}
"""


def read(folder: Path, text: str | bytes) -> Document:
    path = folder / "a.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Document(path)


@pytest.mark.parametrize(
    ("path", "line", "pointer"),
    [
        ((), 1, "#"),
        (("a",), 2, "#/a"),
        (("a", "b~/"), 2, "#/a/b~0~1"),
        (("a", "b~/", "1", "c"), 2, "#/a/b~0~1/1/c"),
        (("a", "b~/", "2"), 3, "#/a/b~0~1/2"),
        (("色",), 5, "#/色"),
        (("last",), 6, "#/last"),
        (("last", "not", "there"), 6, "#/last/not/there"),
    ],
)
def test_place(path: tuple[str, ...], line: int, pointer: str, tmp_path: Path) -> None:
    place = read(tmp_path, TEXT).place(path)
    assert (place.line, place.pointer) == (line, pointer)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '{\n "a": 1,\n}',
            "a.json:3: this is not JSON (column 1: Expecting property name enclosed in double quotes).",
        ),
        ("", "a.json:1: this is not JSON (column 1: Expecting value)."),
        ('{"a": NaN}', "a.json: this is not JSON (NaN is not a JSON number)."),
        ("[" * 100_000, "a.json: this is not JSON (nested too deep)."),
        (
            '{"a": "x\\ud800"}',
            "a.json:1 (#/a): 'x\\ud800' holds half of a character (\\ud800 to \\udfff alone); write the whole one.",
        ),
        ("[]", "a.json:1: a token file is a JSON object; write { … } around it."),
        (b"\xff\xfe", "a.json: this file is not UTF-8; save it as UTF-8."),
    ],
    ids=["comma", "empty", "nan", "deep", "surrogate", "array", "encoding"],
)
def test_what_cannot_be_read_is_refused(text: str | bytes, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(TokenError) as caught:
        read(tmp_path, text)
    assert caught.value.en == str(tmp_path / sentence)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            '{"a": {\n "b": {"x": 1},\n "c": 2,\n "b": {},\n "c": 3}}',
            [
                "a.json:4 (#/a/b): 'b' stands here a second time (first in line 2); keep one of them.",
                "a.json:5 (#/a/c): 'c' stands here a second time (first in line 3); keep one of them.",
            ],
        ),
        (
            '{"a": [{"x": 1}, {"x": 1,\n"x": 2}]}',
            ["a.json:2 (#/a/1/x): 'x' stands here a second time (first in line 1); keep one of them."],
        ),
        (
            '{"a": {"x": 1, "y": {"z": 1}},\n "a": {"x": 1, "y": {"z": 1}}, "b": 1}',
            ["a.json:2 (#/a): 'a' stands here a second time (first in line 1); keep one of them."],
        ),
        ('{"a": {"x": 1}, "b": {"x": 1}}', []),
    ],
    ids=["two", "in-array", "whole-object", "none"],
)
def test_every_key_that_stands_twice_is_told(text: str, sentences: list[str], tmp_path: Path) -> None:
    found = read(tmp_path, text).duplicates
    assert [fault.en for fault in found] == [str(tmp_path / sentence) for sentence in sentences]


def test_a_place_shows_its_line_between_its_neighbours(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT).place(("色",)).frame == '  4 | \n> 5 |   "色": {},\n  6 |   "last": -1.5e3'


def test_a_line_of_a_minified_file_is_cut(tmp_path: Path) -> None:
    frame = read(tmp_path, '{"a": "' + "あ" * 1000 + '"}').place(("a",)).frame
    assert frame == '> 1 | {"a": "' + "あ" * 112 + "…"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TokenError) as caught:
        Document(tmp_path / "no.json")
    assert caught.value.en == f"{tmp_path / 'no.json'}: there is no such file to read; check the path."


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, b'\xef\xbb\xbf{"a": 1}').data == {"a": 1}


def members(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in pairs:
        yield (*path, str(key))
        yield from members(child, (*path, str(key)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
            lambda inner: (
                st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
            ),
            max_leaves=12,
        ),
    ),
    st.booleans(),
)
def test_every_part_of_any_document_is_found_where_it_stands(
    tmp_path: Path, data: dict[str, Any], ascii_only: bool
) -> None:
    text = json.dumps(data, indent=1, ensure_ascii=ascii_only)
    document = read(tmp_path, text)
    # With an indent of 1 every part begins a line of its own, in the order of the parts and the closing brackets.
    lines = [document.place(path).line for path in members(data)]
    opens = [number for number, line in enumerate(text.split("\n"), 1) if line.strip(" ,") not in ("}", "]")]
    assert lines == [number for number in opens if number > 1]
