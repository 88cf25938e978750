"""Words that texts share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.likeness import shared, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Call us: (541) 754-3010", {"call", "us", "541", "754-3010"}, id="latin"),
        pytest.param("粗大ごみ", {"粗大", "大ご", "ごみ"}, id="japanese"),
        pytest.param("ＡＢＣ ｺﾞﾐ", {"abc", "ゴミ"}, id="widths"),
        pytest.param("市", {"市"}, id="one-letter"),
        pytest.param("—！", set(), id="none"),
    ],
)
def test_words_of_a_text(text: str, found: set[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        pytest.param("a b", "b c d", 0.5, id="half-of-the-smaller"),
        pytest.param("a", "a b c", 1.0, id="within"),
        pytest.param("", "a", 0.0, id="nothing"),
    ],
)
def test_share_of_the_smaller(one: str, other: str, share: float) -> None:
    assert shared(words(one), words(other)) == share


@given(st.text())
def test_a_text_with_words_is_all_like_itself(text: str) -> None:
    assert shared(words(text), words(text)) == (1.0 if words(text) else 0.0)
