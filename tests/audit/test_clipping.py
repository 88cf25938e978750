"""Text that its box cuts off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from designsys.audit.clipping import Cut, cut_text, may_cut, remember
from designsys.audit.conditions import BASE
from designsys.audit.page import LoadedPage, load

_LONG = "転入届は、引っ越してから14日のうちに、本人確認の書類を持って市民課の窓口へ出してください。"


@pytest.fixture(scope="module")
def page(running: Any, hostile: str) -> Iterator[LoadedPage]:
    tab = running["playwright"].open(BASE)
    yield load(tab, f"{hostile}/image", BASE, 15)
    tab.close()


@pytest.fixture
def cut(page: LoadedPage) -> Callable[[str, str], list[Cut]]:
    """What is cut in a page of this style and body."""

    def show(style: str, body: str) -> list[Cut]:
        page.evaluate(
            f"document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].replaceSync({style!r});"
            f"document.body.innerHTML = {body!r}; 0"
        )
        return cut_text(page)

    return show


@pytest.mark.parametrize(
    ("style", "axis", "first"),
    [
        pytest.param("p { height: 3em; overflow: hidden; width: 10em }", "y", False, id="lines-missing"),
        pytest.param("p { height: 10px; overflow: clip; width: 10em }", "y", True, id="clip"),
        pytest.param("p { height: 10px; overflow: hidden }", "y", True, id="not-even-one-line"),
        pytest.param(
            "p { width: 10em; overflow: hidden; white-space: nowrap }", "x", False, id="ends-missing"
        ),
        pytest.param("body { overflow-x: hidden } p { width: 2000px; text-align: justify; white-space: nowrap; font-size: 60px }", "x", False, id="window"),
    ],
)  # fmt: skip
def test_text_that_is_cut(style: str, axis: str, first: bool, cut: Any) -> None:
    (found,) = cut(style, f"<p>{_LONG}</p>")
    assert (found.axis, found.first) == (axis, first)
    assert _LONG.startswith(found.text)
    assert found.window == ("body" in style)


@pytest.mark.parametrize(
    ("style", "body"),
    [
        pytest.param("p { min-height: 1em; overflow: hidden }", f"<p>{_LONG}</p>", id="grows"),
        pytest.param("p { height: 1em; overflow: auto; width: 9em }", f"<p>{_LONG}</p>", id="scrolls"),
        pytest.param(
            "div { height: 3em; overflow: hidden } p { height: 3em; margin: 0; overflow: auto; width: 9em }",
            f"<div><p>{_LONG}</p></div>", id="scrolls-inside",
        ),
        pytest.param(
            "p { position: absolute; width: 1px; height: 1px; overflow: hidden }", f"<p>{_LONG}</p>", id="visually-hidden",
        ),
        pytest.param(
            "div { width: 9em; overflow: hidden } p { width: 40em; transform: translateX(0) }", f"<div><p>{_LONG}</p></div>",
            id="carousel",
        ),
        pytest.param(
            "div { height: 9px; overflow: hidden } p { position: absolute }", f"<div><p>{_LONG}</p></div>", id="outside-its-box",
        ),
        pytest.param("p { height: 0; overflow: hidden }", f"<p>{_LONG}</p>", id="collapsed"),
        pytest.param("p { height: 1.25em; overflow: hidden; line-height: 1 }", "<p>市民課</p>", id="tight-line"),
    ],
)  # fmt: skip
def test_text_that_is_not_cut(style: str, body: str, cut: Any) -> None:
    assert cut(style, body) == []


@pytest.mark.parametrize(
    ("style", "shortened"),
    [
        ("p { width: 9em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }", True),
        ("p { width: 9em; overflow: hidden; white-space: nowrap }", False),
        (
            "p { width: 9em; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; height: 2.6em }",
            True,
        ),
    ],
)
def test_a_cut_that_is_marked(style: str, shortened: bool, cut: Any) -> None:
    (found,) = cut(style, f"<p>{_LONG}</p>")
    assert found.shortened == shortened


def test_what_is_cut_since(page: LoadedPage, cut: Any) -> None:
    (found,) = cut("p { height: 3em; overflow: hidden; width: 10em }", f"<p>{_LONG}</p>")
    assert found.newly
    remember(page)
    (found,) = cut_text(page)
    assert not found.newly


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("p { overflow: hidden }", False),
        ("p { overflow: hidden; height: 9em }", True),
        ("p { overflow: hidden; max-height: 9em }", True),
        ("p { overflow: hidden; white-space: nowrap }", True),
        ("p { height: 1em }", False),
    ],
)
def test_where_nothing_can_be_cut(style: str, expected: bool, page: LoadedPage, cut: Any) -> None:
    cut(style, "<p>市民課</p>")
    assert may_cut(page) == expected
