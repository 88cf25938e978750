"""Runs every rule over files and says where each fault stands.

What a fault is stands in the rules.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import designsys.styles.lint.rules as _rules
from designsys.errors import DesignsysError, message_language
from designsys.styles.lint.sheet import Fault, Sheet
from designsys.styles.lint.vocabulary import Vocabulary
from designsys.styles.source import read_source
from designsys.tokens import TokenSystem, properties

__all__ = ["Finding", "Rule", "lint_css", "rules"]

Rule = Callable[[Sheet, Vocabulary], Iterator[Fault]]


@dataclass(frozen=True, order=True)
class Finding:
    """A fault and its place.

    :param path: the file.
    :param line: from 1.
    :param column: from 1.
    :param rule: the rule's name, such as ``raw-color``.
    :param en: what is wrong and what to write, in English.
    :param ja: the same in Japanese.
    """

    path: str
    line: int
    column: int
    rule: str
    en: str
    ja: str

    def __str__(self) -> str:
        message = self.ja if message_language() == "ja" else self.en
        return f"{self.path}:{self.line}:{self.column}: {self.rule}: {message}"


def rules() -> dict[str, Rule]:
    """The rules by name: each module of :mod:`designsys.styles.lint.rules` with a function ``check``."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(_rules.__path__):
        found[module.name.replace("_", "-")] = importlib.import_module(
            f"{_rules.__name__}.{module.name}"
        ).check
    return found


def lint_css(paths: Iterable[Path], tokens: TokenSystem | None = None) -> list[Finding]:
    """The faults of CSS files, and of every ``.css`` file in folders, each file's in the order of its text.

    :param tokens: the tokens that may be used; None for designsys's own.
    :raises DesignsysError: when there is no such file, no CSS in a folder, or a file is not UTF-8.
    """
    vocabulary, checks = Vocabulary(properties(tokens)), rules()
    findings: list[Finding] = []
    for file in (file for path in paths for file in _files(path)):
        sheet = Sheet(read_source(file))
        findings += sorted(
            Finding(str(file), fault.node.source_line, fault.node.source_column, name, fault.en, fault.ja)
            for name, check in checks.items()
            for fault in check(sheet, vocabulary)
        )
    return findings


def _files(path: Path) -> list[Path]:
    files = sorted(path.rglob("*.css")) if path.is_dir() else [path]
    if not files:
        raise DesignsysError(en=f"{path} has no CSS file in it.", ja=f"{path} に CSS ファイルがありません。")
    return files
