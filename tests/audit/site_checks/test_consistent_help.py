"""Help in another place or order than elsewhere."""

from __future__ import annotations

from typing import Any


def test_help_that_moved_and_help_that_changed_places(judge_site: Any) -> None:
    assert judge_site("consistent-help", "fails") == [
        (
            "b.html",
            "html > body > footer > ul > li:nth-of-type(1) > a",
            "likely",
            "「お問い合わせ」がフッターにありますが、a.html ではヘッダーにあります。困ったときに探す人が見つけられません。"
            "どのページでも同じ場所に置いてください。",
            "'お問い合わせ' stands in the footer, but in the header on a.html. People in need of help do not find it. "
            "Keep it in one place on every page.",
        ),
        (
            "c.html",
            "html > body > footer > ul > li:nth-of-type(1) > a",
            "likely",
            "「電話 00-0000-0000」と「よくある質問」の順番が a.html と逆です。困ったときに探す人が見つけられません。"
            "どのページでも同じ順番に並べてください。",
            "'電話 00-0000-0000' and 'よくある質問' stand the other way round on a.html. People in need of help do not "
            "find them. Keep one order on every page.",
        ),
    ]


def test_help_of_the_content_missing_help_and_help_given_twice_pass(judge_site: Any) -> None:
    assert judge_site("consistent-help", "passes") == []
