"""The result on the screen: failures page by page, and one line that sums up.

What a person has to look at, and advice, is only counted here; the JSON report has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from designsys.audit.findings import ADVICE, CERTAIN, LIKELY, Result
from designsys.audit.pdf.wording import lines as pdf_lines
from designsys.audit.wording import entries, lines

__all__ = ["show", "summary"]


def show(result: Result, language: str, stream: TextIO) -> None:
    """Write the result; with colours when the stream is a terminal."""
    told = list(_styled(result, language))
    if stream.isatty():
        console = Console(file=stream, highlight=False, soft_wrap=True)
        for line, style in told:
            console.print(Text(line, style=style))
    else:
        stream.write("".join(f"{line}\n" for line, _ in told))


def summary(result: Result, language: str) -> str:
    """The last line: what was judged, and how much was found."""
    judged = [page for page in result.pages if page.reason is None]
    pages = len({(page.job.address, page.job.state) for page in judged})
    conditions = len({page.job.condition for page in judged})
    failures, likely, advice = (len(entries(result.of(kind))) for kind in (CERTAIN, LIKELY, ADVICE))
    missing = len(result.pages) - len(judged)
    if language == "ja":
        lost = f"、判定できず {missing}回" if missing else ""
        return f"{pages}ページ × {conditions}条件（{len(judged)}回）を判定{lost}: 不適合 {failures}件（ほかに不適合らしいもの {likely}件、助言 {advice}件）"
    lost = f", {missing} not judged" if missing else ""
    return f"{pages} pages × {conditions} conditions ({len(judged)} runs) judged{lost}: {failures} findings ({likely} more are likely, {advice} of advice)"


def _styled(result: Result, language: str) -> Iterator[tuple[str, str]]:
    conditions = len({page.job.condition for page in result.pages})
    shown = None
    for entry in entries(result.of(CERTAIN)):
        if entry.finding.url != shown:
            shown = entry.finding.url
            yield shown, "bold underline"
        first, *others = lines(entry, language, judged=conditions)
        yield f"  {first}", "bold red"
        for line in others:
            yield f"  {line}", ""
    for page in result.pages:
        if page.reason:
            name = page.job.condition.ja if language == "ja" else page.job.condition.en
            yield f"! [{name}] {page.reason.ja if language == 'ja' else page.reason.en}", "yellow"
    if result.pdfs is not None:
        for line in pdf_lines(result.pdfs, language):
            yield line, ""
    yield summary(result, language), "bold"
