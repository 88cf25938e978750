"""The exit code is the result's, and a report that cannot be written is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.failures import Unjudged
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Observation, PageResult, Result, recorded
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.targets import Address
from designsys.cli._reporting import conclude, refuse_unwritable, report_paths, write
from designsys.errors import DesignsysError

JOB = Job(Address("http://x/a", "a"), DEFAULT_STATE, BASE)
LOST = Unjudged(en="It hangs.", ja="止まっています。")


def _result(*certainties: str) -> Result:
    seen = [Observation("label", (), certainty, ["#a"], "直す。", "Mend.") for certainty in certainties]
    return Result([PageResult(JOB, "a")], [recorded(observation, {}, JOB) for observation in seen])


@pytest.mark.parametrize(("certainties", "code"), [((), 0), ((LIKELY, ADVICE), 0), ((LIKELY, CERTAIN), 1)])
def test_only_what_is_certain_fails(certainties: tuple[str, ...], code: int) -> None:
    with pytest.raises(SystemExit) as end:
        conclude(_result(*certainties), "en", {})
    assert end.value.code == code


def test_a_page_that_was_not_judged_is_told_beside_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    result = _result(CERTAIN)
    result.pages.append(PageResult(JOB, "a", LOST))
    with pytest.raises(DesignsysError, match="It hangs"):
        conclude(result, "en", {"json": tmp_path / "x.json"})
    assert "label" in capsys.readouterr().out
    assert len(json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["pages"]) == 2


@pytest.mark.parametrize("name", [".", "no/x.json"])
@pytest.mark.parametrize(
    "attempt", [lambda path: refuse_unwritable({"json": path}), lambda path: write(path, "")]
)
def test_a_file_that_cannot_be_written_is_told(
    attempt: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    with pytest.raises(DesignsysError, match="the report cannot be written to"):
        attempt(tmp_path / name)


def test_the_files_are_those_of_the_options() -> None:
    assert report_paths({"report_json": "x.json", "timeout": 3}) == {"json": Path("x.json")}
