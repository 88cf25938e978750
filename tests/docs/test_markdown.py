"""Texts: headings and links through our macros, code highlighted, raw HTML shown, dead links refused."""

from __future__ import annotations

from typing import Any, cast

import pytest

from designsys.docs.markdown import Macros, Markdown, resolver
from designsys.errors import DesignsysError
from designsys.rendering.examples import example_environment


def known(name: str) -> str:
    if name != "radios":
        raise DesignsysError(en=f"there is no page '{name}'.", ja=f"「{name}」というページはありません。")
    return f"{name}.html"


@pytest.fixture(scope="module")
def markdown() -> Markdown:
    macros = cast(Macros, example_environment().get_template("designsys.jinja").module)
    return Markdown(macros, resolver(known, known, "text.ja.md"))


def test_links_lead_to_the_components_page(markdown: Markdown) -> None:
    html = markdown.inline("[ラジオ`n`](component:radios#items)を使います。")
    assert html == '<a class="ds-link" href="radios.html#items">ラジオ<code>n</code></a>を使います。'


@pytest.mark.parametrize("target", ["component:radio", "page:radio"])
def test_a_link_to_nowhere_names_text_and_link(markdown: Markdown, target: str) -> None:
    with pytest.raises(DesignsysError) as caught:
        markdown.inline(f"[x]({target})")
    assert caught.value.en == f"text.ja.md, link '{target}': there is no page 'radio'."


def test_other_addresses_stay(markdown: Markdown) -> None:
    assert 'href="https://example.jp/?a=1&amp;b=2"' in markdown.inline("[x](https://example.jp/?a=1&b=2)")


def test_sections_have_titles_and_ids(markdown: Markdown) -> None:
    first, second = markdown.sections("まえがき\n\n## 使う `とき`\n\n本文\n\n### 小見出し\n")
    assert (first.title, first.html) == ("", "<p>まえがき</p>\n")
    assert (second.title, second.id) == ("使う とき", "使う-とき")
    assert '<h3 class="ds-heading" id="小見出し" data-size="medium">小見出し</h3>' in second.html


def test_raw_html_is_text(markdown: Markdown) -> None:
    assert "<script" not in markdown.html("<script>alert(1)</script>\n\na <b onclick=x>b</b>")


def test_an_address_that_runs_script_is_no_link(markdown: Markdown) -> None:
    assert "<a" not in markdown.inline("[x](javascript:alert)")


def test_code_is_highlighted(markdown: Markdown) -> None:
    html: Any = markdown.html("```jinja\n{{ a }}\n```\n")
    assert '<span class="docs-code__name">{{</span>' in html
