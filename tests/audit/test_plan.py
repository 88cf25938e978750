"""The plan: pages x states x conditions, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.conditions import CONDITIONS, Condition
from designsys.audit.plan import DEFAULT_STATE, plan
from designsys.audit.states import State
from designsys.audit.targets import Address

PAGES = st.lists(st.sampled_from("abcd").map(lambda name: Address(f"http://x/{name}", name)), max_size=8)
SOME = st.lists(st.sampled_from(CONDITIONS), unique=True)


STATES = st.lists(st.sampled_from([State("dialog", "/a", ()), State("error", "*", ())]), unique=True)


@given(PAGES, SOME, STATES)
def test_every_combination_stands_once(
    pages: list[Address], conditions: list[Condition], states: list[State]
) -> None:
    jobs = plan(pages, conditions, states)
    expected = {
        (page, state, condition)
        for page in pages
        for condition in conditions
        for state in [
            DEFAULT_STATE,
            *(one.name for one in states if one.name == "error" or page.shown == "a"),
        ]
    }
    assert len(jobs) == len(expected)
    assert {(job.address, job.state, job.condition) for job in jobs} == expected


def test_conditions_change_least_often() -> None:
    pages = [Address("http://x/a", "a"), Address("http://x/b", "b")]
    assert [(job.condition.id, job.address.shown) for job in plan(pages, CONDITIONS[:2])] == [
        ("base", "a"),
        ("base", "b"),
        ("320", "a"),
        ("320", "b"),
    ]
