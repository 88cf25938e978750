"""The journal of a run: each job's result is written as it comes, so that a run that was killed can go on.

One line of JSON a job. A line that was cut off by the kill is passed over; its job is judged again. Whether pages
changed meanwhile is not known here.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from designsys import __version__
from designsys.audit.failures import Unjudged
from designsys.audit.findings import Finding
from designsys.audit.plan import Job
from designsys.errors import DesignsysError

__all__ = ["Entry", "Journal", "key_of", "read", "written"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one job.

    :param findings: with the name of the check that each comes from.
    :param facts: what each site check gathered on the page, by the check's name; empty when it was not asked.
    :param reason: why it could not be judged; None when it was.
    """

    findings: list[tuple[str, Finding]]
    facts: dict[str, Any]
    reason: Unjudged | None = None


def written(entry: Entry) -> dict[str, Any]:
    """An entry as JSON data; the job that its findings belong to is not in it."""
    reason = entry.reason
    return {
        "findings": [
            (check, {name: value for name, value in asdict(finding).items() if name != "job"})
            for check, finding in entry.findings
        ],
        "facts": entry.facts,
        "reason": {"en": reason.en, "ja": reason.ja} if reason else None,
    }


def read(data: dict[str, Any], job: Job) -> Entry:
    """The entry of JSON data, for a job.

    :raises KeyError, TypeError: when the data was written by something else.
    """
    findings = [
        (check, Finding(**{**finding, "job": job, "criteria": tuple(finding["criteria"])}))
        for check, finding in data["findings"]
    ]
    return Entry(findings, data["facts"], Unjudged(**data["reason"]) if data["reason"] else None)


def key_of(job: Job) -> str:
    """What a job is called in the journal: page as reports call it, state, condition."""
    return json.dumps([job.address.shown, job.state, job.condition.id], ensure_ascii=False)


class Journal:
    """A file that grows by one line a job, used as a context manager.

    :param path: the file; an earlier run's results in it are taken over when ``resume`` says so, else lost.
    :param resume: whether to go on with it.
    :raises DesignsysError: the file cannot be written, or is no journal of this version.
    """

    def __init__(self, path: Path, *, resume: bool) -> None:
        self._path = path
        self._known: dict[str, dict[str, Any]] = self._read() if resume else {}
        self._file: TextIO | None = None

    def __enter__(self) -> Journal:
        try:
            self._file = self._path.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise DesignsysError(
                en=f"the journal {self._path} cannot be written: {error.strerror}; name another file.",
                ja=f"途中経過を {self._path} に書けません（{error.strerror}）。別のファイルを指定してください。",
            ) from None
        self._write({"designsys": __version__})
        for entry in self._known.values():
            self._write(entry)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def known(self, job: Job) -> Entry | None:
        """What an earlier run found of a job; None when it has to be judged."""
        line = self._known.get(key_of(job))
        return read(line, job) if line is not None else None

    def note(self, job: Job, entry: Entry) -> None:
        """Write what became of a job, at once."""
        self._write({"key": key_of(job), **written(entry)})

    def _write(self, line: dict[str, Any]) -> None:
        assert self._file is not None
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise DesignsysError(
                en=f"the journal {self._path} cannot be read: {error.strerror}; name another file.",
                ja=f"途中経過 {self._path} を読めません（{error.strerror}）。別のファイルを指定してください。",
            ) from None
        entries = [entry for entry in map(_parsed, lines) if entry]
        if not entries or entries[0].get("designsys") != __version__:
            raise DesignsysError(
                en=f"{self._path} is no journal of designsys {__version__}; name another file, or leave --resume out.",
                ja=f"{self._path} は designsys {__version__} の途中経過ではありません。別のファイルにするか、--resume を外してください。",
            )
        return {entry["key"]: entry for entry in entries[1:] if "key" in entry}


def _parsed(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
