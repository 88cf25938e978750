"""The bar that tells how far a run has come."""

from __future__ import annotations

import io
import sys
import time

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.progress import progress
from designsys.audit.targets import Address

JOB = Job(Address("a", "a"), DEFAULT_STATE, BASE)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "wait", "shown"),
    [
        pytest.param(_Terminal(), 2.0, True, id="terminal-after-a-second"),
        pytest.param(_Terminal(), 0.0, False, id="terminal-at-once"),
        pytest.param(io.StringIO(), 2.0, False, id="pipe"),
    ],
)
def test_when_it_is_shown(
    stream: io.StringIO, wait: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stderr", stream)
    now = time.monotonic()
    with progress(2, "判定中") as done:
        monkeypatch.setattr(time, "monotonic", lambda: now + wait)
        done(JOB)
        done(JOB)
    monkeypatch.undo()
    assert ("判定中" in stream.getvalue()) == shown
