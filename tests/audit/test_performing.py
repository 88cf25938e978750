"""Steps lead to states, which are judged as pages of their own."""

from __future__ import annotations

from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.states import Settings, State, Step
from designsys.audit.targets import Address

ENGINES = ["playwright", "selenium"]
STATES = {
    "clicked": (Step("click", "#open"), Step("wait", "#bad")),
    "pressed": (Step("press", "Escape", "", "#n"),),
    "second": (Step("fill", "#n", "山田"), Step("click", "#next"), Step("wait", "p")),
    "entered": (Step("fill", "#n", "山田"), Step("press", "Enter", "", "#n"), Step("wait", "p")),
    "opened": (Step("open", "/second?n=%E5%B1%B1%E7%94%B0"),),
}


@pytest.mark.parametrize("engine", ENGINES)
def test_each_state_is_judged_as_a_page_of_its_own(engine: str, service: str, running: Any) -> None:
    states = tuple(State(name, "/apply", steps) for name, steps in STATES.items())
    address = Address(f"{service}/apply", "apply")
    jobs = plan([address], [BASE], states)
    result = run(jobs, running.lend(engine), 15, settings=Settings(states))
    assert [page.reason.en for page in result.pages if page.reason] == []
    assert [(page.job.state, page.status) for page in result.pages] == [
        (name, "judged") for name in ("default", *STATES)
    ]
    found = {finding.job.state for finding in result.of(CERTAIN) if finding.selector == "#bad"}
    assert found == set(STATES)


def test_a_step_that_finds_nothing_is_told_and_the_rest_goes_on(service: str, running: Any) -> None:
    states = (
        State("lost", "/apply", (Step("click", "#nowhere"),)),
        State("clicked", "/apply", STATES["clicked"]),
    )
    jobs = plan([Address(f"{service}/apply", "apply")], [BASE], states)
    result = run(jobs, running.lend("playwright"), 2, settings=Settings(states))
    reasons = [page.reason.en if page.reason else None for page in result.pages]
    assert reasons[0] is None and reasons[2] is None
    assert reasons[1] == (
        "on apply nothing visible matched '#nowhere' within 2 seconds: mend the step, or the page."
    )
