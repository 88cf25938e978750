"""Reports are found by being there; the console's is plain in a pipe and coloured on a terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from designsys.audit import failures, reports
from designsys.audit.conditions import BASE, CONDITIONS
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Finding, PageResult, Result
from designsys.audit.pdf import LinkedPdf, Traits
from designsys.audit.plan import DEFAULT_STATE, Job
from designsys.audit.reports import console
from designsys.audit.targets import Address
from designsys.errors import DesignsysError

PAGE = Address("http://127.0.0.1:9/a.html", "site/a.html")


@pytest.fixture
def result() -> Result:
    jobs = [Job(PAGE, DEFAULT_STATE, condition) for condition in CONDITIONS[:3]]
    found = [
        Finding(job, PAGE.shown, "label", ("4.1.2",), certainty, "#a", "<input id=a>", "直す。", "Mend.", "f")
        for job in jobs[:2]
        for certainty in (CERTAIN, LIKELY, ADVICE)
    ]
    pages = [PageResult(job, PAGE.shown) for job in jobs[:2]]
    return Result([*pages, PageResult(jobs[2], PAGE.shown, failures.too_slow(PAGE.shown, 3))], found)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_new_report_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sample.py").write_text(
        "def render(result, language):\n    return language\n", encoding="utf-8"
    )
    monkeypatch.setattr(reports, "__path__", [*reports.__path__, str(tmp_path)])
    assert list(reports.file_reports()) == ["json", "sample"]


def test_the_summary_counts_what_was_judged(result: Result) -> None:
    assert console.summary(result, "ja") == (
        "1ページ × 2条件（2回）を判定、判定できず 1回: 不適合 1件（ほかに不適合らしいもの 1件、助言 1件）"
    )
    assert console.summary(result, "en") == (
        "1 pages × 2 conditions (2 runs) judged, 1 not judged: 1 findings (1 more are likely, 1 of advice)"
    )


def test_the_console_tells_failures_and_what_was_not_judged(result: Result) -> None:
    stream = io.StringIO()
    console.show(result, "ja", stream)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "site/a.html"
    assert sum(line.startswith("  × ") for line in lines) == 1
    assert lines[-2] == (
        "! [暗い配色] site/a.html の読み込みか判定が3秒で終わりません。終わらない原因を直すか、--timeout を長くしてください。"
    )
    assert lines[-1] == console.summary(result, "ja")
    assert "\x1b" not in stream.getvalue()


def test_a_terminal_gets_colours(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = _Terminal()
    console.show(result, "ja", stream)
    assert "\x1b[" in stream.getvalue()


def test_json_lists_every_condition_and_certainty(result: Result) -> None:
    report = json.loads(reports.file_reports()["json"].render(result, "en"))
    assert [(page["condition"], page["status"]) for page in report["pages"]] == [
        (BASE.id, "judged"),
        ("320", "judged"),
        ("dark", "not judged"),
    ]
    assert report["pages"][2]["reason"].startswith("site/a.html was not ready within 3 seconds")
    assert len(report["findings"]) == 6
    assert report["findings"][0] == {
        "url": "site/a.html",
        "state": "default",
        "condition": "base",
        "rule": "label",
        "criteria": ["4.1.2"],
        "certainty": "certain",
        "selector": "#a",
        "html": "<input id=a>",
        "message": "Mend.",
        "message_ja": "直す。",
        "message_en": "Mend.",
        "fingerprint": "f",
        "unstable": False,
    }


def test_pdfs_are_listed_where_they_were_asked_for(result: Result) -> None:
    result.pdfs = [
        LinkedPdf("site/a.pdf", ("site/a.html",), Traits(3, True, "ja", "案内", True, "all", False)),
        LinkedPdf("site/b.pdf", ("site/a.html",), reason=DesignsysError(en="It is gone.", ja="ありません。")),
    ]
    assert json.loads(reports.file_reports()["json"].render(result, "en"))["pdfs"] == [
        {
            "url": "site/a.pdf",
            "linked_from": ["site/a.html"],
            "status": "read",
            "pages": 3,
            "tagged": True,
            "language": "ja",
            "title": "案内",
            "shows_title": True,
            "text": "all",
            "bookmarks": False,
        },
        {
            "url": "site/b.pdf",
            "linked_from": ["site/a.html"],
            "status": "not read",
            "reason": "It is gone.",
        },
    ]
    stream = io.StringIO()
    console.show(result, "ja", stream)
    assert "PDF 2件（一覧。合否には数えません）" in stream.getvalue().splitlines()


def test_pdfs_that_nobody_asked_for_are_not_spoken_of(result: Result) -> None:
    assert "pdfs" not in json.loads(reports.file_reports()["json"].render(result, "en"))
    stream = io.StringIO()
    console.show(result, "ja", stream)
    assert "PDF" not in stream.getvalue()
