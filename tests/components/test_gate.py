"""Our own gate on our own components: in no condition of the matrix is it certain of a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from designsys.audit import engines
from designsys.audit.checks import all_checks, name_of
from designsys.audit.conditions import BASE, named
from designsys.audit.findings import CERTAIN
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import addresses
from designsys.audit.workers import Lent
from designsys.docs import figures

BOUND = 30.0
SCHEMES = {
    "light": (),
    "dark": ("dark",),
    "high": ("contrast-more",),
    "forced-light": ("forced-colours",),
    "forced-dark": ("forced-colours", "dark"),
}
# The matrix has axe's rules already.
OWN = [name for check in all_checks() if (name := name_of(check)) != "axe"]


@pytest.fixture(scope="session")
def gate_browser() -> Iterator[engines.Engine]:
    """The browser that the gate itself starts."""
    engine = engines.start("playwright", BOUND)
    yield engine
    engine.close()


def _id(condition: figures.Condition) -> str:
    """What the gate calls a condition of the matrix."""
    parts = [str(condition.width)] if condition.width != BASE.width else []
    parts += SCHEMES[condition.scheme]
    parts += [] if condition.script else ["javascript-off"]
    return "+".join(parts) or BASE.id


def test_the_gate_is_certain_of_no_fault(
    component: Any, site: Any, example_pages: Any, gate_browser: engines.Engine
) -> None:
    pages = [site.put(f"/gate{page.path}", page.html) for page in example_pages(component.examples)]
    with addresses(pages) as found:
        planned = plan(found, named(map(_id, figures.CONDITIONS)))
        result = run(planned, lambda: Lent(gate_browser), BOUND, only=OWN)
    assert [page.reason.en for page in result.pages if page.reason] == []
    assert [
        f"{finding.job.condition.id} {finding.rule} {finding.selector}: {finding.en}"
        for finding in result.of(CERTAIN)
    ] == []
