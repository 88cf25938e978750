"""The bar: only on a terminal, and only when it takes a while."""

from __future__ import annotations

import io
import sys

import pytest

from designsys.docs import progress as module
from designsys.docs.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "shown"),
    [(Terminal(), -1.0, True), (Terminal(), 60.0, False), (io.StringIO(), -1.0, False)],
    ids=["slow", "quick", "pipe"],
)
def test_shows_on_a_terminal_after_a_while(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float, shown: bool
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress(2, "サイト") as done:
        done()
        done()
    assert ("サイト" in stream.getvalue()) is shown
