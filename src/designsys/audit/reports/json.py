"""The result as JSON, for other programs: every finding under every condition, advice too.

Says nothing about what is new or known; that needs an earlier run.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from designsys.audit.findings import Finding, PageResult, Result
from designsys.audit.pdf import LinkedPdf

__all__ = ["render"]


def render(result: Result, language: str) -> str:
    """``{"pages": […], "findings": […], "pdfs": […]}``, the last only when they were asked for; ``message`` is in ``language``, and both languages follow it."""
    document = {
        "pages": [_page(page, language) for page in result.pages],
        "findings": [_finding(finding, language) for finding in result.findings],
    }
    if result.pdfs is not None:
        document["pdfs"] = [_pdf(pdf, language) for pdf in result.pdfs]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _page(page: PageResult, language: str) -> dict[str, Any]:
    entry = {
        "url": page.url,
        "state": page.job.state,
        "condition": page.job.condition.id,
        "status": page.status,
    }
    if page.reason:
        entry["reason"] = page.reason.ja if language == "ja" else page.reason.en
    return entry


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "url": finding.url,
        "state": finding.job.state,
        "condition": finding.job.condition.id,
        "rule": finding.rule,
        "criteria": list(finding.criteria),
        "certainty": finding.certainty,
        "selector": finding.selector,
        "html": finding.html,
        "message": finding.message(language),
        "message_ja": finding.ja,
        "message_en": finding.en,
        "fingerprint": finding.fingerprint,
        "unstable": finding.unstable,
    }


def _pdf(pdf: LinkedPdf, language: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"url": pdf.shown, "linked_from": list(pdf.linked_from)}
    if pdf.traits:
        return {**entry, "status": "read", **asdict(pdf.traits)}
    entry["status"] = "not read"
    if pdf.reason:
        entry["reason"] = pdf.reason.ja if language == "ja" else pdf.reason.en
    return entry
