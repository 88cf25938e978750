"""Turns guidance and content pages into HTML: headings, links and code through our own macros.

Raw HTML in the text is shown, not run. A link ``component:radios`` or ``page:start`` leads to
that page in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from designsys.docs.highlight import highlight
from designsys.errors import DesignsysError

__all__ = ["Macros", "Markdown", "Section", "resolver"]


class Macros(Protocol):
    """The macros that a text needs."""

    heading: Callable[..., Markup]
    link: Callable[..., Markup]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text under one second-level heading.

    :param title: its heading as plain text; empty before the first one.
    :param id: the heading's id.
    :param html: what stands under it.
    """

    title: str
    id: str
    html: Markup


class Markdown:
    """Renders texts of one page.

    :param macros: ``heading`` and ``link``, as a template of the site imports them.
    :param resolve: gives the address for a link's target, or raises.
    :param code: gives the HTML of a block of code: ``code(source, language)``.
    """

    def __init__(
        self, macros: Macros, resolve: Callable[[str], str], code: Callable[[str, str], Markup] | None = None
    ) -> None:
        self._macros = macros
        self._resolve = resolve
        self._code = code or _plain_code
        self._renderer = RendererHTML()
        self._parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
        # Schemes of ours are addresses too; whether one exists is the resolver's to say.
        self._parser.validateLink = _is_address  # type: ignore[method-assign]

    def inline(self, text: str) -> Markup:
        """One line of text, such as a parameter's description."""
        tokens = self._parser.parseInline(text)
        return self._html(tokens)

    def sections(self, text: str) -> list[Section]:
        """The text in its parts; the first has no title when it opens without a heading."""
        parts: list[tuple[str, list[Token]]] = [("", [])]
        tokens = iter(self._parser.parse(text))
        for token in tokens:
            if token.type == "heading_open" and token.tag == "h2":
                parts.append((_plain(next(tokens)), []))
                next(tokens)
            else:
                parts[-1][1].append(token)
        return [Section(title, _anchor(title), self._html(inner)) for title, inner in parts if title or inner]

    def html(self, text: str) -> Markup:
        """A whole text, its second-level headings among the rest."""
        return Markup("\n").join(
            (self._macros.heading(section.title, level=2, id=section.id) if section.title else Markup())
            + section.html
            for section in self.sections(text)
        )

    def _html(self, tokens: list[Token]) -> Markup:
        written: list[Token] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "heading_open":
                inner = self._html([tokens[index + 1]])
                level = int(token.tag[1])
                anchor = _anchor(_plain(tokens[index + 1]))
                written.append(_raw("html_block", self._macros.heading(inner, level=level, id=anchor)))
                index += 3
                continue
            if token.type == "fence":
                token = _raw("html_block", self._code(token.content, token.info.split(" ")[0]))
            elif token.type == "inline":
                token.children = self._inline(token.children or [])
            written.append(token)
            index += 1
        return Markup(self._renderer.render(written, self._parser.options, {}))

    def _inline(self, tokens: list[Token]) -> list[Token]:
        written: list[Token] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type != "link_open":
                written.append(token)
                index += 1
                continue
            end = next(n for n in range(index, len(tokens)) if tokens[n].type == "link_close")
            inner = Markup(self._renderer.renderInline(tokens[index + 1 : end], self._parser.options, {}))
            address = self._resolve(str(token.attrs["href"]))
            written.append(_raw("html_inline", self._macros.link(inner, href=address)))
            index = end + 1
        return written


def resolver(component: Callable[[str], str], page: Callable[[str], str], where: str) -> Callable[[str], str]:
    """A function from a link's target to its address.

    :param where: the text's name, for the error of a link that leads nowhere.
    """

    def resolve(target: str) -> str:
        kind, _, rest = target.partition(":")
        name, mark, anchor = rest.partition("#")
        try:
            if kind == "component":
                return component(name) + mark + anchor
            if kind == "page":
                return page(name) + mark + anchor
        except DesignsysError as error:
            raise DesignsysError(
                en=f"{where}, link '{target}': {error.en}", ja=f"{where} のリンク「{target}」：{error.ja}"
            ) from None
        return target

    return resolve


def _is_address(url: str) -> bool:
    return not url.strip().lower().startswith(("javascript:", "data:", "vbscript:"))


def _plain_code(source: str, language: str) -> Markup:
    return Markup('<pre class="docs-code" tabindex="0"><code>{}</code></pre>\n').format(
        highlight(source, language)
    )


def _raw(kind: str, html: Any) -> Token:
    return Token(kind, "", 0, content=str(html).strip() + ("\n" if kind == "html_block" else ""))


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))


def _anchor(title: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.lower()).split())
