"""Personal data that a later step asks for again."""

from __future__ import annotations

from typing import Any

from designsys.audit.conditions import BASE


def test_the_field_and_the_earlier_step_are_named(judge_site: Any) -> None:
    assert judge_site("redundant-entry", "fails") == [
        (
            "step2.html",
            "#m2",
            "likely",
            "「メールアドレス」は前の段階（step1.html）でも書いてもらっています。書くことに負担がある人には二度手間です。"
            "前の答えを入れておくか、「同じ」と選べるようにしてください。",
            "'メールアドレス' was asked before, at step1.html. Writing it twice is a burden to many. Fill in the earlier "
            "answer, or let people choose 'the same'.",
        )
    ]


def test_other_people_other_journeys_and_a_choice_of_the_same_pass(judge_site: Any) -> None:
    assert judge_site("redundant-entry", "passes") == []


def test_a_page_without_title_and_headings_is_judged_all_the_same(judge_html: Any) -> None:
    result = judge_html(
        '<!doctype html><html lang="ja"><form><input name="name"></form></html>', conditions=(BASE,)
    )
    assert [page.status for page in result.pages] == ["judged"]
