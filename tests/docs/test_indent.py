"""HTML set out for reading: one element a line, and the same page as before."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from designsys.catalogue import Component, load
from designsys.docs.indent import indent_html
from designsys.rendering.examples import example_environment, render_example

COMPONENTS = list(load())


class Outline(HTMLParser):
    """Tags with their attributes, and text with its blanks folded, as a browser takes them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.events: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.events.extend(data.split())


def test_elements_stand_one_a_line() -> None:
    html = '<div class="a"><p>言葉 <a href="?a=1&amp;b=2">先</a>へ</p><ul><li>1</li><li>2</li></ul></div>'
    assert indent_html(html) == (
        '<div class="a">\n  <p>言葉 <a href="?a=1&amp;b=2">先</a>へ</p>\n'
        "  <ul>\n    <li>1</li>\n    <li>2</li>\n  </ul>\n</div>\n"
    )


def test_a_long_tag_has_one_attribute_a_line() -> None:
    names = " ".join(f'data-{name}="{name * 20}"' for name in "abc")
    lines = indent_html(f"<input {names}>").splitlines()
    assert lines[1] == '       data-b="bbbbbbbbbbbbbbbbbbbb"'


def test_what_a_textarea_holds_is_left_alone() -> None:
    assert "<textarea>\n a\n   b</textarea>" in indent_html("<div><textarea>\n a\n   b</textarea></div>")


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_examples_are_the_same_page_as_before(component: Component, assets: Path) -> None:
    environment = example_environment(assets=("/static/designsys/", assets))
    html = "".join(render_example(example, "ja", environment) for example in component.examples[:2])
    assert Outline(indent_html(html)).events == Outline(html).events
