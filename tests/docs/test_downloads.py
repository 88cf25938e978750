"""The token files to take away: every output that there is, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from designsys.docs.downloads import FOLDER, Download, download_name, write_downloads
from designsys.docs.site import Site
from designsys.tokens import build, load, outputs


@pytest.mark.parametrize("output", outputs())
def test_every_output_lies_beside_the_pages(built: Any, output: str) -> None:
    written = (built.out / FOLDER / download_name(output)).read_text(encoding="utf-8")
    assert written == build(load(), output)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_output_is_linked_and_described(built: Any, language: str) -> None:
    page = built.out / ("" if language == "ja" else "en") / "foundations" / "index.html"
    html = page.read_text(encoding="utf-8")
    assert [name for name in outputs() if f'download="{download_name(name)}"' not in html] == []
    assert set(outputs()) <= set(Site().words[language]["outputs"])


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("css", "tokens.css"),
        ("python", "tokens.py"),
        ("figma", "tokens.figma.json"),
        ("swift", "tokens.swift"),
    ],
)
def test_a_file_ends_as_its_language_does(output: str, name: str) -> None:
    assert download_name(output) == name


def test_no_two_outputs_have_one_name() -> None:
    assert len({download_name(output) for output in outputs()}) == len(outputs())


def test_a_size_is_told_in_whole_kilobytes(tmp_path: Path) -> None:
    assert Download("css", "downloads/tokens.css", 20_500).shown_size == "20 KB"
    assert all(download.size > 0 for download in write_downloads(load(), tmp_path))
