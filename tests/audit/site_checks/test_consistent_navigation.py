"""Menus in another order than elsewhere."""

from __future__ import annotations

from typing import Any


def test_the_page_and_the_first_links_are_named(judge_site: Any) -> None:
    assert judge_site("consistent-navigation", "fails") == [
        (
            "c.html",
            "html > body > header > nav",
            "certain",
            "メニュー「全体」の順番が a.html と違います（「観光」 が先。a.html では 「暮らし」 が先）。"
            "順番で覚えている人が見つけられません。どのページでも同じ順番に並べてください。",
            "The menu '全体' is in another order than on a.html ('観光' first; there '暮らし' first). People who know it "
            "by its order lose their way. Keep one order on every page.",
        ),
        (
            "d.html",
            "html > body > header > nav",
            "likely",
            "メニュー「全体」の順番が a.html と違います（「市政」 が先。a.html では 「暮らし」 が先）。"
            "順番で覚えている人が見つけられません。どのページでも同じ順番に並べてください。",
            "The menu '全体' is in another order than on a.html ('市政' first; there '暮らし' first). People who know it "
            "by its order lose their way. Keep one order on every page.",
        ),
    ]


def test_menus_that_change_by_their_nature_or_lack_a_link_pass(judge_site: Any) -> None:
    assert judge_site("consistent-navigation", "passes") == []
