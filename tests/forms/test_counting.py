"""One character is what people see as one, and a byte is what the other system stores."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designsys.forms import count_bytes, count_characters

# What takes part in some rule of UAX #29, with plain letters between.
JOINING = st.text(
    st.sampled_from(
        "か\u3099ｶﾞ葛\U000e0100👩\u200d❤\ufe0f🏽🇯🇵क्षᄀ\u1161\u11a8가각\u0600\u0903\r\n\u200c\u00ad"
    )
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("住民票", 3, id="kanji"),
        pytest.param("𠮷野家", 3, id="outside-the-basic-plane"),
        pytest.param("葛\U000e0100城", 2, id="variant-of-kanji"),
        pytest.param("か\u3099", 1, id="separate-dakuten"),
        pytest.param("ｶﾞ", 1, id="half-width-dakuten"),
        pytest.param("👨‍👩‍👧‍👦", 1, id="family"),
        pytest.param("👋🏽", 1, id="skin"),
        pytest.param("🇯🇵🇰🇷", 2, id="flags"),
        pytest.param("🇯🇵🇰", 2, id="half-a-flag"),
        pytest.param("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1, id="flag-by-tags"),
        pytest.param("1️⃣", 1, id="keycap"),
        pytest.param("各\u1112\u1161\u11ab국", 3, id="jamo"),
        pytest.param("क्ष", 1, id="conjunct"),
        pytest.param("နေ", 1, id="burmese"),
        pytest.param("กำ", 1, id="thai"),
        pytest.param("一\r\n二\n三\r四", 7, id="line-breaks"),
        pytest.param("  　", 3, id="blanks"),
        pytest.param("\u200b\u00ad", 2, id="controls"),
        pytest.param("\ud800", 1, id="half-a-pair"),
    ],
)
def test_counts_what_people_see(text: str, count: int) -> None:
    assert count_characters(text) == count


@pytest.mark.parametrize(
    ("text", "encoding", "count"),
    [
        pytest.param("Aｱ若", "shift_jis", 4, id="half-and-full"),
        pytest.param("Aｱ若", "euc_jp", 5, id="half-width-kana-in-euc"),
        pytest.param("Aｱ若", "utf_8", 7, id="utf-8"),
        pytest.param("𠮷👨‍👩‍👧", "shift_jis", 12, id="not-in-it"),
        pytest.param("葛\U000e0100", "shift_jis", 2, id="variant-of-kanji"),
        pytest.param("か\u3099", "shift_jis", 2, id="separate-dakuten"),
        pytest.param("か\u3099", "utf_8", 6, id="separate-dakuten-in-utf-8"),
        pytest.param("一\n二", "shift_jis", 6, id="line-break"),
        pytest.param("一\r\n二", "utf_8", 8, id="line-break-in-utf-8"),
        pytest.param("\ud800", "utf_8", 3, id="half-a-pair"),
    ],
)
def test_counts_what_is_stored(text: str, encoding: str, count: int) -> None:
    assert count_bytes(text, encoding) == count  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp"])
def test_agrees_with_the_codec(encoding: str) -> None:
    """Of all characters that the codec has, but line breaks and the three bytes of JIS X 0212."""
    wrong = []
    for code in range(0x20, 0x10000):
        character = chr(code)
        stored = character.encode(encoding, "ignore")
        # Composed first: the codecs know 神 of the compatibility block as another 神.
        if len(stored) in (1, 2) and unicodedata.normalize("NFC", character) == character:
            wrong += [character] if count_bytes(character, encoding) != len(stored) else []  # type: ignore[arg-type]
    assert wrong == []


@settings(max_examples=500)
@given(JOINING, JOINING)
def test_joining_texts_never_adds_characters(one: str, other: str) -> None:
    assert count_characters(one + "、" + other) <= count_characters(one) + 1 + count_characters(other)
    assert count_characters(one + other) <= count_characters(one) + count_characters(other)


@settings(max_examples=500)
@given(st.text())
def test_a_text_has_no_more_characters_than_code_points(text: str) -> None:
    assert count_characters(text) <= len(text)
    assert (count_characters(text) == 0) == (text == "")


@settings(max_examples=500)
@given(st.text())
def test_utf_8_is_exact(text: str) -> None:
    sent = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    assert count_bytes(text, "utf_8") == len(sent.encode("utf-8"))
