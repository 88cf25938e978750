"""A field that asks about the person who writes, and does not tell browsers so, or tells them something else.

Told by the whole label: 「氏名」, 「電話番号」, "Email address". Whether a field asks about the writer or about somebody else,
a machine can only guess, so a missing ``autocomplete`` is likely; one of another kind than the label is certain.
Misspelt values are axe-core's. Readings (ふりがな) have no value in HTML, and account names are left out.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.findings import Observation, observations
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "input-purpose"
CRITERIA = ("1.3.5",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
_WORDS = {
    "missing": (
        "「{name}」の欄に autocomplete がなく、自動入力が使えません。覚えることや打つことが難しい人の負担になります。"
        '書く人自身のことを聞く欄なら、autocomplete="{wanted}" を書いてください。',
        "The field '{name}' has no autocomplete, so browsers do not fill it in; that is a burden to people who find it "
        'hard to remember or to type. If it asks about the writer, add autocomplete="{wanted}".',
    ),
    "off": (
        '「{name}」の欄は autocomplete="{given}" で自動入力を止めています。覚えることや打つことが難しい人の負担になります。'
        '書く人自身のことを聞く欄なら、autocomplete="{wanted}" にしてください。',
        "The field '{name}' turns autofill off with autocomplete=\"{given}\"; that is a burden to people who find it "
        'hard to remember or to type. If it asks about the writer, write autocomplete="{wanted}".',
    ),
    "other": (
        '「{name}」の欄の autocomplete="{given}" は、別のことを表す値です。自動入力で違う内容が入ります。'
        'autocomplete="{wanted}" にしてください。',
        "autocomplete=\"{given}\" of the field '{name}' means something else, so browsers fill in the wrong thing. "
        'Write autocomplete="{wanted}".',
    ),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report fields of personal data without autocomplete as likely, and those with another one as certain."""
    script = importlib.resources.files(__package__ or "").joinpath("input_purpose.js").read_text("utf-8")
    return observations(ID, CRITERIA, page.observe(script), _WORDS)
