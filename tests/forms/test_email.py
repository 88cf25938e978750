"""A mail address from any keyboard, and a message about the one thing wrong in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.forms import Reading, read_email

WRITTEN = {
    "midori@example.jp": "midori@example.jp",
    "ｍｉｄｏｒｉ＠ｅｘａｍｐｌｅ．ｊｐ": "midori@example.jp",
    " midori＠example。jp　": "midori@example.jp",
    "midoriーhanako@example.jp": "midori-hanako@example.jp",
    "midori @ example.jp": "midori@example.jp",
    "midori+shiyakusho@example.co.jp": "midori+shiyakusho@example.co.jp",
    "mi..dori.@docomo.example.jp": "mi..dori.@docomo.example.jp",
    "窓口@スーパー.example": "窓口@スーパー.example",
    "Midori.Hanako@EXAMPLE.jp": "Midori.Hanako@EXAMPLE.jp",
}
AT = "メールアドレスには「@」を1つ入れてください。例：namae@example.jp"
AFTER = "「@」の後ろを、最後まで入れてください。例：example.jp"
MISTAKES = {
    "": "メールアドレスを入れてください。",
    "midori.example.jp": AT,
    "@example.jp": AT,
    "midori@": AT,
    "midori@@example.jp": AT,
    "midori@example": AFTER,
    "midori@example.": AFTER,
    "midori@.jp": AFTER,
    "midori@example..jp": AFTER,
    "midori@example.jp、hanako": "メールアドレスから「、」を消してください。",
    "midori@example,jp": "メールアドレスから「,」を消してください。",
    "<midori@example.jp>": "メールアドレスから「<」を消してください。",
    "a" * 250 + "@example.jp": "メールアドレスは254文字までで入れてください。",
}


@pytest.mark.parametrize("typed", WRITTEN)
def test_puts_right_what_the_keyboard_did(typed: str) -> None:
    assert read_email({"mail": typed}, "mail") == Reading("mail", typed, WRITTEN[typed])


@pytest.mark.parametrize("typed", MISTAKES)
def test_says_what_to_mend(typed: str) -> None:
    reading = read_email({"mail": typed}, "mail", required=True, locale="ja")
    assert (reading.typed, reading.value, reading.error) == (typed, None, MISTAKES[typed])


@given(
    st.from_regex(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,60}", fullmatch=True).filter(lambda s: "{" not in s and "}" not in s),
    st.from_regex(r"[a-z0-9]{1,20}(\.[a-z0-9-]{1,20}){1,4}", fullmatch=True),
)  # fmt: skip
def test_takes_every_address_that_is_right(local: str, domain: str) -> None:
    assert read_email({"mail": f"{local}@{domain}"}, "mail").value == f"{local}@{domain}"
