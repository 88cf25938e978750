"""JSON files, read so that any place in them can be told by line.

It knows JSON and nothing of tokens. Lines are looked up only when somebody asks,
so a file without faults costs no more than the standard library's parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, NoReturn

from designsys.tokens.errors import Place, TokenError
from designsys.tokens.pointer import Path, format_pointer

__all__ = ["Document"]

_LEXEME = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


class _DuplicateKey(Exception):
    pass


class Document:
    """A JSON file whose root is an object.

    :param path: the file, in UTF-8 (a byte order mark is passed over).
    :raises TokenError: when it is missing, is not UTF-8 or JSON, repeats a key in one object,
        or its root is not an object.
    """

    def __init__(self, path: FilePath) -> None:
        self.path = path
        self._text = self._read()
        self.data: dict[str, Any] = self._parse()

    def place(self, path: Path = ()) -> Place:
        """The place of a path in this file; of the nearest part above it when the path is not there."""
        found = [(len(at), offset) for at, offset in _offsets(self._text) if at == path[: len(at)]]
        _, offset = max(found, key=lambda item: item[0], default=(0, 0))
        return Place(str(self.path), self._text.count("\n", 0, offset) + 1, format_pointer(path))

    def _read(self) -> str:
        whole = Place(str(self.path))
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise TokenError(
                en="this file is not UTF-8; save it as UTF-8.",
                ja="UTF-8 ではありません。UTF-8 で保存してください。",
                place=whole,
            ) from None
        except OSError:
            raise TokenError(
                en="there is no such file to read; check the path.",
                ja="このファイルは読めません。場所を確かめてください。",
                place=whole,
            ) from None

    def _parse(self) -> dict[str, Any]:
        try:
            data = json.loads(self._text, object_pairs_hook=_unique, parse_constant=_no_constant)
        except _DuplicateKey:
            self._refuse_duplicate()
        except json.JSONDecodeError as error:
            raise TokenError(
                en=f"this is not JSON (column {error.colno}: {error.msg}).",
                ja=f"JSON として読めません（{error.colno} 字目: {error.msg}）。",
                place=Place(str(self.path), error.lineno),
            ) from None
        except (ValueError, RecursionError) as error:
            reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
            raise TokenError(
                en=f"this is not JSON ({reason}).",
                ja=f"JSON として読めません（{reason}）。",
                place=Place(str(self.path)),
            ) from None
        if not isinstance(data, dict):
            raise TokenError(
                en="a token file is a JSON object; write { … } around it.",
                ja="トークンのファイルは JSON のオブジェクトです。全体を { … } で囲んでください。",
                place=Place(str(self.path), 1),
            )
        return data

    def _refuse_duplicate(self) -> NoReturn:
        seen: dict[Path, int] = {}
        for path, offset in _offsets(self._text):
            line = self._text.count("\n", 0, offset) + 1
            if path in seen:
                raise TokenError(
                    en=f"'{path[-1]}' stands here a second time (first in line {seen[path]}); keep one of them.",
                    ja=f"「{path[-1]}」は {seen[path]} 行目にもあります。どちらかを消してください。",
                    place=Place(str(self.path), line, format_pointer(path)),
                )
            seen[path] = line
        raise AssertionError("a duplicate key that the parser saw is not in the text")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _DuplicateKey
    return result


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _offsets(text: str) -> Iterator[tuple[Path, int]]:
    """Path and offset of every member and array item, in the order of the text."""
    path: list[str | None] = []
    is_array: list[bool] = []
    awaits_key = False
    for match in _LEXEME.finditer(text):
        lexeme = match[0]
        if lexeme in "}]":
            path.pop()
            is_array.pop()
        elif lexeme == ",":
            awaits_key = not is_array[-1]
            if is_array[-1]:
                path[-1] = str(int(path[-1] or 0) + 1)
        elif lexeme == ":":
            awaits_key = False
        elif awaits_key:
            path[-1] = json.loads(lexeme)
            yield tuple(name for name in path if name is not None), match.start()
        else:
            if is_array and is_array[-1]:
                yield tuple(name for name in path if name is not None), match.start()
            if lexeme in "{[":
                is_array.append(lexeme == "[")
                path.append("0" if lexeme == "[" else None)
                awaits_key = lexeme == "{"
