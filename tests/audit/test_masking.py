"""What residents typed, and what opens their sessions, stays out of reports."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.masking import mask

# A secret that no rule of masking leaves standing by accident.
SECRET = st.text("花子abcXYZ0189", min_size=4).map(lambda text: f"ひみつ{text}")
TYPED = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"ひみつ{text}")


@given(
    TYPED,
    st.sampled_from(["value", "VALUE", "data-old-value", "aria-valuetext", "data-csrf-token"]),
    st.booleans(),
)
def test_field_values(typed: str, attribute: str, single: bool) -> None:
    quote = "'" if single else '"'
    written = html.escape(typed, quote=True)
    masked = mask(f"<input id=name {attribute}={quote}{written}{quote} class=ds-text-input>")
    assert "ひみつ" not in masked
    assert masked.startswith("<input id=name ")
    assert masked.endswith(" class=ds-text-input>")


@given(TYPED)
def test_textareas(typed: str) -> None:
    masked = mask(f'<p>前</p><textarea name="a>b" id=t>{html.escape(typed)}</textarea><p>後</p>')
    assert masked == '<p>前</p><textarea name="a>b" id=t>…</textarea><p>後</p>'


@given(TYPED, st.integers(0, 60))
def test_snippets_cut_off_anywhere(typed: str, length: int) -> None:
    cut = f'<input value="{html.escape(typed)}'[: 14 + length]
    assert "ひみつ" not in mask(cut)
    assert "ひみつ" not in mask(f"<textarea>{html.escape(typed)}"[: 10 + length])


@given(SECRET)
def test_editable_elements(typed: str) -> None:
    assert "ひみつ" not in mask(f'<div class="a" contenteditable="true"><b>{typed}</b> {typed}</div>')


@given(
    SECRET,
    st.sampled_from(
        [
            "https://user:{0}@city.example.jp/",
            "https://city.example.jp/?{0}",
            "/a/?id={0}&x=1#top",
            "a.html?{0}",
            "https://city.example.jp/#token={0}",
        ]
    ),
)
def test_addresses(secret: str, address: str) -> None:
    assert "ひみつ" not in mask(address.format(secret))
    assert "ひみつ" not in mask(f'<a href="{address.format(secret)}">次へ</a>')


@given(SECRET)
def test_selectors(secret: str) -> None:
    assert "ひみつ" not in mask(f'form > input[value="{secret}"]:nth-of-type(2)')
    assert "ひみつ" not in mask(f'a[href$="page\\?id\\={secret}"]')


@given(SECRET)
def test_cookies(secret: str) -> None:
    assert "ひみつ" not in mask(f"Set-Cookie: session={secret}; Path=/")
    assert "ひみつ" not in mask(f'<meta name="csrf-token" content="{secret}">')


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param(
            '<option value="13" selected>東京都</option>', '<option value="…">東京都</option>', id="option"
        ),
        pytest.param('<input type="radio" checked>', '<input type="radio">', id="radio"),
        pytest.param("<p>これでよいですか? はい</p>", "<p>これでよいですか? はい</p>", id="question"),
        pytest.param('<img src="/mark.svg">', '<img src="/mark.svg">', id="image"),
        pytest.param("#name-error", "#name-error", id="selector"),
        pytest.param("https://city.example.jp/a/#main", "https://city.example.jp/a/#main", id="fragment"),
        pytest.param("https://city.example.jp/?q=1#top", "https://city.example.jp/?…#top", id="query"),
    ],
)
def test_what_is_left(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(st.text())
def test_masking_twice_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)
