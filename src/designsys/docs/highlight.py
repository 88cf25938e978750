"""Colours source code with classes, so that a page needs no inline style.

The classes are five: the colours themselves are tokens, in ``docs_site/css/code.css``.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape
from pygments import lex
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, String, _TokenType
from pygments.util import ClassNotFound

__all__ = ["highlight"]

_LANGUAGES = {"jinja": "html+jinja", "html": "html", "console": "bash", "": "text"}

_CLASSES: tuple[tuple[_TokenType, str], ...] = (
    (Comment.Preproc, "name"),
    (Comment, "comment"),
    (Keyword, "keyword"),
    (Name.Tag, "keyword"),
    (Name.Attribute, "name"),
    (Name.Function, "name"),
    (Name.Class, "name"),
    (Name.Decorator, "name"),
    (Name.Builtin, "name"),
    (String, "string"),
    (Number, "number"),
)


def highlight(source: str, language: str = "") -> Markup:
    """The source as HTML, its parts in ``<span class="docs-code__…">``.

    :param language: a name that Pygments knows; ``jinja`` is HTML with Jinja in it. Unknown ones stay plain.
    """
    return Markup("".join(_pieces(source.rstrip("\n"), _lexer(language))))


def _lexer(language: str) -> Lexer:
    try:
        # ensurenl off: a snippet ends where its author ended it.
        return get_lexer_by_name(_LANGUAGES.get(language, language), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return get_lexer_by_name("text", stripnl=False, ensurenl=False)


def _pieces(source: str, lexer: Lexer) -> Iterator[str]:
    run, current = "", ""
    for kind, text in lex(source, lexer):
        name = next((name for token, name in _CLASSES if kind in token), "")
        if name != current:
            yield _span(run, current)
            run, current = "", name
        run += text
    yield _span(run, current)


def _span(text: str, name: str) -> str:
    if not text:
        return ""
    return f'<span class="docs-code__{name}">{escape(text)}</span>' if name else str(escape(text))
