"""Widths in ``@media`` that are not breakpoints: pages would change at widths that nobody designed or tested.

``@media`` cannot read ``var()``, so a breakpoint's value stands there literally. Heights are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from designsys.styles.lint.sheet import Condition, Fault, Node, Sheet, tokens_in
from designsys.styles.lint.vocabulary import Vocabulary, pixels

__all__ = ["check"]


def check(sheet: Sheet, tokens: Vocabulary) -> Iterator[Fault]:
    """Each width that is no breakpoint token's value, and each ``var()``."""
    listed = ", ".join(f"{value} ({token.name})" for value, token in tokens.breakpoints.items())
    for condition in sheet.conditions:
        for node in _widths(condition):
            if node.type == "function":
                yield Fault(
                    node,
                    en=f"@media cannot read var(); write the value: {listed}.",
                    ja=f"@media の中では var() が効きません。値を書いてください：{listed}。",
                )
            elif pixels(node.value, node.unit) and node.serialize().lower() not in tokens.breakpoints:
                yield Fault(
                    node,
                    en=f"{node.serialize()} is not a breakpoint; write {_nearest(node, tokens)}.",
                    ja=f"{node.serialize()} はブレークポイントにありません。{_nearest(node, tokens)} と書いてください。",
                )


def _widths(condition: Condition) -> Iterator[Node]:
    if condition.name != "media":
        return
    for block in condition.prelude:
        inside = list(tokens_in([block]))
        words = {node.lower_value for node in inside if node.type == "ident"}
        if any(word.endswith(("width", "inline-size")) for word in words):
            yield from (
                node
                for node in inside
                if node.type == "dimension" or getattr(node, "lower_name", "") == "var"
            )


def _nearest(node: Node, tokens: Vocabulary) -> str:
    size = pixels(node.value, node.unit) or 0

    def distance(value: str) -> float:
        return abs(
            (
                pixels(float(value.removesuffix("rem").removesuffix("px")), "rem" if "rem" in value else "px")
                or 0
            )
            - size
        )

    value = min(tokens.breakpoints, key=distance)
    return f"{value} ({tokens.breakpoints[value].name})"
