"""The plan: pages x states x conditions, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.conditions import CONDITIONS
from designsys.audit.plan import DEFAULT_STATE, plan
from designsys.audit.targets import Address

PAGES = st.lists(st.sampled_from("abcd").map(lambda name: Address(f"http://x/{name}", name)), max_size=8)
SOME = st.lists(st.sampled_from(CONDITIONS), unique=True)


@given(PAGES, SOME, st.lists(st.sampled_from([DEFAULT_STATE, "dialog"]), unique=True))
def test_every_combination_stands_once(
    pages: list[Address], conditions: list[object], states: list[str]
) -> None:
    jobs = plan(pages, conditions, states)  # type: ignore[arg-type]
    expected = {(page, state, condition) for page in pages for state in states for condition in conditions}
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
