"""Reads a source file as UTF-8, or says in one sentence why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["read_source"]


def read_source(path: Path) -> str:
    """The text of a file, without a byte order mark.

    :raises DesignsysError: when it is missing, may not be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DesignsysError(
            en=f"{path} is not UTF-8; save it as UTF-8.",
            ja=f"{path} は UTF-8 ではありません。UTF-8 で保存してください。",
        ) from None
    except OSError as error:
        raise DesignsysError(
            en=f"{path} cannot be read: {error.strerror}; check the path.",
            ja=f"{path} を読めません（{error.strerror}）。場所を確かめてください。",
        ) from None
