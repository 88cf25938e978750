"""One style sheet as the rules see it: every declaration with its selector and the conditions around it.

Nesting is unfolded, so that no rule has to know of it. The cascade is not computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

__all__ = ["Condition", "Declaration", "Fault", "Sheet", "tokens_in"]

Node = Any
"""A node of tinycss2, which has no types."""

# What may stand in them are rules, also where no selector is around them.
_RULES_INSIDE = {"media", "supports", "layer", "container", "scope", "starting-style", "keyframes"}


@dataclass(frozen=True)
class Fault:
    """What a rule finds.

    :param node: the node at fault, for its line and column.
    """

    node: Node
    en: str
    ja: str


@dataclass(frozen=True)
class Condition:
    """An at-rule: ``@media (width >= 48rem)``.

    :param name: ``media``, in lower case.
    :param text: what stands between the name and the block, in lower case.
    :param prelude: the same as nodes.
    """

    name: str
    text: str
    prelude: tuple[Node, ...]

    @property
    def is_forced_colors(self) -> bool:
        """Whether it holds in forced-colours mode, where only the system's colours are shown."""
        return self.name == "media" and "forced-colors" in self.text and "active" in self.text


@dataclass(frozen=True)
class Declaration:
    """A property and its value, where it stands.

    :param name: the property, in lower case unless it is a custom one.
    :param selectors: the selectors of its rule with the outer ones put in for ``&``; empty in ``@font-face`` and such.
    :param conditions: the at-rules around it, the outermost first.
    :param node: the declaration itself, with ``value`` and ``important``.
    """

    name: str
    selectors: tuple[str, ...]
    conditions: tuple[Condition, ...]
    node: Node

    @property
    def in_forced_colors(self) -> bool:
        """Whether it holds in forced-colours mode only."""
        return any(condition.is_forced_colors for condition in self.conditions)


class Sheet:
    """A style sheet, parsed.

    :param text: its text.
    """

    def __init__(self, text: str) -> None:
        self.declarations: list[Declaration] = []
        self.conditions: list[Condition] = []
        self.errors: list[Node] = []
        nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        self._read(nodes, (), ())

    def _read(
        self, nodes: Iterable[Node], selectors: tuple[str, ...], conditions: tuple[Condition, ...]
    ) -> None:
        for node in nodes:
            if node.type == "declaration":
                name = node.name if node.name.startswith("--") else node.lower_name
                self.declarations.append(Declaration(name, selectors, conditions, node))
            elif node.type == "qualified-rule":
                inner = _nested(selectors, _split(node.prelude))
                self._read(_block(node.content), inner, conditions)
            elif node.type == "at-rule":
                self._read_at_rule(node, selectors, conditions)
            elif node.type == "error":
                self.errors.append(node)

    def _read_at_rule(
        self, node: Node, selectors: tuple[str, ...], conditions: tuple[Condition, ...]
    ) -> None:
        text = tinycss2.serialize(node.prelude).strip().lower()
        condition = Condition(node.lower_at_keyword, text, tuple(node.prelude))
        self.conditions.append(condition)
        if node.content is None:
            return
        if condition.name in _RULES_INSIDE and not selectors:
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        else:
            inside = _block(node.content)
        self._read(inside, selectors, (*conditions, condition))


def tokens_in(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, also those inside functions and brackets, in the order of the text."""
    for node in nodes:
        yield node
        inner = getattr(node, "arguments", None) or getattr(node, "content", None)
        if isinstance(inner, list):
            yield from tokens_in(inner)


def _block(content: list[Node]) -> list[Node]:
    nodes: list[Node] = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return nodes


def _split(prelude: list[Node]) -> list[str]:
    """The selectors of a list, each with single blanks."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        elif node.type != "comment":
            parts[-1].append(node)
    return [" ".join(tinycss2.serialize(part).split()) for part in parts]


def _nested(outer: tuple[str, ...], inner: list[str]) -> tuple[str, ...]:
    if not outer:
        return tuple(inner)
    return tuple(
        selector.replace("&", parent) if "&" in selector else f"{parent} {selector}"
        for parent in outer
        for selector in inner
    )
