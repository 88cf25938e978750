"""Several pages at a time: each worker with its own browser, results as of one."""

from __future__ import annotations

import threading
import time

import pytest

from designsys.audit.conditions import Condition
from designsys.audit.engines import Tab
from designsys.audit.workers import Lent, Workers


class Browser:
    """Counts how often it is closed; it opens nothing."""

    def __init__(self) -> None:
        self.closed = 0

    def open(self, condition: Condition) -> Tab:
        raise NotImplementedError

    def close(self) -> None:
        self.closed += 1


class Browsers:
    def __init__(self) -> None:
        self.started: list[Browser] = []

    def __call__(self) -> Browser:
        self.started.append(Browser())
        return self.started[-1]


def test_each_worker_has_one_browser_which_is_closed() -> None:
    start, together = Browsers(), threading.Barrier(2)

    def work(browser: object, job: int) -> object:
        together.wait(10)
        return browser

    with Workers(start, 2) as crew:
        used = [browser for _, browser in crew.each([1, 2, 3, 4], work)]
    assert len(start.started) == 2
    assert set(used) == set(start.started)
    assert [browser.closed for browser in start.started] == [1, 1]


def test_a_result_names_the_place_of_its_job() -> None:
    def work(browser: object, job: str) -> str:
        time.sleep(0.1 if job == "late" else 0)
        return job.upper()

    with Workers(Browsers(), 2) as crew:
        assert list(crew.each(["late", "soon"], work)) == [(1, "SOON"), (0, "LATE")]


def test_without_work_no_browser_starts() -> None:
    start = Browsers()
    with Workers(start, 2) as crew:
        assert list(crew.each([], lambda browser, job: job)) == []
    assert start.started == []


def test_what_a_job_raises_ends_the_work_and_closes_the_browsers() -> None:
    start = Browsers()

    def work(browser: object, job: int) -> int:
        if job == 1:
            raise ValueError("broken")
        return job

    with pytest.raises(ValueError, match="broken"), Workers(start, 1) as crew:
        list(crew.each(range(100), work))
    assert [browser.closed for browser in start.started] == [1]


def test_a_lent_browser_stays_open() -> None:
    browser = Browser()
    with Workers(lambda: Lent(browser), 1) as crew:
        assert len(list(crew.each([1], lambda engine, job: job))) == 1
    assert browser.closed == 0
