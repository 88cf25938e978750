"""``designsys audit --content``: judges HTML from a file or standard input, and tells it to a person or a CMS.

Opens no browser. It writes nothing back: a CMS shows the mendings to its editor, or applies them by
:func:`designsys.audit.content.mend`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from designsys.audit.content.findings import ContentFinding
from designsys.audit.findings import ADVICE, CERTAIN, LIKELY
from designsys.criteria import cite
from designsys.errors import DesignsysError

__all__ = ["lines", "read_html", "render"]

_CERTAINTIES = {
    CERTAIN: ("不適合", "failure"),
    LIKELY: ("不適合らしい", "likely"),
    ADVICE: ("助言", "advice"),
}


def read_html(source: str) -> str:
    """The HTML of a file, or of standard input, character by character as it stands there.

    :param source: a file's name; ``-`` is standard input.
    :raises DesignsysError: it cannot be read, or is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError:
        raise DesignsysError(
            en=f"'{source}' cannot be read: name an HTML file, or '-' for standard input.",
            ja=f"「{source}」を読めません。HTMLファイルの名前か、標準入力なら「-」を書いてください。",
        ) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise DesignsysError(
            en=f"'{source}' is not UTF-8 (byte {fault.start + 1}): save it as UTF-8.",
            ja=f"「{source}」は UTF-8 ではありません（{fault.start + 1}バイト目）。UTF-8 で保存してください。",
        ) from None


def lines(html: str, findings: Sequence[ContentFinding], language: str) -> Iterator[str]:
    """The findings as lines for a person, each begun by line:column, and one that sums up.

    :param html: as it was judged.
    :param language: ``"ja"`` or ``"en"``.
    """
    japanese = language == "ja"
    text, what, mending = ("本文", "内容", "直し") if japanese else ("text", "what", "mending")
    for finding, (line, column) in zip(findings, _positions(html, findings), strict=True):
        certainty = _CERTAINTIES[finding.certainty][0 if japanese else 1]
        cited = ("、" if japanese else "; ").join(cite(number, language) for number in finding.criteria)
        yield f"{line}:{column} [{certainty}] {finding.rule}  {cited}".rstrip()
        # Full-width spaces stay: they may be what is wrong.
        shown = re.sub(r"[ \t\r\n]+", " ", finding.text)
        yield f"    {text}: {shown}"
        yield f"    {what}: {finding.message(language)}"
        if finding.mending is not None:
            yield f"    {mending}: {finding.mending}"
    count = {kind: sum(one.certainty == kind for one in findings) for kind in _CERTAINTIES}
    sure = sum(one.mending is not None for one in findings)
    if japanese:
        yield f"不適合 {count[CERTAIN]}件（ほかに不適合らしいもの {count[LIKELY]}件、助言 {count[ADVICE]}件）。そのまま直せるもの {sure}件"
    else:
        yield f"{count[CERTAIN]} failures ({count[LIKELY]} more are likely, {count[ADVICE]} of advice); {sure} can be mended as they stand"


def render(html: str, findings: Sequence[ContentFinding], language: str) -> str:
    """``{"findings": […]}`` as JSON; offsets count Unicode code points, lines and columns from 1.

    :param html: as it was judged.
    :param language: of ``message``; both languages follow it.
    """
    entries = [
        {
            "rule": finding.rule,
            "criteria": list(finding.criteria),
            "certainty": finding.certainty,
            "start": finding.start,
            "end": finding.end,
            "line": line,
            "column": column,
            "text": finding.text,
            "message": finding.message(language),
            "message_ja": finding.ja,
            "message_en": finding.en,
            "mending": finding.mending,
        }
        for finding, (line, column) in zip(findings, _positions(html, findings), strict=True)
    ]
    return json.dumps({"findings": entries}, ensure_ascii=False, indent=2) + "\n"


def _positions(html: str, findings: Iterable[ContentFinding]) -> Iterator[tuple[int, int]]:
    """Line and column of each finding; the findings come in the order of the source."""
    line, begin = 1, 0
    for finding in findings:
        line += html.count("\n", begin, finding.start)
        begin = finding.start
        yield line, finding.start - html.rfind("\n", 0, finding.start)
