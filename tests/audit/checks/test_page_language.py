"""Pages in another language than they say."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN, LIKELY

JAPANESE = (
    "<p>市に引っ越した人は、引っ越した日から14日以内に届け出てください。窓口は市役所の1階にあります。</p>" * 4
)
ENGLISH = (
    "<p>If you move to the city, you have to tell us within fourteen days. The office is on the first floor, and it is "
    "open from Monday to Friday. Please bring your passport with you.</p>" * 2
)


def _judged(judge_html: Any, lang: str, title: str, body: str) -> list[str]:
    html = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
    result = judge_html(f"{html}<body><main>{body}</main></body></html>", conditions=(BASE,))
    return [
        f"{one.certainty} {one.criteria[0]}"
        for one in result.findings
        if one.rule in ("page-language", "part-language")
    ]


@pytest.mark.parametrize(
    ("lang", "title", "body"),
    [("en", "転入の届け出", JAPANESE), ("ja", "Moving in", ENGLISH), ("fr", "Moving in", ENGLISH)],
    ids=["Japanese as en", "English as ja", "English as fr"],
)
def test_a_page_in_another_language_is_certain_and_told_once(
    lang: str, title: str, body: str, judge_html: Any
) -> None:
    assert _judged(judge_html, lang, title, body) == [f"{CERTAIN} 3.1.1"]


def test_a_short_page_in_another_language_is_likely(judge_html: Any) -> None:
    found = _judged(judge_html, "nl", "Moving", "<p>Please bring your passport with you to the office.</p>")
    assert found == [f"{LIKELY} 3.1.1"]


@pytest.mark.parametrize(
    ("lang", "title", "body"),
    [
        ("ja", "転入の届け出", JAPANESE),
        ("ja-JP", "Sakura City", JAPANESE + "<p>Sakura City Office, Chuo 1-2-3</p>"),
        ("en-GB", "Moving in", ENGLISH),
        ("ja", "ご案内", JAPANESE + f'<div lang="en">{ENGLISH * 4}</div>'),
        ("en", "Index", "<p>Sakura Tanaka Suzuki Sato Takahashi</p>"),
        ("ja-x-easy", "ひっこし", JAPANESE),
    ],
)
def test_a_page_in_its_language_passes(lang: str, title: str, body: str, judge_html: Any) -> None:
    assert _judged(judge_html, lang, title, body) == []
