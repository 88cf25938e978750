"""Notices that files under some folders have changed, by their times.

It looks when asked and needs no library, so that it works alike on every system.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

__all__ = ["Watcher"]

_IGNORED = {"__pycache__", "node_modules"}


class Watcher:
    """Remembers the files under some folders.

    :param folders: the folders; one that is not there has no files.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._seen = self._look()

    def changed(self) -> set[Path]:
        """The files that were written, added or removed since the last call."""
        now = self._look()
        changed = {path for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)}
        self._seen = now
        return changed

    def _look(self) -> dict[Path, tuple[int, int]]:
        found = {}
        for folder in self._folders:
            for path in folder.rglob("*"):
                # Editors write swap files beside; a dot in front marks them.
                if path.name.startswith(".") or path.name.endswith("~") or _IGNORED & set(path.parts):
                    continue
                try:
                    stat = path.stat()
                except OSError:
                    continue
                if path.is_file():
                    found[path] = (stat.st_mtime_ns, stat.st_size)
        return found
