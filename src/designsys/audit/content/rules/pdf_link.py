"""A link to a PDF that does not say so, or not how large it is.

A PDF opens another program, may have no tags, and costs a resident's mobile data. What stands beside the link, in the
same item or table row, counts as said. The size itself is not looked up: nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from designsys.audit.content.findings import Place, Seen, excerpt
from designsys.audit.content.fragment import Element, Fragment
from designsys.audit.findings import ADVICE

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "pdf-link"
CRITERIA = ("2.4.4",)
CERTAINTY = ADVICE
WORDS = {
    "type": (
        "「{text}」は PDF へのリンクですが、そう書かれていません。別のソフトが開き、戻れなくなる人がいます。"
        "リンクの文に「（PDF：120キロバイト）」のように形式と大きさを書いてください。",
        "'{text}' leads to a PDF without saying so; another program opens, and some cannot find back. "
        "Write type and size in the link, such as '(PDF, 120 KB)'.",
    ),
    "size": (
        "「{text}」の PDF の大きさが分かりません。通信量を気にする人が、開いてよいか決められません。"
        "「（PDF：120キロバイト）」のように大きさも書いてください。",
        "The size of the PDF '{text}' is not told, so nobody can weigh what it costs to open. "
        "Write it too, such as '(PDF, 120 KB)'.",
    ),
}

_PDF = re.compile(r"\.pdf\s*(?:[?#].*)?$", re.IGNORECASE | re.DOTALL)
_TYPE = re.compile("PDF|ＰＤＦ|ピーディーエフ", re.IGNORECASE)
_SIZE = re.compile(r"[0-9０-９]\s*(?:[KMＫＭ][BＢ]?(?![A-Za-z])|キロ|メガ|バイト|bytes?)", re.IGNORECASE)


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every link to a PDF that leaves type or size unsaid."""
    for link in fragment.elements:
        if link.tag != "a" or link.silent or not _PDF.search(link.attributes.get("href", "")):
            continue
        told = fragment.words(link) + fragment.words(_around(link))
        kind = "type" if not _TYPE.search(told) else "size" if not _SIZE.search(told) else None
        if kind:
            text = excerpt(fragment.words(link)) or excerpt(link.attributes["href"].rsplit("/", 1)[-1])
            ja, en = WORDS[kind]
            yield Seen(Place(link.start, link.end), ja.format(text=text), en.format(text=text))


def _around(link: Element) -> Element:
    """The item, row or paragraph that a link stands in; the link itself where there is none."""
    return link.closest("tr") or link.closest("li", "dd", "dt", "p", "td", "th", "figure") or link
