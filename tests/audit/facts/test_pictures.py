"""Pictures of letters, by their pixels."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from designsys.audit.facts import pictures


def _drawn(inner: str) -> str:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="90"><rect width="400" height="90" fill="white"/>'
    return f'<img alt="" src="data:image/svg+xml,{quote(svg + inner + "</svg>")}">'


def test_lines_of_letters_are_counted(opened: Any) -> None:
    lines = "".join(
        f'<text x="9" y="{y}" font-size="22">窓口は平日の九時から開いています</text>' for y in (30, 70)
    )
    [picture] = opened(_drawn(lines)).fact(pictures.find)
    assert (picture.lines, picture.svg_text, picture.ground) == (2, True, False)


def test_shapes_and_small_images_are_no_letters(opened: Any) -> None:
    page = opened(
        _drawn('<circle cx="60" cy="45" r="40" fill="green"/>') + '<img alt="" width="9" src="data:,">'
    )
    assert page.fact(pictures.find) == []
