"""What a run gives."""

from __future__ import annotations

from designsys.audit import failures
from designsys.audit.conditions import BASE
from designsys.audit.findings import (
    ADVICE,
    CERTAIN,
    LIKELY,
    Finding,
    Observation,
    PageResult,
    Result,
    recorded,
)
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


def test_what_is_recorded_is_masked_and_short() -> None:
    job = Job(Address("http://127.0.0.1:9/a?pin=1", "http://x/a?pin=1"), DEFAULT_STATE, BASE)
    observation = Observation("label", ("4.1.2",), CERTAIN, ["#f", ["#host", "#a"]], "a?pin=1", "b?pin=1")
    finding = recorded(observation, {"html": '<input value="花子">' + "x" * 400, "name": "氏名"}, job)
    assert (finding.url, finding.ja, finding.en) == ("http://x/a?…", "a?…", "b?…")
    assert finding.selector == "#f >>> #host >>> #a"
    assert finding.html.startswith('<input value="…">')
    assert len(finding.html) == 300
    assert finding.fingerprint != recorded(observation, {"name": "住所"}, job).fingerprint
