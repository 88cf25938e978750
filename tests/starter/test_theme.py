"""The files of a new theme: whole, standing on their own, and met as residents do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from designsys.catalogue import load
from designsys.starter.theme import write_theme
from designsys.tokens import Color, contrast_ratio, new_theme
from designsys.tokens.contrast import floor_ratio

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A theme of a yellow town, whose colour cannot carry text."""
    out = tmp_path_factory.mktemp("theme") / "山吹 町"
    theme = new_theme("#ffe100", "山吹町", id="yamabuki", secondary="navy", corners="round")
    write_theme(theme, out, load())
    return out


@pytest.fixture(scope="module", params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    """A narrow window in a scheme."""
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, color_scheme=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["preview.html", "proof.html"])
def test_the_pages_open_from_disk_and_anybody_can_use_them(name: str, folder: Path, page: Any) -> None:
    page.goto((folder / name).as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", tags)
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in result["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_preview_wears_the_theme(folder: Path, page: Any) -> None:
    page.goto((folder / "preview.html").as_uri())
    light = page.locator("[data-ds-scheme=light] .ds-button").first
    assert light.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(123, 108, 0)"
    header = page.locator(".ds-header").first.evaluate("e => getComputedStyle(e).borderBlockEndColor")
    assert header in ("rgb(255, 225, 0)", "rgb(189, 166, 0)")


def test_every_component_that_stands_in_a_page_is_shown(folder: Path) -> None:
    html = (folder / "preview.html").read_text(encoding="utf-8")
    for component in load():
        if not component.furniture and component.name != "page":
            assert f'<h2 class="preview-example__title">{component.title["ja"]}</h2>' in html


def test_the_proof_for_machines_can_be_computed_again(folder: Path) -> None:
    proof = json.loads((folder / "proof.json").read_text(encoding="utf-8"))
    assert len(proof["pairs"]) > 400
    for pair in proof["pairs"]:
        ratio = contrast_ratio(Color.from_hex(pair["foreground_hex"]), Color.from_hex(pair["background_hex"]))
        assert floor_ratio(ratio) == pair["ratio"] >= pair["required"]


def test_the_proof_for_people_has_every_pair(folder: Path) -> None:
    proof = json.loads((folder / "proof.json").read_text(encoding="utf-8"))
    html = (folder / "proof.html").read_text(encoding="utf-8")
    rows = html.count("<tr") - html.count("<thead")
    assert rows == len(proof["pairs"]) + 12 + len(proof["exempt"])


def test_the_style_sheet_is_the_theme_s(folder: Path) -> None:
    sheet = (folder / "yamabuki.css").read_text(encoding="utf-8")
    assert "--ds-color-brand: light-dark(" in sheet and "#ffe100" in sheet


def test_writing_again_leaves_other_files_alone(folder: Path) -> None:
    (folder / "memo.txt").write_text("あとで", encoding="utf-8")
    write_theme(new_theme("#6a0dad", "山吹町", id="yamabuki"), folder, load(), language="en")
    assert (folder / "memo.txt").is_file()
    assert "Theme of 山吹町" in (folder / "preview.html").read_text(encoding="utf-8")
    assert len(list((folder / "preview").glob("designsys.*.css"))) == 1
