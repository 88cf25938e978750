"""JSON files, read so that any place in them can be told by line.

It knows JSON and nothing of tokens. Lines are looked up only when somebody asks,
so a file without faults costs no more than the standard library's parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, NoReturn

from designsys.tokens.errors import Place, TokenError
from designsys.tokens.pointer import Path, format_pointer

__all__ = ["Document"]

_LEXEME = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


# Two such escapes side by side are one character; one alone is none, and cannot be written to any file.
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Document:
    """A JSON file whose root is an object.

    :param path: the file, in UTF-8 (a byte order mark is passed over).
    :param text: its text, for a document that was made and lies in no file; ``path`` then only names it.
    :raises TokenError: when it is missing, is not UTF-8 or JSON, or its root is not an object.
    """

    def __init__(self, path: FilePath, text: str | None = None) -> None:
        self.path = path
        self._text = self._read() if text is None else text
        self._repeats = False
        self.data: dict[str, Any] = self._parse()

    def place(self, path: Path = ()) -> Place:
        """The place of a path in this file; of the nearest part above it when the path is not there."""
        above = path
        while above and above not in self._lines_of:
            above = above[:-1]
        return self._place(self._lines_of.get(above, 1), format_pointer(path))

    @cached_property
    def duplicates(self) -> tuple[TokenError, ...]:
        """The keys that stand twice in one object; JSON keeps the last of them and says nothing."""
        if not self._repeats:
            return ()
        seen: dict[Path, int] = {}
        told: set[Path] = set()
        found = []
        for path, line in _lines(self._text):
            if path in seen and path[:-1] not in told:
                found.append(
                    TokenError(
                        en=f"'{path[-1]}' stands here a second time (first in line {seen[path]}); keep one of them.",
                        ja=f"「{path[-1]}」は {seen[path]} 行目にもあります。どちらかを消してください。",
                        place=self._place(line, format_pointer(path)),
                    )
                )
            # What stands in an object that is told of already is no fault of its own.
            if path in seen or path[:-1] in told:
                told.add(path)
            seen.setdefault(path, line)
        return tuple(found)

    @cached_property
    def _lines_of(self) -> dict[Path, int]:
        return dict(_lines(self._text))

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _place(self, line: int, pointer: str = "#") -> Place:
        return Place(str(self.path), line, pointer, _frame(self._lines, line))

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
            data = json.loads(self._text, object_pairs_hook=self._object, parse_constant=_no_constant)
        except json.JSONDecodeError as error:
            raise TokenError(
                en=f"this is not JSON (column {error.colno}: {error.msg}).",
                ja=f"JSON として読めません（{error.colno} 字目: {error.msg}）。",
                place=self._place(error.lineno),
            ) from None
        except (ValueError, RecursionError) as error:
            reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
            raise TokenError(
                en=f"this is not JSON ({reason}).",
                ja=f"JSON として読めません（{reason}）。",
                place=Place(str(self.path)),
            ) from None
        if _SURROGATE.search(self._text) and (found := _broken_text(data)):
            raise TokenError(
                en=f"{found[0]!r} holds half of a character (\\ud800 to \\udfff alone); write the whole one.",
                ja=f"{found[0]!r} に文字の半分（単独の \\ud800〜\\udfff）があります。文字全体を書いてください。",
                place=self.place(found[1]),
            )
        if not isinstance(data, dict):
            raise TokenError(
                en="a token file is a JSON object; write { … } around it.",
                ja="トークンのファイルは JSON のオブジェクトです。全体を { … } で囲んでください。",
                place=self._place(1),
            )
        return data

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        self._repeats = self._repeats or len(result) != len(pairs)
        return result


def _broken_text(value: object, path: Path = ()) -> tuple[str, Path] | None:
    """The first text in a JSON value that holds half of a character, and its path; of a name, that of its object."""
    if isinstance(value, str):
        return (value, path) if any("\ud800" <= mark <= "\udfff" for mark in value) else None
    names = value if isinstance(value, dict) else ()
    if found := next(filter(None, (_broken_text(name, path) for name in names)), None):
        return found
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return next(filter(None, (_broken_text(part, (*path, str(name))) for name, part in parts)), None)


def _frame(lines: list[str], line: int) -> str:
    """A line between its neighbours, numbered, with a mark at it."""
    shown = range(max(1, line - 1), min(len(lines), line + 1) + 1)
    width = len(str(shown[-1]))
    return "\n".join(
        f"{'>' if number == line else ' '} {number:{width}} | {_cut(lines[number - 1])}" for number in shown
    )


def _cut(line: str) -> str:
    # A minified file is one line of megabytes.
    line = line.rstrip("\r")
    return line if len(line) <= 120 else line[:119] + "…"


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    """Path and line number of every member and array item, in the order of the text."""
    path: list[str | None] = []
    is_array: list[bool] = []
    awaits_key = False
    line, counted = 1, 0
    for match in _LEXEME.finditer(text):
        lexeme = match[0]
        line, counted = line + text.count("\n", counted, match.start()), match.start()
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
            yield tuple(name for name in path if name is not None), line
        else:
            if is_array and is_array[-1]:
                yield tuple(name for name in path if name is not None), line
            if lexeme in "{[":
                is_array.append(lexeme == "[")
                path.append("0" if lexeme == "[" else None)
                awaits_key = lexeme == "{"
