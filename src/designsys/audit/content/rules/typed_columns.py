"""Tables and columns made of spaces or bars in text.

A reader runs across the row and loses which cell belongs to which heading, and at another letter size the columns
fall apart: failures F33, F34 and F48 of WCAG 1.3.1 and 1.3.2. A machine cannot tell a table from a drawing or a
signature, so it is likely at most; two columns alone are advice. Navigation made of links is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from designsys.audit.content.findings import Place, Seen, excerpt
from designsys.audit.content.fragment import Block, Element, Fragment
from designsys.audit.findings import ADVICE, LIKELY

__all__ = ["CERTAINTY", "CRITERIA", "ID", "find"]

ID = "typed-columns"
CRITERIA = ("1.3.1", "1.3.2")
CERTAINTY = LIKELY
JA = (
    "「{text}」から{rows}行が、{by}で表のようにそろえてあります。読み上げでは列の意味が分からず、文字を大きくすると崩れます。"
    "表なら table と th、項目と説明の組なら dl で書いてください。"
)
EN = (
    "{rows} lines from '{text}' are set in columns by {by}. Read aloud the columns are lost, and larger text breaks them. "
    "Use table and th, or dl for pairs of term and text."
)
_BY = {"spaces": ("空白", "spaces"), "bars": ("縦線", "bars")}

_WIDE = "[\u3000\u00a0\u2001-\u2005]"
_GAP = re.compile(rf"(?<=\S)(?:{_WIDE}[ \t]*){{2,}}(?=\S)")
_GAP_IN_PRE = re.compile(r"(?<=\S)(?:[ \t\u00a0]{2,}|\u3000+)(?=\S)")
_BAR = re.compile("[｜│┃|┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛]")
_ROWS = 3
# Cells that begin within one full-width character of each other stand in one column.
_SLACK = 2


@dataclass(frozen=True, slots=True)
class _Line:
    block: Block
    start: int
    end: int
    columns: tuple[int, ...]
    bars: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def find(fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
    """Every group of neighbouring lines that look like rows."""
    lines = [_line(block, *span) for block in fragment.prose for span in block.lines()]
    for _, neighbours in groupby(lines, key=lambda line: id(_parent(line.block.container))):
        for rows in _runs(list(neighbours)):
            by = "bars" if rows[0].bars else "spaces"
            certainty = LIKELY if by == "bars" or len(rows[0].columns) > 1 else ADVICE
            if len(rows) >= (_ROWS if by == "bars" or certainty == ADVICE else 2):
                told = {"text": excerpt(rows[0].text), "rows": len(rows)}
                yield Seen(
                    _place(rows),
                    JA.format(by=_BY[by][0], **told),
                    EN.format(by=_BY[by][1], **told),
                    certainty,
                )


def _line(block: Block, start: int, end: int) -> _Line:
    text = block.text[start:end]
    gaps = list((_GAP_IN_PRE if block.preformatted else _GAP).finditer(text.rstrip()))
    columns = tuple(_width(text[: gap.end()]) for gap in gaps)
    linked = any(element.closest("a", "nav") for element in block.elements[start:end])
    return _Line(block, start, end, columns, 0 if linked else len(_BAR.findall(text)))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _parent(container: Element) -> Element | None:
    return container.parent if container.tag in {"p", "div"} else container


def _runs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Neighbouring lines that have the same columns, as long as they go."""
    run: list[_Line] = []
    for line in lines:
        if run and not _alike(run[-1], line):
            yield run
            run = []
        if line.columns or line.bars:
            run.append(line)
    if run:
        yield run


def _alike(above: _Line, line: _Line) -> bool:
    if above.bars or line.bars:
        return above.bars == line.bars
    if len(above.columns) != len(line.columns) or not line.columns:
        return False
    return all(abs(one - other) <= _SLACK for one, other in zip(above.columns, line.columns, strict=True))


def _place(rows: list[_Line]) -> Place:
    first, last = rows[0], rows[-1]
    return Place(first.block.place(first.start, first.end).start, last.block.place(last.start, last.end).end)
