"""Builds the search index over the finished pages, with Pagefind.

Only its index and ``pagefind.js`` are used: the field and the list of results are ours.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["index"]


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
