"""What a run gives."""

from __future__ import annotations

from designsys.audit import failures
from designsys.audit.conditions import BASE
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Finding, PageResult, Result
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.targets import Address

JOB = Job(Address("a", "a"), DEFAULT_STATE, BASE)


def test_findings_by_certainty() -> None:
    found = [
        Finding(JOB, "a", kind, (), kind, "#a", "", "日", "en", "f")
        for kind in (CERTAIN, LIKELY, ADVICE, CERTAIN)
    ]
    result = Result(findings=found)
    assert [len(result.of(kind)) for kind in (CERTAIN, LIKELY, ADVICE)] == [2, 1, 1]
    assert (found[0].message("ja"), found[0].message("en")) == ("日", "en")


def test_status_of_a_page() -> None:
    assert PageResult(JOB, "a").status == "judged"
    assert PageResult(JOB, "a", failures.moved("a")).status == "not judged"
