"""Lengths that are not tokens: they do not follow when a theme or a future version changes the scale.

0, percentages, ``fr``, and lengths measured on the page (``ch``, ``lh``, ``cqi``, ``vw`` …) are right as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.styles.lint.sheet import Fault, Sheet, tokens_in
from designsys.styles.lint.vocabulary import Vocabulary, pixels

__all__ = ["check"]


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each length in px, rem, em or a unit of paper, in any property."""
    for declaration in sheet.declarations:
        for node in tokens_in(declaration.node.value):
            size = pixels(node.value, node.unit) if node.type == "dimension" else None
            if not size:
                continue
            near, written = tokens.nearest_length(size, declaration.name), node.serialize()
            yield Fault(
                node,
                en=f"{written} is a raw length in '{declaration.name}'; use "
                + (f"var({near})." if near else "a token."),
                ja=f"{declaration.name} の {written} は長さの直書きです。"
                + (f"var({near})" if near else "トークン")
                + " を使ってください。",
            )
