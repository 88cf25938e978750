"""Reads a fragment of HTML into blocks of text, keeping the exact place of every character.

Built on the standard library's tolerant parser. It repairs tag soup as far as blocks
of text need it, and builds no tree; an end tag that nothing opened is passed over.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

from designsys.audit.content.fragment import OBJECT, Block, Element, Fragment

__all__ = ["read"]

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "search section select summary table tbody td tfoot th thead title tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_OBJECTS = frozenset(
    "audio canvas code embed iframe img input kbd math meter object progress samp select svg textarea var video".split()
)
# A resident's own words and a program's are not the page's prose; a reading is heard in place of its kanji.
_SILENT = frozenset(
    "code iframe kbd math noembed noframes object rp rt samp script select style svg template textarea title var".split()
)
# An opening tag ends these, when they stand open without a block between.
_ENDS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "thead": {"td", "th", "tr"},
    "tbody": {"td", "th", "tr", "thead", "tbody"},
    "tfoot": {"td", "th", "tr", "thead", "tbody"},
    "option": {"option"},
}
_READ_OUT = ("alt", "title", "aria-label", "aria-description", "placeholder", "label")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*))""")
_LINE_END = re.compile(r"[\n\r\f]")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def read(source: str) -> Fragment:
    """The fragment that a source holds; any text can be read.

    :param source: a fragment of HTML, or a whole page.
    """
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self._source = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._fragment = Fragment(source)
        self._stack = [Element("", {}, 0, None)]
        self._open: Counter[str] = Counter()
        self._text_from: int | None = None
        self._characters: list[tuple[str, tuple[int, int], Element]] = []
        self._containers = self._stack[:]

    def finish(self) -> Fragment:
        """What was read, when the whole source has been fed."""
        self._end_text(len(self._source))
        self._end_block()
        self._pop(1, len(self._source))
        self._fragment.blocks.sort(key=lambda block: block.spans[0])
        return self._fragment

    def parse_html_declaration(self, i: int) -> int:
        """As the library's, which raises AssertionError for ``<![x[`` where a browser sees a comment."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        if self._text_from is None:
            self._text_from = self._at()

    def handle_comment(self, data: str) -> None:
        self._end_text(self._at())

    def handle_decl(self, decl: str) -> None:
        self._end_text(self._at())

    def handle_pi(self, data: str) -> None:
        self._end_text(self._at())

    def unknown_decl(self, data: str) -> None:
        self._end_text(self._at())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._at()
        self._end_text(at)
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if tag in _BLOCKS:
            self._end_block()
            self._imply_ends(tag, at)
        element = self._element(tag, attributes, at)
        self._fragment.elements.append(element)
        opening = self.get_starttag_text() or ""
        element.end = at + len(opening)
        if not _mute(element):
            self._read_attributes(element, opening)
        parent = self._stack[-1]
        if tag == "br":
            self._add("\n", at, element.end, parent)
        elif tag in _OBJECTS:
            self._add(OBJECT, at, element.end, parent)
        if tag not in _VOID:
            self._stack.append(element)
            self._containers.append(element if tag in _BLOCKS else self._containers[-1])
            self._open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        at = self._at()
        self._end_text(at)
        if tag in _BLOCKS:
            self._end_block()
        if self._open[tag]:
            depth = next(at for at in range(len(self._stack) - 1, 0, -1) if self._stack[at].tag == tag)
            self._pop(depth + 1, at)
            self._pop(depth, self._source.find(">", at) + 1 or len(self._source))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _element(self, tag: str, attributes: dict[str, str], at: int) -> Element:
        parent = self._stack[-1]
        silent = (
            parent.silent
            or tag in _SILENT
            or "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or attributes.get("contenteditable", "false") != "false"
        )
        language = attributes.get("lang", parent.language)
        return Element(tag, attributes, at, parent, silent, language)

    def _imply_ends(self, tag: str, at: int) -> None:
        ended = _ENDS.get(tag, set()) | {"p"}
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].tag in ended:
                self._pop(depth, at)
            elif self._stack[depth].tag in _BLOCKS:
                break

    def _pop(self, depth: int, at: int) -> None:
        """Close the open elements from a depth on, at an offset."""
        for element in self._stack[depth:]:
            element.end = at
            self._open[element.tag] -= 1
        del self._stack[depth:], self._containers[depth:]

    def _read_attributes(self, element: Element, opening: str) -> None:
        # What a button shows is its value; what a field holds is the resident's.
        wanted = (
            (*_READ_OUT, "value")
            if element.attributes.get("type") in {"submit", "button", "reset"}
            else _READ_OUT
        )
        for match in _ATTRIBUTE.finditer(opening):
            name = match[1].lower()
            group = match.lastindex or 1
            if name in wanted and group > 1 and match[group].strip():
                start = element.start + match.start(group)
                text, spans = _decode(match[group], start)
                elements = [element] * len(spans)
                self._fragment.blocks.append(Block(_LINE_END.sub("\t", text), spans, elements, element, name))

    def _end_text(self, at: int) -> None:
        if self._text_from is None:
            return
        start, self._text_from = self._text_from, None
        element = self._stack[-1]
        if _mute(element):
            return
        text, spans = _decode(self._source[start:at], start)
        # The line ends of <pre> are shown as such, all others as a space.
        text = text.replace("\r\n", "\t\n") if element.closest("pre") else _LINE_END.sub("\t", text)
        self._characters += zip(text, spans, [element] * len(spans), strict=True)

    def _add(self, character: str, start: int, end: int, element: Element) -> None:
        if not _mute(element):
            self._characters.append((character, (start, end), element))

    def _end_block(self) -> None:
        characters, self._characters = self._characters, []
        text = "".join(character for character, _, _ in characters)
        if text.strip():
            spans, elements = [span for _, span, _ in characters], [element for *_, element in characters]
            self._fragment.blocks.append(Block(text, spans, elements, self._containers[-1]))


def _mute(element: Element) -> bool:
    return element.silent or not re.match(r"(?:ja(?:-|$)|$)", element.language, re.IGNORECASE)


def _decode(raw: str, offset: int) -> tuple[str, list[tuple[int, int]]]:
    """Raw source with its character references resolved, and the place of each character."""
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for match in [*_REFERENCE.finditer(raw), None]:
        start, end = match.span() if match else (len(raw), len(raw))
        text.append(raw[done:start])
        spans += [(offset + at, offset + at + 1) for at in range(done, start)]
        if match:
            resolved = html.unescape(match[0])
            text.append(resolved)
            spans += [(offset + start, offset + end)] * len(resolved)
        done = end
    return "".join(text), spans
