"""Spaces inside a word, put there to make labels equally wide: 「日　時」, 「お　知　ら　せ」.

A screen reader says two words, and a search for 日時 finds nothing: failure F32 of WCAG 1.3.2. Only label words that
are nobody's name are certain; three or more characters one by one are likely, since rows of short names exist.
Two characters alone (「林　誠」) may be a name and are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Seen, excerpt
from designsys.audit.content.fragment import Block, Fragment
from designsys.audit.content.sentences import KANJI
from designsys.audit.findings import CERTAIN, LIKELY

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "spaced-word"
CRITERIA = ("1.3.2",)
CERTAINTY = CERTAIN
JA = (
    "「{text}」は語の中に空白があります。読み上げが語の途中で切れ、「{word}」で検索しても見つかりません。"
    "空白を消し、字の間は CSS の letter-spacing で空けてください。"
)
EN = (
    "'{text}' has spaces inside a word. A screen reader breaks the word, and a search for '{word}' misses it. "
    "Remove the spaces, and set letters apart with letter-spacing in CSS."
)

_WORDS = frozenset(
    "日時 日程 日付 時間 時刻 期間 期日 期限 場所 会場 住所 所在地 氏名 名前 名称 件名 年齢 性別 職業 電話 番号 対象 対象者 定員 "
    "人数 費用 料金 金額 参加費 受講料 入場料 手数料 内容 講師 申込 申込み 申込先 申込方法 申し込み 問合せ 問い合わせ お問い合わせ 問合せ先 "
    "問い合わせ先 お問い合わせ先 連絡先 担当 担当課 備考 目次 目的 概要 趣旨 要旨 資格 主催 共催 後援 協賛 締切 締め切り 持ち物 持物 方法 "
    "窓口 受付 予約 議題 議事 議事録 委員 委員長 会長 市長 町長 村長 区長 知事 議長 課長 部長 開館時間 休館日 開庁時間 定休日 "
    "交通 提出先 提出書類 必要書類 お知らせ 知らせ 以上 出席者 欠席者 参加者 募集 応募方法".split()
)
# Spaces between these part cells or blanks, not the characters of a word.
_SERIES = tuple(
    map(
        frozenset,
        ("日月火水木金土祝", "年月日時分秒", "〇一二三四五六七八九十", "東西南北", "春夏秋冬", "上中下", "大中小",
         "男女", "甲乙丙丁戊", "可否", "有無", "優良可", "松竹梅", "朝昼晩夕夜", "赤青黄緑白黒紫茶橙桃灰金銀",
         "子丑寅卯辰巳午未申酉戌亥", "市区町村", "都道府県", "国県市町村区", "円銭", "幼小中高大"),
    )
)  # fmt: skip
_LETTER = rf"[{KANJI}ぁ-んァ-ヶー]"
_SPACE = r"[ \u00a0\u2000-\u200a\u202f\u3000]"
_OPENING = r"\s・●○■□◆◇▼▽▲△★☆※◎〇＊「『【（(〔\[［：:、。.．)）①-⑳"
_RUN = re.compile(rf"(?<![^{_OPENING}]){_LETTER}(?:{_SPACE}+{_LETTER})+(?=[\s：:」』】）)〕\]］／/、。]|$)")
# What stands before a label: a bullet, an item's number, an opening bracket.
_LEAD = re.compile(
    r"[\s・●○■□◆◇▼▽▲△★☆※◎〇＊*-]*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,2}[）).．、]?|[①-⑳ア-ン][．.)）]?)?[\s「『【（(〔\[]*"
)


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every word that is set apart character by character."""
    for block in fragment.blocks:
        for line_start, line_end in block.lines():
            line = block.text[line_start:line_end]
            for match in _RUN.finditer(line):
                start, end = match.start() + line_start, match.end() + line_start
                word = re.sub(r"\s", "", match[0])
                certainty = _certainty(match[0], word, line[: match.start()])
                if certainty and _of_one_element(block, start, end):
                    yield Seen(
                        block.place(start, end),
                        JA.format(text=excerpt(match[0]), word=word),
                        EN.format(text=excerpt(match[0]), word=word),
                        certainty,
                        word if certainty == CERTAIN else None,
                    )


def _certainty(run: str, word: str, before: str) -> str | None:
    in_series = any(series.issuperset(word) for series in _SERIES)
    if word in _WORDS:
        # 「　日　時」 may be the blanks of a form, and what stands after other words something else.
        sure = _LEAD.fullmatch(before) and not (in_series and before.rstrip(" \t")[-1:].isspace())
        return CERTAIN if sure else LIKELY if len(word) > 2 else None
    # Wider spaces somewhere part cells.
    even = len(set(re.findall(rf"{_SPACE}+", run))) == 1
    kana_only = not re.search(f"[{KANJI}]", word)
    return LIKELY if len(word) > 2 and even and not (in_series or kana_only) and len(set(word)) > 1 else None


def _of_one_element(block: Block, start: int, end: int) -> bool:
    return len(set(map(id, block.elements[start:end]))) == 1
