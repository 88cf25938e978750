"""What a run gives: findings, and the pages that were judged or could not be.

Plain data, already masked; how it is written is the reports' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from designsys.audit.failures import Unjudged
from designsys.audit.pdf import LinkedPdf
from designsys.audit.plan import Job

__all__ = ["ADVICE", "CERTAIN", "LIKELY", "Finding", "Observation", "PageResult", "Result", "observations"]

CERTAIN = "certain"
"""A failure: it alone decides the exit code."""
LIKELY = "likely"
"""Probably a failure: the machine saw it but a person has to decide."""
ADVICE = "advice"
"""Good practice beyond the criteria, and what no machine can decide."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What a check saw on one element, before masking.

    :param rule: the check's rule, such as ``"image-alt"``.
    :param criteria: numbers of the WCAG criteria that it serves.
    :param certainty: :data:`CERTAIN`, :data:`LIKELY` or :data:`ADVICE`.
    :param path: selectors that lead to it, in the form of axe's targets: one for each frame on
        the way, and a list of them where shadow trees are entered.
    :param ja: what is wrong and how to mend it, in Japanese.
    :param en: the same in English.
    """

    rule: str
    criteria: tuple[str, ...]
    certainty: str
    path: Sequence[str | Sequence[str]]
    ja: str
    en: str


def observations(
    rule: str,
    criteria: tuple[str, ...],
    seen: Iterable[Mapping[str, Any]],
    words: Mapping[str, tuple[str, str]],
) -> list[Observation]:
    """What a check's script saw in the page, put in words.

    :param rule: as in :class:`Observation`, and so is ``criteria``.
    :param seen: for each element its ``path``, whether it is ``certain`` (else it is likely), the ``kind`` of words
        where there are several, and what is filled into them.
    :param words: Japanese and English by kind; by ``""`` where there is one kind only.
    """
    told = []
    for one in seen:
        ja, en = words[one.get("kind", "")]
        certainty = CERTAIN if one.get("certain") else LIKELY
        told.append(Observation(rule, criteria, certainty, one["path"], ja.format(**one), en.format(**one)))
    return told


@dataclass(frozen=True, slots=True)
class Finding:
    """An observation on one page under one condition, fit to be shown to anyone.

    :param job: page, state and condition.
    :param url: the page's address, masked.
    :param rule: as in :class:`Observation`, and so are ``criteria``, ``certainty``, ``ja`` and ``en``.
    :param selector: where it is; parts in frames and shadow trees are joined by `` >>> ``.
    :param html: the element's opening, masked.
    :param fingerprint: what stays the same while the page is moved about or reworded around it.
    :param unstable: whether it showed in one of two tries only.
    """

    job: Job
    url: str
    rule: str
    criteria: tuple[str, ...]
    certainty: str
    selector: str
    html: str
    ja: str
    en: str
    fingerprint: str
    unstable: bool = False

    def message(self, language: str) -> str:
        """What is wrong and how to mend it, in ``"ja"`` or ``"en"``."""
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class PageResult:
    """Whether a job was judged.

    :param job: page, state and condition.
    :param url: the address, masked.
    :param reason: None when it was judged, else why it could not be.
    :param facts: what each check over the whole site wanted to know of the page, by the check's name.
    """

    job: Job
    url: str
    reason: Unjudged | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def status(self) -> str:
        """``"judged"`` or ``"not judged"``."""
        return "judged" if self.reason is None else "not judged"


@dataclass(slots=True)
class Result:
    """A whole run.

    :param pages: one entry a job, in the order of the plan.
    :param findings: everything seen, of every certainty.
    :param pdfs: the PDFs that the pages link to; None when they were not asked for.
    """

    pages: list[PageResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    pdfs: list[LinkedPdf] | None = None

    def of(self, certainty: str) -> list[Finding]:
        """The findings of one certainty."""
        return [finding for finding in self.findings if finding.certainty == certainty]
