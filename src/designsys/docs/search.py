"""Builds the search index over the finished pages, with Pagefind.

Only its index and ``pagefind.js`` are used: the field and the list of results are ours.
What people call a page (the ``words`` of its front matter) is indexed as :func:`token`.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["index", "token"]

_LETTERS = "abcdefghijklmnop"
_KATAKANA, _TO_HIRAGANA = range(0x30A1, 0x30F7), 0x60


def token(word: str) -> str:
    """A word as one run of Latin letters, four a character: alike for every width, case and kind of kana.

    Pagefind parts Japanese by Lindera in the index and by ``Intl.Segmenter`` in a query, and
    the two disagree on readings and loan words (Pagefind issue 1237). Latin letters neither parts.
    ``docs_site/js/search.js`` writes a query the same way; the start of a word finds it too.
    """
    folded = "".join(unicodedata.normalize("NFKC", word).lower().split())
    units = (ord(letter) - (_TO_HIRAGANA if ord(letter) in _KATAKANA else 0) for letter in folded)
    return "".join(_LETTERS[int(digit, 16)] for unit in units for digit in f"{unit & 0xFFFF:04x}")


def index(site: Path) -> None:
    """Index every page that has ``data-pagefind-body``, one index a language.

    :param site: the folder of the built site; the index goes to ``pagefind/`` in it.
    :raises DesignsysError: when Pagefind is missing or fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if run.returncode == 0:
        return
    if "No module named pagefind" in run.stderr:
        raise DesignsysError(
            en="the search index needs Pagefind: run pip install 'designsys[docs]'.",
            ja="検索の索引には Pagefind が要ります。pip install 'designsys[docs]' を実行してください。",
        )
    said = " ".join((run.stderr or run.stdout).split())[-300:]
    raise DesignsysError(
        en=f"Pagefind could not index {site}: {said}",
        ja=f"Pagefind が {site} の索引を作れませんでした：{said}",
    )
