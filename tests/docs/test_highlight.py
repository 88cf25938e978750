"""Code in colours: nothing of it is lost, and nothing in it becomes HTML."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.docs.highlight import highlight

LANGUAGES = ["jinja", "html", "python", "console", "css", "", "no-such-language"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(source=st.text(alphabet="{}%<>&\"'#/$ ab漢=\n", max_size=60))
def test_the_text_stays_the_same(language: str, source: str) -> None:
    html = highlight(source, language)
    assert unescape(re.sub(r"<[^>]*>", "", html)) == source.rstrip("\n")


def test_words_get_classes_and_no_style() -> None:
    html = highlight('{{ text_input("email", required=true) }}', "jinja")
    assert '<span class="docs-code__string">&#34;email&#34;</span>' in html
    assert '<span class="docs-code__keyword">true</span>' in html
    assert "style" not in html


def test_markup_in_code_is_shown_not_run() -> None:
    assert "<script" not in highlight("<script>alert(1)</script>", "html")
