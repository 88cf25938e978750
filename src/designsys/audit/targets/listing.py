"""Reads a list of targets from a text file: one a line, ``#`` begins a comment.

A ``#`` inside an address stays, since it may name a view of an app. Lists in lists are not read.
"""

from __future__ import annotations

import re
from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["listed"]

_COMMENT = re.compile(r"(?:^|\s)#.*")
_WEB = re.compile(r"(?:https?|file)://", re.IGNORECASE)


def listed(file: Path) -> list[str]:
    """The targets of a list; paths in it are relative to its folder.

    :raises DesignsysError: it cannot be read, is not UTF-8, or names nothing.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError:
        raise DesignsysError(
            en=f"the list '{file}' cannot be read: name a text file with one address a line.",
            ja=f"一覧「{file}」を読めません。1行に1つのアドレスを書いたテキストファイルを指定してください。",
        ) from None
    except UnicodeDecodeError:
        raise DesignsysError(
            en=f"the list '{file}' is not UTF-8: save it in UTF-8.",
            ja=f"一覧「{file}」がUTF-8ではありません。UTF-8で保存してください。",
        ) from None
    lines = [_COMMENT.sub("", line).strip() for line in text.splitlines()]
    found = [_target(line, file) for line in lines if line]
    if not found:
        raise DesignsysError(
            en=f"the list '{file}' names no page: write one address a line.",
            ja=f"一覧「{file}」にページがありません。1行に1つのアドレスを書いてください。",
        )
    return found


def _target(line: str, file: Path) -> str:
    if line.startswith("@"):
        raise DesignsysError(
            en=f"the list '{file}' names another list, '{line}': write the addresses themselves.",
            ja=f"一覧「{file}」が別の一覧「{line}」を指しています。アドレスを書いてください。",
        )
    return line if _WEB.match(line) else str(file.parent / line)
