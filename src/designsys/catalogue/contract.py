"""Reads a contract file and finds what is wrong in it, with file and line.

It does not know what the values are for: :mod:`designsys.catalogue.component` gives them meaning.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from designsys.catalogue.schema import FIELDS, Field
from designsys.errors import DesignsysError, nearest

__all__ = ["CatalogueError", "read"]


class CatalogueError(DesignsysError):
    """A component's folder or contract is not as it must be."""


def read(path: Path) -> dict[str, Any]:
    """The contract's tables, checked against :data:`designsys.catalogue.schema.FIELDS`.

    :param path: the ``name.toml`` of a component.
    :raises CatalogueError: when it is missing, is not TOML, or breaks the schema: names file, line and cure.
    """
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        raise CatalogueError(
            en=f"{path} is missing: every component has a contract.",
            ja=f"{path} がありません。コンポーネントには契約ファイルが必要です。",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(
            en=f"{path}: not valid TOML: {error}.", ja=f"{path}：TOML として読めません（{error}）。"
        ) from None
    _Checker(path, text).table("component", tables, path.stem)
    return tables


class _Checker:
    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def table(self, kind: str, table: dict[str, Any], where: str) -> None:
        fields = FIELDS[kind]
        for key in table:
            if key not in fields:
                near = nearest(key, fields)
                self._fail(
                    key,
                    f"{where} has no key '{key}'" + (f"; did you mean '{near}'?" if near else "."),
                    f"{where} に「{key}」というキーはありません。"
                    + (f"「{near}」のことですか。" if near else ""),
                )
        for key, field in fields.items():
            if key in table:
                self._value(key, field, table[key], where)
            elif field.required:
                self._fail(where, f"{where} lacks '{key}'.", f"{where} に「{key}」がありません。")

    def _value(self, key: str, field: Field, value: Any, where: str) -> None:
        right = {
            "string": isinstance(value, str) and bool(value),
            "boolean": isinstance(value, bool),
            "integer": isinstance(value, int) and not isinstance(value, bool),
            "strings": isinstance(value, list) and all(isinstance(item, str) for item in value),
            "words": isinstance(value, dict)
            and set(value) == {"ja", "en"}
            and all(isinstance(word, str) and word for word in value.values()),
            "any": True,
        }.get(field.kind)
        if right is None:
            for number, table in enumerate(value if isinstance(value, list) else [None]):
                if not isinstance(table, dict):
                    self._fail(
                        key, f"{where}.{key} must be tables.", f"{where}.{key} は表の並びで書いてください。"
                    )
                self.table(field.kind, table, f"{where}.{key}[{table.get('name', number)}]")
        elif not right:
            self._fail(
                key,
                f"{where}.{key} must be {field.kind}, not {value!r}.",
                f"{where}.{key} は {field.kind} で書いてください（いまは {value!r}）。",
            )
        elif field.values and value not in field.values:
            allowed = ", ".join(field.values)
            self._fail(
                str(value),
                f"{where}.{key} is '{value}'; it must be one of {allowed}.",
                f"{where}.{key} の「{value}」は使えません。{allowed} のどれかにしてください。",
            )

    def _fail(self, needle: str, en: str, ja: str) -> None:
        last = re.split(r"[\[\].]", needle.rstrip("]"))[-1]
        line = next((n for n, text in enumerate(self.lines, 1) if last in text), 1)
        raise CatalogueError(en=f"{self.path}, line {line}: {en}", ja=f"{self.path} の {line} 行目：{ja}")
