"""The journal: what was judged is written at once, and a run that was cut off goes on where it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designsys import DesignsysError, __version__
from designsys.audit.conditions import BASE
from designsys.audit.failures import too_slow
from designsys.audit.findings import CERTAIN, Finding
from designsys.audit.journal import Entry, Journal
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.targets import Address

FIRST = Job(Address("http://127.0.0.1:1/a", "a.html"), DEFAULT_STATE, BASE)
SECOND = Job(Address("http://127.0.0.1:1/b", "b.html"), DEFAULT_STATE, BASE)
FINDING = Finding(FIRST, "a.html", "image-alt", ("1.1.1",), CERTAIN, "img", "<img>", "ja", "en", "f")


def test_what_was_noted_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "途中.jsonl"
    with Journal(path, resume=False) as journal:
        journal.note(FIRST, Entry([("axe", FINDING)], {"titles": "題"}))
        journal.note(SECOND, Entry([], {}, too_slow("b.html", 3)))
    with Journal(path, resume=True) as journal:
        assert journal.known(FIRST) == Entry([("axe", FINDING)], {"titles": "題"})
        second = journal.known(SECOND)
    assert second is not None and second.reason is not None
    assert second.reason.en == too_slow("b.html", 3).en


def test_another_condition_or_state_is_another_job(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with Journal(path, resume=False) as journal:
        journal.note(FIRST, Entry([], {}))
    with Journal(path, resume=True) as journal:
        assert journal.known(Job(FIRST.address, "opened", BASE)) is None


def test_a_line_that_was_cut_off_is_judged_again(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with Journal(path, resume=False) as journal:
        journal.note(FIRST, Entry([("axe", FINDING)], {}))
        journal.note(SECOND, Entry([], {}))
    path.write_bytes(path.read_bytes()[:-20])
    with Journal(path, resume=True) as journal:
        assert journal.known(FIRST) is not None
        assert journal.known(SECOND) is None
    # What was known is in the file from the start, so that a second kill loses nothing.
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_every_job_is_on_the_disk_at_once(tmp_path: Path) -> None:
    path = tmp_path / "j"
    with Journal(path, resume=False) as journal:
        journal.note(FIRST, Entry([], {}))
        assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_without_a_file_a_resumed_run_begins(tmp_path: Path) -> None:
    with Journal(tmp_path / "no", resume=True) as journal:
        assert journal.known(FIRST) is None


@pytest.mark.parametrize("text", ["", "x", '{"designsys": "0.0.0"}\n', "[]\n"])
def test_what_is_no_journal_of_this_version_is_refused_and_kept(text: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DesignsysError, match="is no journal of designsys"):
        Journal(path, resume=True)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(DesignsysError, match="cannot be written"),
        Journal(tmp_path / "a" / "b", resume=False),
    ):
        pass


def test_the_first_line_says_which_version(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False):
        pass
    assert json.loads((tmp_path / "j").read_text(encoding="utf-8")) == {"designsys": __version__}
