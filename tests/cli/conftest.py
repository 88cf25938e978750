"""Runs the command line in this process, as ``designsys`` on a console would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from designsys.cli import main


@dataclass
class Result:
    """What a command did: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def designsys(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """``designsys("build", "--out", folder)`` gives the result; messages are in English."""
    monkeypatch.setenv("DESIGNSYS_LANG", "en")

    def run(*arguments: object) -> Result:
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(int(end.value.code or 0), captured.out, captured.err)

    return run
