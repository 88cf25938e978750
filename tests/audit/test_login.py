"""A login is done once, and holds for every page and condition."""

from __future__ import annotations

from typing import Any

import pytest

from designsys import DesignsysError
from designsys.audit.conditions import CONDITIONS
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.states import Settings, Step
from designsys.audit.targets import Address

LOGIN = (
    Step("open", "/login"),
    Step("fill", "#p", "open"),
    Step("press", "Enter", "", "#p"),
    Step("wait", "#hello"),
)


def test_a_login_is_done_once_and_holds_under_every_condition(service: str, running: Any) -> None:
    jobs = plan([Address(f"{service}/inside", "inside")], CONDITIONS[:3])
    result = run(jobs, running.lend("playwright"), 15, settings=Settings((), LOGIN))
    found = [finding.job.condition.id for finding in result.of(CERTAIN) if finding.selector == "#bad"]
    assert found == [condition.id for condition in CONDITIONS[:3]]


def test_a_login_that_fails_ends_the_run_in_one_sentence(service: str, running: Any) -> None:
    wrong = (Step("open", "/login"), Step("wait", "#hello"))
    jobs = plan([Address(f"{service}/second", "second")], [CONDITIONS[2]])
    with pytest.raises(
        DesignsysError, match="the login did not succeed: on .* nothing visible matched '#hello'"
    ):
        run(jobs, running.lend("playwright"), 1, settings=Settings((), wrong))
