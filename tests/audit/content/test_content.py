"""What holds of every finding and mending, whatever the text; tests/audit/content/test_rules.py has the rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.content import judge, mend

WORDS = {"子供": "子ども", "子": "子ども"}


@pytest.mark.parametrize(
    ("html", "mended"),
    [
        ("<th>日　時</th>\r\n<td>2026/4/1</td>", "<th>日時</th>\r\n<td>2026年4月1日</td>"),
        ("<p title='日&emsp;時'>対&#x3000;象", "<p title='日時'>対象"),
        ("<p>5/9(土)は℡０３－１２３４－５６７８", "<p>5月9日(土)は電話03-1234-5678"),
        ("<p>日<!-- -->　時&amp;㈱", "<p>日<!-- -->　時&amp;株式会社"),
        ("<p>ｶ<b>ﾞ</b>ｲﾄﾞ", "<p>ｶ<b>ﾞ</b>ｲﾄﾞ"),
        ("<p>4/10から R8.4.1", "<p>4/10から R8.4.1"),
        ("<script>'日　時'</script><code>㎡</code>", "<script>'日　時'</script><code>㎡</code>"),
    ],
)
def test_mending_changes_what_is_sure_and_nothing_else(html: str, mended: str) -> None:
    assert mend(html, judge(html)) == mended


def test_some_findings_can_be_mended_alone() -> None:
    html = "<p>㈱と㈲"
    assert mend(html, judge(html)[:1]) == "<p>株式会社と㈲"


_PIECES = [
    "日　時", "場&emsp;所", "ｶﾞ", "ﾞ", "㈱", "㎡", "2026/4/1", "4/1（水）", "R8.4.1", "０３－１２３４－５６７８", "（０３）", "－",
    "当該", "遡及", "クリック", "本郷（ほんごう）", "&notit;", "&", "&#", "&#x3000;", "&amp", "\ue000", "\ufffd", "。", "、", "　　　",
    "<p>", "</p>", "<br>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<h2>", "<h4>", "</h4>", "<pre>", "</pre>",
    "<ruby>", "<rt>", "</ruby>", "<code>", "</code>", "<script>", "</script>", "<textarea>", "</textarea>", "<!--", "-->", "<![x[", "<![if a]>",
    "<?x", "<!doctype", "</>", "</ ", "<a href=x.pdf>", "</a>", "<img alt='", '<img alt="日　時"', " title=㎡", "'", '"', ">", "<", "/>",
    "\r\n", "\n", "\t", " ", "\f", "\x00", "｜", "子供", "子", "<p lang=zh>", "<p hidden>", "１", "１2", "a", "市", "𠮷",
]  # fmt: skip
anything = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=20).map("".join)


@given(anything)
def test_any_text_can_be_judged_and_offsets_slice_it(html: str) -> None:
    for finding in judge(html, WORDS):
        assert finding.start < finding.end
        assert html[finding.start : finding.end] == finding.text
        assert finding.certainty in {"certain", "likely", "advice"}


@given(anything)
def test_mending_twice_is_mending_once(html: str) -> None:
    once = mend(html, judge(html))
    assert mend(once, judge(once)) == once


@given(anything)
def test_what_was_mended_is_gone(html: str) -> None:
    assert not [one for one in judge(mend(html, judge(html))) if one.mending is not None]
