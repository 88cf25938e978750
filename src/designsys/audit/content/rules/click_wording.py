"""「クリック」 where people press, touch, speak or use keys.

Only residents with a mouse click. Names of services and frauds that hold the word are left; the better word depends
on what is pressed, so a person chooses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen
from designsys.audit.content.fragment import Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "click-wording"
CRITERIA: tuple[str, ...] = ()
CERTAINTY = ADVICE
JA = (
    "「{text}」はマウスを使う人への言い方です。キーボード、指、声で使う人もいます。"
    "ボタンは「押す」、リンクや項目は「選ぶ」「開く」と書いてください。"
)
EN = (
    "'{text}' speaks to people with a mouse; others use keys, touch or voice. "
    "Write 'press' for a button and 'choose' or 'open' for a link."
)

_CLICK = re.compile(
    "(?<!ワン)(?<!ペイパー)(?:ダブル|右|左)?クリック(?!詐欺|請求|募金|ポスト|合戦|率|単価|数|ジャッキング)"
)


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every 「クリック」 that tells somebody what to do."""
    for block in fragment.blocks:
        for match in _CLICK.finditer(block.text):
            yield Seen(block.place(*match.span()), JA.format(text=match[0]), EN.format(text=match[0]))
