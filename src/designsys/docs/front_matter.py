"""Reads a Markdown file that opens with TOML between ``+++`` lines.

It knows nothing of what the keys mean, nor of Markdown.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from designsys.errors import DesignsysError

__all__ = ["Document", "read"]

_FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Document:
    """A text file in its two parts.

    :param meta: the TOML between the fences; empty when the file has none.
    :param body: the text after them.
    """

    meta: dict[str, Any]
    body: str

    @property
    def words(self) -> list[str]:
        """Spellings, readings and English names under which the page is to be found too."""
        return [str(word) for word in self.meta.get("words", ())]


def read(path: Path) -> Document:
    """The document in a file.

    :raises DesignsysError: when the file is missing, a fence is not closed or the TOML is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DesignsysError(
            en=f"{path} is missing: every page is written in Japanese and in English.",
            ja=f"{path} がありません。ページは日本語と英語の両方で書きます。",
        ) from None
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return Document({}, text)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if end is None:
        raise DesignsysError(
            en=f"{path}, line 1: '+++' is never closed; write '+++' after the front matter.",
            ja=f"{path} の1行目：「+++」が閉じていません。前書きのあとに「+++」を書いてください。",
        )
    try:
        meta = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        raise DesignsysError(
            en=f"{path}: the front matter is not valid TOML: {error}.",
            ja=f"{path}：前書きを TOML として読めません（{error}）。",
        ) from None
    return Document(meta, "\n".join(lines[end + 1 :]).strip("\n") + "\n")
