"""Several letters in one character (機種依存文字): ㈱, ㍻, ㎡, ℡.

Readers say 「かっこかぶ」, spell them or leave them out, and they are too small to make out. ①, Ⅳ and name characters
such as 﨑 and 髙 are in Unicode and JIS X 0213, are read everywhere, and are left: a name is written as its owner does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "machine-dependent"
CRITERIA: tuple[str, ...] = ()
CERTAINTY = ADVICE
JA = (
    "「{text}」は1文字に何文字も詰めた機種依存文字です。読み上げで飛ばされたり、違う読みになったりします。"
    "「{plain}」と書いてください。"
)
EN = "'{text}' packs several letters into one character: readers skip it or say something else. Write '{plain}'."

_PLAIN = {
    "㈱": "株式会社", "㈲": "有限会社", "㍿": "株式会社", "㈹": "代表", "℡": "電話", "№": "No.",
    "㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和",
    "㎜": "ミリメートル", "㎝": "センチメートル", "㎞": "キロメートル", "㎡": "平方メートル", "㎢": "平方キロメートル",
    "㎥": "立方メートル", "㎎": "ミリグラム", "㎏": "キログラム", "㎖": "ミリリットル", "ℓ": "リットル", "㏄": "cc",
    "㎅": "キロバイト", "㎆": "メガバイト", "㎇": "ギガバイト", "㏋": "馬力", "㎾": "キロワット",
    "㍉": "ミリ", "㌢": "センチ", "㍍": "メートル", "㌔": "キロ", "㌘": "グラム", "㌧": "トン", "㍑": "リットル",
    "㌶": "ヘクタール", "㌃": "アール", "㌫": "パーセント", "㌦": "ドル", "㌍": "カロリー", "㍗": "ワット", "㌻": "ページ",
}  # fmt: skip
_PACKED = re.compile(f"[{''.join(_PLAIN)}]")


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every packed character that has a plain spelling."""
    for block in fragment.blocks:
        for match in _PACKED.finditer(block.text):
            plain = _PLAIN[match[0]]
            yield Seen(
                block.place(*match.span()),
                JA.format(text=match[0], plain=plain),
                EN.format(text=match[0], plain=plain),
                mending=plain,
            )
