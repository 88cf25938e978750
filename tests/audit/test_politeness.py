"""A guest that says who it is, and does not ask too often; time is the test's own."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designsys import __version__
from designsys.audit.conditions import BASE, Condition
from designsys.audit.politeness import Pace, Paced, is_local, user_agent

CITY = "https://www.city.example.jp/"


class Clock:
    """A clock that stands still until somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _pace(clock: Clock, rate: float = 2.0) -> Pace:
    return Pace(rate, lambda: clock.now, clock.sleep)


def _times(pace: Pace, clock: Clock, *urls: str) -> list[float]:
    times = []
    for url in urls:
        pace.wait(url)
        times.append(clock.now)
    return times


def test_two_requests_a_second(clock: Clock) -> None:
    assert _times(_pace(clock), clock, *[CITY] * 4) == [0.0, 0.5, 1.0, 1.5]


def test_more_when_asked(clock: Clock) -> None:
    assert _times(_pace(clock, 10), clock, *[CITY] * 3) == [0.0, 0.1, 0.2]


def test_hosts_are_apart_and_ports_and_schemes_are_not(clock: Clock) -> None:
    urls = [CITY, "https://pref.example.jp/", "http://WWW.city.example.jp:8080/x"]
    assert _times(_pace(clock), clock, *urls) == [0.0, 0.0, 0.5]


def test_time_that_went_by_counts(clock: Clock) -> None:
    pace = _pace(clock)
    pace.wait(CITY)
    clock.now = 0.4
    pace.wait(CITY)
    assert clock.now == 0.5
    clock.now = 9.0
    pace.wait(CITY)
    assert clock.now == 9.0


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "http://127.8.8.8/",
        "http://[::1]:3/",
        "http://app.localhost/",
        "file:///x.html",
    ],
)
def test_this_machine_is_not_spared(url: str, clock: Clock) -> None:
    assert is_local(url)
    assert _times(_pace(clock), clock, *[url] * 9)[-1] == 0.0


@pytest.mark.parametrize(
    "url", [CITY, "http://127.example.jp/", "http://localhost.example.jp/", "http://192.168.0.1/"]
)
def test_others_are(url: str) -> None:
    assert not is_local(url)


@pytest.mark.parametrize(("asked", "left"), [(3.0, 3.0), (0.1, 0.5), (86_400.0, 30.0)])
def test_a_site_that_asks_for_pauses_gets_them(asked: float, left: float, clock: Clock) -> None:
    """``Crawl-delay``; one of a day would end the run, so it is bounded."""
    pace = _pace(clock)
    pace.slow_down(CITY, asked)
    assert _times(pace, clock, CITY, CITY) == [0.0, left]


@given(st.lists(st.floats(0, 3), min_size=1, max_size=30), st.floats(0.1, 50))
def test_never_more_than_the_rate(gaps: list[float], rate: float) -> None:
    clock = Clock()
    pace, times = _pace(clock, rate), []
    for gap in gaps:
        clock.now += gap
        pace.wait(CITY)
        times.append(clock.now)
    assert all(later - sooner >= 1 / rate - 1e-6 for sooner, later in itertools.pairwise(times))


def test_threads_share_the_turns() -> None:
    slept: list[float] = []
    pace = Pace(2.0, lambda: 0.0, slept.append)
    threads = [threading.Thread(target=pace.wait, args=(CITY,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(slept) == [0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5]


class _Tab:
    def __init__(self, log: list[str]) -> None:
        self._log = log

    def navigate(self, url: str) -> None:
        self._log.append(url)

    def send(self, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        return {"sent": method, **parameters}

    def run_axe(self, *given: Any) -> dict[str, Any]:
        return {"given": given}

    def close(self) -> None:
        self._log.append("tab closed")


class _Engine:
    def __init__(self) -> None:
        self.log: list[str] = []

    def open(self, condition: Condition) -> _Tab:
        self.log.append(condition.id)
        return _Tab(self.log)

    def close(self) -> None:
        self.log.append("closed")


def test_an_engine_waits_for_its_turn_at_every_navigation(clock: Clock) -> None:
    engine = _Engine()
    paced = Paced(engine, _pace(clock))
    for _ in range(2):
        tab = paced.open(BASE)
        tab.navigate(CITY)
        tab.navigate(CITY)
        tab.close()
    paced.close()
    assert clock.now == 1.5
    assert engine.log == [*["base", CITY, CITY, "tab closed"] * 2, "closed"]


def test_what_is_no_navigation_does_not_wait(clock: Clock) -> None:
    tab = Paced(_Engine(), _pace(clock)).open(BASE)
    assert tab.send("Page.enable", {"a": 1}) == {"sent": "Page.enable", "a": 1}
    assert tab.run_axe(1, 2, 3) == {"given": (1, 2, 3)}  # type: ignore[arg-type]
    assert clock.now == 0.0


def test_the_name_comes_last() -> None:
    assert user_agent() == f"designsys/{__version__}"
    assert user_agent("Mozilla/5.0 X") == f"Mozilla/5.0 X designsys/{__version__}"
    assert user_agent(user_agent("Mozilla/5.0 X")) == f"Mozilla/5.0 X designsys/{__version__}"
