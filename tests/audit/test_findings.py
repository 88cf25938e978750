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
    observations,
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


def test_what_a_script_saw_in_words() -> None:
    seen = [
        {"path": ["#a"], "certain": True, "kind": "none", "name": "{0}"},
        {"path": ["#b"], "kind": "twin", "name": "氏名"},
    ]
    words = {
        "none": ("「{name}」がない。", "'{name}' is none."),
        "twin": ("「{name}」が二つ。", "Two '{name}'."),
    }
    assert observations("rule", ("1.3.1",), seen, words) == [
        Observation("rule", ("1.3.1",), CERTAIN, ["#a"], "「{0}」がない。", "'{0}' is none."),
        Observation("rule", ("1.3.1",), LIKELY, ["#b"], "「氏名」が二つ。", "Two '氏名'."),
    ]
    assert observations("rule", (), [{"path": ["#c"]}], {"": ("日。", "En.")})[0].ja == "日。"


def test_what_is_recorded_is_masked_and_short() -> None:
    job = Job(Address("http://127.0.0.1:9/a?pin=1", "http://x/a?pin=1"), DEFAULT_STATE, BASE)
    observation = Observation("label", ("4.1.2",), CERTAIN, ["#f", ["#host", "#a"]], "a?pin=1", "b?pin=1")
    finding = recorded(observation, {"html": '<input value="花子">' + "x" * 400, "name": "氏名"}, job)
    assert (finding.url, finding.ja, finding.en) == ("http://x/a?…", "a?…", "b?…")
    assert finding.selector == "#f >>> #host >>> #a"
    assert finding.html.startswith('<input value="…">')
    assert len(finding.html) == 300
    assert finding.fingerprint != recorded(observation, {"name": "住所"}, job).fingerprint
