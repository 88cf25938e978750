"""The reports of all parts give the result of one run; what is missing, twice or foreign is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import CONDITIONS, named
from designsys.audit.failures import too_slow
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Observation, PageResult, Result, recorded
from designsys.audit.masking import mask
from designsys.audit.merging import as_part, merge
from designsys.audit.plan import Job, plan
from designsys.audit.reports import file_reports
from designsys.audit.shards import Shard, divide
from designsys.audit.site_checks import compare
from designsys.audit.targets import Address
from designsys.errors import DesignsysError

# Masked, the second and the third look alike; the last cannot be judged in the dark.
ADDRESSES = [Address(url, url) for url in (
    "https://city.example.jp/", "https://city.example.jp/a?id=1", "https://city.example.jp/a?id=2", "https://city.example.jp/b",
)]  # fmt: skip
JOBS = plan(ADDRESSES, [*CONDITIONS[:3], *named(["zoom-400+locale-en"])])


def _observed(job: Job) -> list[Observation]:
    return [
        Observation(
            rule, ("1.1.1",), certainty, ["#a"], f"直す {job.address.url}", f"Mend {job.address.url}."
        )
        for rule, certainty in (("image-alt", CERTAIN), ("reflow", LIKELY), ("kanji", ADVICE))
    ]


def _judged(jobs: list[Job]) -> Result:
    """What a run would give: every page has the same title, and a page's facts are its first condition's."""
    pages, findings = [], []
    for job in jobs:
        lost = job.address == ADDRESSES[-1] and job.condition.id == "dark"
        title = {"title": "みどり市", "heading": str(ADDRESSES.index(job.address)), "canonical": ""}
        facts = {"title_unique": title} if job.condition.id == "base" else {}
        reason = too_slow(job.address.shown, 3) if lost else None
        pages.append(PageResult(job, mask(job.address.shown), reason, facts))
        if not lost:
            identity = {"role": "img", "html": f'<img src="{job.address.url}">'}
            findings += [recorded(observation, identity, job) for observation in _observed(job)]
    return Result(pages, findings + compare(pages))


def _report(result: Result) -> str:
    return file_reports()["json"].render(result, "ja")


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """The reports of three machines."""
    paths = []
    for number in (1, 2, 3):
        part = divide(JOBS, Shard(number, 3))
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(_report(as_part(_judged(part.jobs), part)), encoding="utf-8")
    return paths


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_the_parts_give_what_one_run_gives(reports: list[Path], order: tuple[int, ...]) -> None:
    whole = _judged(JOBS)
    assert [finding.rule for finding in whole.findings].count("title-unique") == 4
    assert _report(merge([reports[number] for number in order])) == _report(whole)


def test_a_part_leaves_the_comparing_of_pages_to_the_merge(reports: list[Path]) -> None:
    rules = {one["rule"] for one in json.loads(reports[0].read_text(encoding="utf-8"))["findings"]}
    assert rules == {"image-alt", "reflow", "kanji"}


def test_pages_that_masking_makes_alike_stay_two(reports: list[Path]) -> None:
    merged = merge(reports)
    alike = {page.job.address for page in merged.pages if page.url == "https://city.example.jp/a?…"}
    assert len(alike) == 2


def test_nothing_that_masking_hides_is_in_a_part(reports: list[Path]) -> None:
    assert not [path for path in reports if "id=" in path.read_text(encoding="utf-8")]


def test_reasons_come_over_in_both_languages(reports: list[Path]) -> None:
    (lost,) = (page for page in merge(reports).pages if page.reason)
    assert lost.reason is not None
    assert lost.reason.en.startswith("https://city.example.jp/b was not ready within 3 seconds")
    assert lost.reason.ja.startswith("https://city.example.jp/b の読み込みか判定が3秒で終わりません")


def _told(paths: list[Path]) -> str:
    with pytest.raises(DesignsysError) as error:
        merge(paths)
    assert "\n" not in error.value.en
    return error.value.en


def test_missing_parts_are_named(reports: list[Path]) -> None:
    assert _told(reports[1:2]) == (
        "the report of part 1/3, 3/3 is missing: run 'designsys audit … --shard 1/3' and name its report too."
    )


def test_a_part_that_comes_twice_is_named(reports: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(reports[1].read_bytes())
    assert _told([*reports, copy]) == f"{reports[1]} and {copy} are both part 2/3: leave one of them out."


@pytest.mark.parametrize("of", [2, 3])
def test_a_part_of_another_run_is_named(of: int, reports: list[Path], tmp_path: Path) -> None:
    part = divide(JOBS[: len(ADDRESSES)], Shard(1, of))
    other = tmp_path / "other.json"
    other.write_text(_report(as_part(_judged(part.jobs), part)), encoding="utf-8")
    assert _told([*reports[1:], other]).startswith(f"{other} and {reports[1]} are not of one run")


def test_a_report_that_lost_a_page_is_told(reports: list[Path]) -> None:
    document = json.loads(reports[0].read_text(encoding="utf-8"))
    gone = document["pages"].pop()["job"]
    document["findings"] = [one for one in document["findings"] if one["job"] != gone]
    reports[0].write_text(json.dumps(document), encoding="utf-8")
    assert _told(reports).startswith("the reports hold 15 results of 16")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"x"', "{}", '{"shard": null}', '{"shard": {"number": 1}}', '{"pages": [], "findings": []}',
     '{"shard": {"number": 1, "of": 1, "plan": "", "jobs": 0}, "pages": [3], "findings": []}'],
)  # fmt: skip
def test_what_is_no_part_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    assert _told([path]) == (
        f"{path} is no report of a part: make it with 'designsys audit … --shard 1/4 --json x.json'."
    )


@pytest.mark.parametrize(
    ("names", "reason"), [(["gone.json"], "cannot be read"), (["."], "cannot be read"), ([], "no report was named")]
)  # fmt: skip
def test_a_file_that_is_not_there_is_told(names: list[str], reason: str, tmp_path: Path) -> None:
    assert reason in _told([tmp_path / name for name in names])


def test_a_run_that_was_not_divided_has_nothing_for_the_merge() -> None:
    document: dict[str, Any] = json.loads(_report(_judged(JOBS)))
    assert set(document) == {"pages", "findings"}
    assert set(document["pages"][0]) == {"url", "state", "condition", "status"}
