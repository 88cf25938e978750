"""One title on several pages."""

from __future__ import annotations

from typing import Any


def test_each_page_names_the_others(judge_site: Any) -> None:
    def told(page: str, ja: str, en: str) -> tuple[str, str, str, str, str]:
        return (
            page,
            "title",
            "likely",
            f"題名「みどり市」が別のページ（{ja}）と同じです。タブや履歴で区別できません。"
            "<title> の初めに、このページの内容を書いてください。",
            f"The title 'みどり市' is that of other pages too ({en}), so tabs and history do not tell them apart. "
            "Begin <title> with what this page is about.",
        )

    assert judge_site("title-unique", "fails") == [
        told("a.html", "b.html、c.html", "b.html, c.html"),
        told("b.html", "a.html、c.html", "a.html, c.html"),
        told("c.html", "a.html、b.html", "a.html, b.html"),
    ]


def test_one_list_over_several_pages_may_have_one_title(judge_site: Any) -> None:
    assert judge_site("title-unique", "passes") == []
