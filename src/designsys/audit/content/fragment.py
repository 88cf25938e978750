"""A fragment of HTML as a reader meets it: blocks of text, each character with its place in the source.

Holds what :mod:`.reader` found; it knows elements by their tags only, not by what CSS makes of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from designsys.audit.content.findings import Place

__all__ = ["OBJECT", "Block", "Element", "Fragment"]

OBJECT = "\ufffc"
"""Stands in a block's text for a picture, a field or a piece of code, so that what it parts is not joined."""


@dataclass(slots=True, eq=False)
class Element:
    """An element of the source.

    :param tag: its name in lower case; empty for the root around the fragment.
    :param attributes: by name in lower case, decoded.
    :param start: offset of its opening tag.
    :param parent: None for the root.
    :param silent: whether its text is not prose of the page: code, a script, a reading in ruby, hidden parts.
    :param language: as ``lang`` says, inherited; empty where nothing does.
    :param end: offset after its closing tag, or where it ends without one.
    """

    tag: str
    attributes: dict[str, str]
    start: int
    parent: Element | None
    silent: bool = False
    language: str = ""
    end: int = 0

    def closest(self, *tags: str) -> Element | None:
        """The nearest of these elements around a place, this one included."""
        at: Element | None = self
        while at is not None and at.tag not in tags:
            at = at.parent
        return at


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Text that is read in one go: a paragraph, a cell, a heading, or an attribute's value.

    :param text: decoded. A line break (``<br>``, or a new line in ``<pre>``) is ``"\\n"``; line ends and tabs of
        the source, which browsers show as a space, are ``"\\t"``; :data:`OBJECT` stands for what is not text.
    :param spans: start and end of each character in the source.
    :param elements: the element that each character stands in.
    :param container: the block element that the text stands in.
    :param attribute: the attribute's name; empty for text of the page.
    """

    text: str
    spans: Sequence[tuple[int, int]]
    elements: Sequence[Element]
    container: Element
    attribute: str = ""

    @property
    def preformatted(self) -> bool:
        """Whether spaces show as they are written."""
        return self.container.closest("pre") is not None

    def place(self, start: int, end: int) -> Place:
        """Where some of its characters are in the source.

        :param start: index of the first in ``text``.
        :param end: index after the last; more than ``start``.
        """
        inside = self.spans[start:end]
        joined = all(before == after or before[1] == after[0] for before, after in pairwise(inside))
        # One reference may give two characters, and half of it cannot be replaced.
        halved = (start > 0 and self.spans[start - 1] == inside[0]) or (
            end < len(self.spans) and self.spans[end] == inside[-1]
        )
        return Place(inside[0][0], inside[-1][1], joined and not halved)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line of the text that is not empty."""
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield start, start + len(line)
            start += len(line) + 1


@dataclass(slots=True)
class Fragment:
    """A whole fragment.

    :param source: the HTML as it was given.
    :param blocks: of text and of attributes, in the order of the source.
    :param elements: every element but the root, in the order of the source.
    """

    source: str
    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)

    @property
    def prose(self) -> list[Block]:
        """The blocks of the page's text, without attributes."""
        return [block for block in self.blocks if not block.attribute]

    def words(self, element: Element) -> str:
        """All that can be read in an element, the names of its pictures included."""
        at = bisect_left(self.blocks, element.start, key=_start)
        # Text that began before the element may go on in it; attributes never do.
        while at > 0 and self.blocks[at - 1].attribute:
            at -= 1
        found = []
        for block in self.blocks[max(at - 1, 0) : bisect_left(self.blocks, element.end, key=_start)]:
            pairs = zip(block.text, block.spans, strict=True)
            found.append("".join(one for one, (start, _) in pairs if element.start <= start < element.end))
        return " ".join(found).replace(OBJECT, "").strip()

    def holder(self, offset: int) -> Element | None:
        """The innermost element at an offset; None outside all."""
        at = bisect_right(self.elements, offset, key=lambda element: element.start)
        element = self.elements[at - 1] if at else None
        while element is not None and offset >= element.end:
            element = element.parent
        return element if element is not None and element.tag else None


def _start(block: Block) -> int:
    return block.spans[0][0]
