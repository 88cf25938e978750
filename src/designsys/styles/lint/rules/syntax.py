"""CSS that does not parse: a browser drops it without a word, and the other rules cannot judge it.

Whether a property takes such a value is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.styles.lint.sheet import Fault, Sheet
from designsys.styles.lint.vocabulary import Vocabulary

__all__ = ["check"]


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each place where parsing fails."""
    for error in sheet.errors:
        yield Fault(
            error,
            en=f"this does not parse ({error.message}); a brace, colon or semicolon may be missing nearby.",
            ja=f"CSS として読めません（{error.message}）。近くの括弧、コロン、セミコロンを確かめてください。",
        )
