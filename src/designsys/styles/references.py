"""What one template names: other templates, what it imports from them, and how it uses that.

It reads one file's syntax tree; which template a name leads to is :mod:`designsys.styles.usage`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from designsys.errors import DesignsysError
from designsys.styles.source import read_source

__all__ = ["Delimiters", "References", "read_references"]

# Tags that services commonly have; any other one cannot be parsed, and is named.
_EXTENSIONS = ("jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.debug")


@dataclass(frozen=True)
class Delimiters:
    """What marks blocks and variables in a service's templates; Jinja's own by default."""

    block_start: str = "{%"
    block_end: str = "%}"
    variable_start: str = "{{"
    variable_end: str = "}}"


class References:
    """The names in one template.

    :param tree: its syntax tree.
    """

    def __init__(self, tree: nodes.Template) -> None:
        self._tree = tree
        self.templates: list[str] = []
        self.ignorable: set[str] = set()
        self._imports = list(tree.find_all(nodes.Import))
        self._from_imports = list(tree.find_all(nodes.FromImport))
        self._accesses: list[nodes.Getattr | nodes.Getitem] = [
            *tree.find_all(nodes.Getattr),
            *tree.find_all(nodes.Getitem),
        ]
        self._unnamed: list[tuple[int, str]] = []
        for tag in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            self._add(tag)

    def _add(self, tag: nodes.Node) -> None:
        expression: nodes.Expr = tag.template  # type: ignore[attr-defined]
        names = list(_constants(expression))
        for name in names:
            if name is None:
                self._unnamed.append((tag.lineno, f"{{% {_word(tag)} … %}}"))
            else:
                self.templates.append(name)
        if isinstance(tag, nodes.Include):
            # Of a list, Jinja takes the first that is there; the rest may be missing.
            if tag.ignore_missing or len(names) > 1:
                self.ignorable.update(name for name in names if name)
            if "designsys.jinja" in names:
                self._unnamed.append((tag.lineno, '{% include "designsys.jinja" %}'))

    def aliases(self, template: str) -> set[str]:
        """The names that ``{% import template as … %}`` gives."""
        return {tag.target for tag in self._imports if template in _constants(tag.template)}

    def imported(self, template: str) -> Iterator[str]:
        """The names that ``{% from template import … %}`` takes, as they are called there."""
        for tag in self._from_imports:
            if template in _constants(tag.template):
                yield from (name if isinstance(name, str) else name[0] for name in tag.names)

    def attributes(self, aliases: set[str]) -> Iterator[str]:
        """What is taken from an imported template: ``x`` of ``ds.x`` and of ``ds["x"]``."""
        yield from filter(None, (_taken(access, aliases) for access in self._accesses))

    def dynamic(self, aliases: set[str]) -> Iterator[tuple[int, str]]:
        """Line and wording of each place where the name is not written in the template."""
        yield from self._unnamed
        sure = {id(access.node) for access in self._accesses if _taken(access, aliases)}
        for name in self._tree.find_all(nodes.Name):
            if name.name in aliases and name.ctx == "load" and id(name) not in sure:
                yield name.lineno, f"{name.name}[…]"


@lru_cache(maxsize=1024)
def read_references(path: Path, delimiters: Delimiters) -> References:
    """The names in the template at ``path``.

    :raises DesignsysError: when it is not UTF-8 or does not parse.
    """
    environment = Environment(
        block_start_string=delimiters.block_start,
        block_end_string=delimiters.block_end,
        variable_start_string=delimiters.variable_start,
        variable_end_string=delimiters.variable_end,
        extensions=_EXTENSIONS,
    )
    try:
        tree = environment.parse(read_source(path), filename=str(path))
    except TemplateSyntaxError as error:
        raise DesignsysError(
            en=f"{path}:{error.lineno}: this template cannot be read: {error.message}",
            ja=f"{path}:{error.lineno}：テンプレートとして読めません（{error.message}）。",
        ) from None
    return References(tree)


def _constants(expression: nodes.Expr) -> Iterator[str | None]:
    """The names that an expression may give; None for what only the running page knows."""
    if isinstance(expression, nodes.CondExpr):
        yield from _constants(expression.expr1)
        if expression.expr2 is not None:
            yield from _constants(expression.expr2)
    elif isinstance(expression, (nodes.List, nodes.Tuple)):
        for item in expression.items:
            yield from _constants(item)
    else:
        yield _constant(expression)


def _constant(expression: nodes.Expr) -> str | None:
    try:
        value = expression.as_const()
    except nodes.Impossible:
        return None
    return value if isinstance(value, str) else None


def _taken(access: nodes.Getattr | nodes.Getitem, aliases: set[str]) -> str | None:
    if not isinstance(access.node, nodes.Name) or access.node.name not in aliases:
        return None
    return access.attr if isinstance(access, nodes.Getattr) else _constant(access.arg)


def _word(tag: nodes.Node) -> str:
    return {"Extends": "extends", "Include": "include", "FromImport": "from"}.get(
        type(tag).__name__, "import"
    )
