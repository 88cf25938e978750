"""Findings in words."""

from __future__ import annotations

import pytest

from designsys.audit.conditions import CONDITIONS
from designsys.audit.findings import CERTAIN, Finding
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.targets import Address
from designsys.audit.wording import entries, lines


def _finding(condition: int = 0, selector: str = "#a", url: str = "a.html") -> Finding:
    job = Job(Address(f"http://x/{url}", url), DEFAULT_STATE, CONDITIONS[condition])
    return Finding(
        job, url, "label", ("4.1.2", "1.3.1"), CERTAIN, selector, "<input\n id=a>", "直す。", "Mend.", "f"
    )


def test_one_entry_for_all_conditions() -> None:
    told = entries([_finding(0), _finding(1, "#b"), _finding(2)])
    assert [(entry.finding.selector, [one.id for one in entry.conditions]) for entry in told] == [
        ("#a", ["base", "dark"]),
        ("#b", ["320"]),
    ]


def test_entries_stand_page_by_page() -> None:
    told = entries([_finding(url="a"), _finding(url="b"), _finding(1, "#c", "a")])
    assert [entry.finding.url for entry in told] == ["a", "a", "b"]


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        (None, None),
        (1, "条件: 標準（幅1280・明るい配色）、暗い配色"),
        (2, "条件: すべて"),
        (5, "条件: 標準（幅1280・明るい配色）、暗い配色"),
    ],
)
def test_conditions_are_told_where_they_matter(judged: int | None, said: str | None) -> None:
    (entry,) = entries([_finding(0), _finding(2)])
    told = lines(entry, "ja", judged)
    assert told[:4] == [
        "× label  WCAG 4.1.2 名前 (name)・役割 (role)・値 (value)（A、JIS X 8341-3 4.1.2）、WCAG 1.3.1 情報及び関係性（A、JIS X 8341-3 1.3.1）",
        "    場所: #a",
        "    要素: <input id=a>",
        "    内容: 直す。",
    ]
    assert [line.strip() for line in told[4:]] == ([said] if said else [])


def test_english() -> None:
    (entry,) = entries([_finding(0)])
    assert lines(entry, "en", 2)[1:] == [
        "    at: #a",
        "    element: <input id=a>",
        "    what: Mend.",
        "    under: base (1280 wide, light)",
    ]
