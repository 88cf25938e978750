"""Sets HTML out for reading: one element a line, indented by its depth.

Meant for what our macros print. Text between inline elements keeps its blanks as the browser
shows them; nothing is repaired.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["indent_html"]

_WIDTH = 96
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_VERBATIM = frozenset({"pre", "textarea", "script", "style"})
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "rp", "rt", "ruby",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    "svg", "circle", "g", "line", "path", "rect",
})  # fmt: skip


@dataclass
class _Element:
    tag: str
    start: str
    empty: bool = False
    attributes: list[str] = field(default_factory=list)
    children: list[_Element | str] = field(default_factory=list)


def indent_html(html: str) -> str:
    """The same HTML with line breaks and two blanks a level."""
    parser = _Tree()
    parser.feed(html)
    parser.close()
    return "\n".join(_lines(parser.root.children, 0)) + "\n"


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.root = _Element("", "")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = (self.get_starttag_text() or "").strip("<>").rstrip("/")
        element = _Element(tag, f"<{written.strip()}>", tag in _VOID, _split_attributes(written[len(tag) :]))
        self.open[-1].children.append(element)
        if not element.empty:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(_Element(tag, self.get_starttag_text() or "", True))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.handle_data(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.open[-1].children.append(_Element("!", f"<!{decl}>", True))


def _split_attributes(text: str) -> list[str]:
    """Each attribute as it was written; a blank inside quotes does not part two."""
    parts, quote, current = [], "", ""
    for letter in text.strip():
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter.isspace():
            if current:
                parts.append(current)
            current = ""
            continue
        current += letter
    return [*parts, current] if current else parts


def _lines(nodes: list[_Element | str], depth: int) -> list[str]:
    pad = "  " * depth
    lines: list[str] = []
    run = ""
    for node in nodes:
        if isinstance(node, str) or _is_inline(node):
            run += node if isinstance(node, str) else _flat(node)
            continue
        lines += _text(run, pad)
        run = ""
        lines += _element(node, depth)
    return lines + _text(run, pad)


def _text(run: str, pad: str) -> list[str]:
    words = " ".join(run.split())
    return [pad + words] if words else []


def _element(element: _Element, depth: int) -> list[str]:
    pad = "  " * depth
    if element.tag in _VERBATIM:
        return [pad + _flat(element)]
    flat = _flat(element)
    if all(isinstance(child, str) or _is_inline(child) for child in element.children):
        flat = " ".join(flat.split())
        if len(pad + flat) <= _WIDTH:
            return [pad + flat]
    head = _start(element, pad)
    if element.empty:
        return head
    return [*head, *_lines(element.children, depth + 1), f"{pad}</{element.tag}>"]


def _start(element: _Element, pad: str) -> list[str]:
    if len(pad + element.start) <= _WIDTH or len(element.attributes) < 2:
        return [pad + element.start]
    first, *rest = element.attributes
    hang = pad + " " * (len(element.tag) + 2)
    lines = [f"{pad}<{element.tag} {first}", *(hang + attribute for attribute in rest)]
    lines[-1] += ">"
    return lines


def _is_inline(node: _Element) -> bool:
    return node.tag in _INLINE and all(isinstance(child, str) or _is_inline(child) for child in node.children)


def _flat(element: _Element) -> str:
    inner = "".join(child if isinstance(child, str) else _flat(child) for child in element.children)
    end = "" if element.empty else f"</{element.tag}>"
    return f"{element.start}{inner}{end}"
