"""Parts of a plan: together they are the whole plan, and each holds its pages under all conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys.audit.conditions import CONDITIONS
from designsys.audit.plan import Job, plan
from designsys.audit.shards import Shard, divide, read_shard
from designsys.audit.states import State
from designsys.audit.targets import Address
from designsys.errors import DesignsysError

DIALOG = State("dialog", "/a*", ())


def _plan(count: int) -> list[Job]:
    pages = [Address(f"http://x/{number}", f"site/{number}.html") for number in range(count)]
    return plan(pages, CONDITIONS[:2], [DIALOG])


@given(st.integers(1, 12), st.integers(0, 9))
def test_every_job_is_in_one_part(of: int, more: int) -> None:
    jobs = _plan(of + more)
    parts = [divide(jobs, Shard(number, of)).jobs for number in range(1, of + 1)]
    assert sorted(map(str, jobs)) == sorted(str(job) for part in parts for job in part)


@given(st.integers(1, 12), st.integers(0, 9))
def test_a_page_stays_together_and_parts_are_even(of: int, more: int) -> None:
    jobs = _plan(of + more)
    pages = [{job.address for job in divide(jobs, Shard(number, of)).jobs} for number in range(1, of + 1)]
    assert sum(map(len, pages)) == of + more
    assert max(map(len, pages)) - min(map(len, pages)) <= 1


def test_a_part_keeps_the_order_of_the_plan() -> None:
    jobs = divide(_plan(4), Shard(2, 2)).jobs
    assert [(job.address.shown, job.condition.id) for job in jobs] == [
        ("site/1.html", "base"),
        ("site/3.html", "base"),
        ("site/1.html", "320"),
        ("site/3.html", "320"),
    ]


def test_all_parts_of_a_plan_have_one_digest() -> None:
    jobs = _plan(3)
    assert len({divide(jobs, Shard(number, 3)).digest for number in (1, 2, 3)}) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(_plan(4), id="page"),
        pytest.param([job for job in _plan(3) if job.condition.id == "base"], id="condition"),
        pytest.param(plan([job.address for job in _plan(3)], CONDITIONS[:2], [State("x", "*", ())]), id="state"),
    ],
)  # fmt: skip
def test_another_plan_has_another_digest(other: list[Job]) -> None:
    assert divide(_plan(3), Shard(1, 3)).digest != divide(other, Shard(1, 3)).digest


def test_a_server_on_another_port_changes_no_digest() -> None:
    """A folder is served on whatever port is free on each machine."""
    plans = [plan([Address(f"http://127.0.0.1:{port}/a.html", "site/a.html")], CONDITIONS) for port in (1, 2)]
    assert divide(plans[0], Shard(1, 1)).digest == divide(plans[1], Shard(1, 1)).digest


@pytest.mark.parametrize(("written", "shard"), [("1/1", Shard(1, 1)), (" 2/4 ", Shard(2, 4))])
def test_a_shard_is_read(written: str, shard: Shard) -> None:
    assert read_shard(written) == shard
    assert str(shard) == written.strip()


@pytest.mark.parametrize(
    "written", ["", "2", "0/4", "5/4", "1/0", "-1/4", "1/4/2", "a/b", "1.5/4", "１/４", "1/99999"]
)
def test_what_is_no_shard_is_told(written: str) -> None:
    with pytest.raises(DesignsysError) as error:
        read_shard(written)
    assert error.value.en == (
        f"--shard {written} is no part of a run: write 2/4 for the second of four machines."
    )


def test_more_machines_than_pages_are_refused_on_all_of_them() -> None:
    with pytest.raises(DesignsysError) as error:
        divide(_plan(3), Shard(1, 4))
    assert error.value.en == "--shard 1/4 divides 3 pages among 4 machines: use 3 machines at most."
