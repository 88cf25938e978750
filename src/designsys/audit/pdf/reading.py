"""Opens a PDF and reads what it offers, with pypdf: pure Python, so that it installs on a closed network.

A file that is damaged, locked or no PDF is a reason, never another exception. Text is looked for on the first pages
only; whether it can be read out in order is not known.
"""

from __future__ import annotations

import io
import logging
from typing import Any

import pypdf
from pypdf.errors import DependencyError
from pypdf.generic import BooleanObject, DictionaryObject

from designsys.audit.pdf import Traits
from designsys.errors import DesignsysError

__all__ = ["LOOKED", "read"]

LOOKED = 10
"""How many pages are searched for text; a scan has none from its first page on."""

# What a damaged file gives rise to is told by us in one sentence, not by pypdf in many.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

# A viewer, too, looks for the header in the first kilobyte (ISO 32000-1, Annex H, note 13).
_HEAD = 1024


def read(body: bytes, shown: str) -> Traits:
    """What a PDF offers.

    :param body: the whole file.
    :param shown: what messages call it.
    :raises DesignsysError: it is no PDF, is locked by a password, or is damaged.
    """
    if b"%PDF-" not in body[:_HEAD]:
        raise DesignsysError(
            en=f"{shown} is no PDF: see that the link leads to the file itself.",
            ja=f"{shown} はPDFではありません。リンク先がPDFのファイルかを確かめてください。",
        )
    try:
        return _traits(pypdf.PdfReader(io.BytesIO(body)))
    # AES needs a library in C, which is not asked for: such files are rare among those for everybody.
    except (_Locked, DependencyError):
        raise DesignsysError(
            en=f"{shown} is locked by a password or a copy protection, so it could not be read; screen readers may be "
            "kept out too. Publish it without.",
            ja=f"{shown} はパスワードや複製の制限で保護されていて、調べられません。"
            "読み上げソフトにも読めないことがあります。保護を外して公開してください。",
        ) from None
    # A damaged file can make pypdf raise anything, up to RecursionError.
    except Exception:
        raise DesignsysError(
            en=f"{shown} is a damaged PDF: export it anew.",
            ja=f"{shown} は壊れたPDFです。作り直してください。",
        ) from None


class _Locked(Exception):
    """The empty password does not open it."""


def _traits(reader: pypdf.PdfReader) -> Traits:
    _unlock(reader)
    root = reader.root_object
    tree = _of(root, "/StructTreeRoot")
    return Traits(
        pages=len(reader.pages),
        tagged=_is_true(_of(_of(root, "/MarkInfo"), "/Marked")) and bool(_of(tree, "/K")),
        language=str(_of(root, "/Lang") or "").strip(),
        title=_title(reader),
        shows_title=_is_true(_of(_of(root, "/ViewerPreferences"), "/DisplayDocTitle")),
        text=_text(reader),
        bookmarks=_of(_of(root, "/Outlines"), "/First") is not None,
    )


def _unlock(reader: pypdf.PdfReader) -> None:
    """Open what the empty password opens, as viewers do: copying may be forbidden, reading is not."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Locked


def _of(holder: object, key: str) -> Any:
    """An entry of a dictionary, references followed; None where there is neither."""
    return holder[key] if isinstance(holder, DictionaryObject) and key in holder else None


def _is_true(value: object) -> bool:
    return isinstance(value, BooleanObject) and bool(value.value)


def _title(reader: pypdf.PdfReader) -> str:
    """The title of the metadata (XMP), or else of the older document information."""
    xmp = reader.xmp_metadata
    titles = (xmp.dc_title or {}) if xmp else {}
    told = next(iter(titles.values()), "") or (reader.metadata.title if reader.metadata else "")
    return " ".join(str(told or "").split())


def _text(reader: pypdf.PdfReader) -> str:
    held = [bool(page.extract_text().strip()) for page in reader.pages[:LOOKED]]
    return "all" if all(held) and held else "some" if any(held) else "none"
