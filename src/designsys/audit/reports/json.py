"""The result as JSON, for other programs: every finding under every condition, advice too.

The report of one machine of several also holds what :mod:`..merging` needs to unite them. What is new or known is not
said; that needs an earlier run.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from designsys.audit.findings import Finding, PageResult, Result
from designsys.audit.pdf import LinkedPdf
from designsys.audit.shards import Part

__all__ = ["render"]


def render(result: Result, language: str) -> str:
    """``{"pages": […], "findings": […], "pdfs": […]}``, the last only when they were asked for.

    ``message`` is in ``language``, and both languages follow it.
    """
    document: dict[str, Any] = {
        "pages": [_page(page, language) for page in result.pages],
        "findings": [_finding(finding, language) for finding in result.findings],
    }
    if result.part:
        document = _placed(document, result, result.part)
    if result.pdfs is not None:
        document["pdfs"] = [_pdf(pdf, language) for pdf in result.pdfs]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _placed(document: dict[str, Any], result: Result, part: Part) -> dict[str, Any]:
    """The report of a part: every entry says its place in the whole plan, since masked addresses may be alike."""
    jobs = {job: place for place, job in enumerate(part.plan)}
    addresses = {
        address: place for place, address in enumerate(dict.fromkeys(job.address for job in part.plan))
    }
    shard = {"number": part.shard.number, "of": part.shard.of, "plan": part.digest, "jobs": len(part.plan)}
    pages = [
        entry | {"job": jobs[page.job], "page": addresses[page.job.address], "facts": page.facts}
        for entry, page in zip(document["pages"], result.pages, strict=True)
    ]
    findings = [
        entry | {"job": jobs[finding.job]}
        for entry, finding in zip(document["findings"], result.findings, strict=True)
    ]
    return {"shard": shard, "pages": pages, "findings": findings}


def _page(page: PageResult, language: str) -> dict[str, Any]:
    entry = {
        "url": page.url,
        "state": page.job.state,
        "condition": page.job.condition.id,
        "status": page.status,
    }
    if page.reason:
        entry |= {
            "reason": page.reason.ja if language == "ja" else page.reason.en,
            "reason_ja": page.reason.ja,
            "reason_en": page.reason.en,
        }
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
