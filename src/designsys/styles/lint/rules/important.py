"""``!important``: a service could not set the property any more, and neither could a resident's own style sheet.

Serves WCAG 1.4.12 (text spacing), which people set by a style sheet of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.styles.lint.sheet import Fault, Sheet
from designsys.styles.lint.vocabulary import Vocabulary

__all__ = ["check"]


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each declaration marked ``!important``."""
    for declaration in sheet.declarations:
        if declaration.node.important:
            yield Fault(
                declaration.node,
                en=f"'{declaration.name}' is !important: take it away and let the order of the rules decide.",
                ja=f"{declaration.name} に !important があります。外して、書く順で決めてください。",
            )
