"""A message that appears after a button was pressed, and is told to nobody who does not see it (WCAG 4.1.3).

New text that speaks like a message, outside live regions, while the focus stays where it was: whether it is a status
message in the sense of the criterion, a person has to decide, so it is likely at most. Requests are not answered
while the page is pressed, so messages of a server do not show.
"""

from __future__ import annotations

import re
from typing import Any

from designsys.audit.facts import presses
from designsys.audit.facts.presses import Press
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "status-message"
CRITERIA = ("4.1.3",)
ASPECTS: frozenset[str] = frozenset()
ACTS = True

_JA = (
    "ボタンを押すと「{text}」と表示されますが、読み上げでは伝わらないようです。画面を見ていない人は、結果に気づけません。"
    '先に置いた role="status"（急ぐものは role="alert"）の中に表示するか、そこへフォーカスを移してください。'
)
_EN = (
    'After a button is pressed "{text}" appears, but screen readers seem not to be told, so people who do not see the '
    'screen miss it. Show it inside a role="status" (urgent: role="alert") that was there before, or move the focus to it.'
)
_LONGEST = 120
_SHOWN = 30
_SPEAKS = re.compile(
    r"ました|できません|ください|完了|失敗|エラー|必須|件あり|件見つか|件です|ありません|見つかり|保存|追加|削除"
    r"|\b(error|success|saved|added|removed|deleted|required|invalid|failed|results?|complete|please)",
    re.IGNORECASE,
)


def judge(page: LoadedPage) -> list[Observation]:
    """Look at what each button brought up and left standing."""
    seen: dict[str, Observation] = {}
    for one in page.fact(presses.find):
        for path, text in _messages(one):
            shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
            words = _JA.format(text=shown), _EN.format(text=shown)
            seen.setdefault(str(path), Observation(ID, CRITERIA, LIKELY, path, *words))
    return list(seen.values())


def _messages(one: Press) -> list[tuple[list[Any], str]]:
    """Short text that has come to stay, in a page that neither left nor moved the focus."""
    if one.again is None or one.again["hidden"] or one.after["left"] or one.after["dialog"]:
        return []
    return [
        (part["path"], part["text"])
        for part in one.after["revealed"]
        if part["length"] <= _LONGEST
        and not part["interactive"]
        and (part["named"] or _SPEAKS.search(part["text"]))
    ]
