"""The table of success criteria: complete, and told apart from JIS X 8341-3:2016."""

from __future__ import annotations

import pytest

from designsys.criteria import cite, criteria


def test_the_table_has_every_criterion_of_levels_a_and_aa() -> None:
    levels = [criterion.level for criterion in criteria().values()]
    assert (levels.count("A"), levels.count("AA")) == (31, 24)


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        ("1.4.3", "ja", "WCAG 1.4.3 コントラスト (最低限)（AA、JIS X 8341-3 1.4.3）"),
        ("2.5.8", "ja", "JIS X 8341-3:2016に対応なし"),
        ("2.5.8", "en", "not in JIS X 8341-3:2016"),
        ("9.9.9", "en", "WCAG 9.9.9"),
    ],
    ids=["in-jis", "new-ja", "new-en", "unknown"],
)
def test_a_criterion_is_cited_with_its_place_in_jis(number: str, language: str, words: str) -> None:
    assert words in cite(number, language)
