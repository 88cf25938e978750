"""An outline taken away and not given back under ``:focus-visible`` in the same file.

Who moves by keyboard would not see where they are (WCAG 2.4.7, 2.4.13); a shadow in its place
is not drawn in forced colours. Selectors are compared as text, without their focus part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from designsys.styles.lint.sheet import Declaration, Fault, Sheet
from designsys.styles.lint.vocabulary import Vocabulary

__all__ = ["check"]

_PROPERTIES = ("outline", "outline-style", "outline-width")
_STYLES = {"auto", "dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset"}
_FOCUS = re.compile(r":(where|is)\(\s*:focus(-visible|-within)?\s*\)|:focus(-visible|-within)?")
# :focus:not(:focus-visible) leaves the keyboard's outline alone.
_ONLY_POINTER = re.compile(r":not\(\s*:focus-visible\s*\)")


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each removal of an outline whose selector gets no real one under ``:focus-visible``."""
    outlines = [declaration for declaration in sheet.declarations if _is_real(declaration)]
    for declaration in sheet.declarations:
        if not _removes(declaration) or _is_print(declaration):
            continue
        for selector in declaration.selectors:
            if not _ONLY_POINTER.search(selector) and not _is_given_back(selector, declaration, outlines):
                ring = "outline: var(--ds-size-ring-width) solid var(--ds-color-focus-outer)"
                yield Fault(
                    declaration.node,
                    en=f"'{selector}' loses its outline; write '{_base(selector)}:focus-visible {{ {ring} }}' in this file too.",
                    ja=f"「{selector}」のフォーカスの枠が消えます。同じファイルに「{_base(selector)}:focus-visible {{ {ring} }}」も書いてください。",
                )


def _removes(declaration: Declaration) -> bool:
    if declaration.name not in _PROPERTIES:
        return False
    parts = [node for node in declaration.node.value if node.type != "whitespace"]
    words = {node.lower_value for node in parts if node.type == "ident"}
    zero = any(node.type in ("number", "dimension") and node.value == 0 for node in parts)
    return bool(words & {"none", "hidden"}) or zero


def _is_real(declaration: Declaration) -> bool:
    """Whether an outline is drawn: a style that draws, in ``outline`` itself."""
    words = {node.lower_value for node in declaration.node.value if node.type == "ident"}
    return declaration.name == "outline" and bool(words & _STYLES) and not _removes(declaration)


def _is_print(declaration: Declaration) -> bool:
    return any(
        condition.name == "media" and condition.text == "print" for condition in declaration.conditions
    )


def _is_given_back(selector: str, removed: Declaration, outlines: list[Declaration]) -> bool:
    if ":focus-visible" in selector:
        return False
    media = {condition.text for condition in removed.conditions if condition.name == "media"}
    return any(
        ":focus-visible" in other
        and _base(other) == _base(selector)
        # An outline for wide windows only would not help in a narrow one.
        and {condition.text for condition in outline.conditions if condition.name == "media"} <= media
        for outline in outlines
        for other in outline.selectors
    )


def _base(selector: str) -> str:
    return _FOCUS.sub("", selector).strip() or "*"
