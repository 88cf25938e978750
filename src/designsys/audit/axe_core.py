"""Finds the axe-core file that runs in the pages; every engine is handed the same one.

It is only looked at, not run, here: whether its rules agree with ours is not known before a page is judged.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import re
from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["script"]

# The notice that the licence of axe-core asks every copy to keep.
_BANNER = re.compile(r"\s*/\*! axe v(\d+)\.\d+")
_OLDEST = 4


def script() -> Path:
    """The axe-core file: ``DESIGNSYS_AXE``, else the one that axe-playwright-python carries.

    :raises DesignsysError: ``DESIGNSYS_AXE`` names no axe-core 4, or the package is missing.
    """
    chosen = os.environ.get("DESIGNSYS_AXE")
    return _chosen(chosen) if chosen else _carried()


@functools.cache
def _chosen(name: str) -> Path:
    path = Path(name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        text = ""
    banner = _BANNER.match(text)
    if banner is None or int(banner[1]) < _OLDEST:
        raise DesignsysError(
            en=f"'{name}' is no axe-core {_OLDEST}: give --axe-script the axe.min.js of the npm package axe-core.",
            ja=f"「{name}」は axe-core {_OLDEST} ではありません。--axe-script には、npm パッケージ axe-core の axe.min.js を指定してください。",
        )
    return path.absolute()


@functools.cache
def _carried() -> Path:
    # The package itself is not imported: it reads the file in the console's encoding, and cp932 cannot.
    found = importlib.util.find_spec("axe_playwright_python")
    folders = (found.submodule_search_locations or []) if found else []
    for folder in folders:
        if (file := Path(folder, "axe.min.js")).is_file():
            return file
    raise DesignsysError(
        en="axe-core is missing: run pip install 'designsys[audit]'.",
        ja="axe-core がありません。pip install 'designsys[audit]' を実行してください。",
    )
