"""Writes a bundle under names that carry the files' hashes, and the manifest that tells them.

A server may then let browsers keep the files for ever. Only files of an earlier
manifest are ever removed; the folder may hold anything else.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from designsys.errors import DesignsysError
from designsys.styles.bundle import Bundle

__all__ = ["MANIFEST", "write"]

MANIFEST = "manifest.json"
"""The file that says under which names the others were written; ``page.jinja`` reads it."""


def write(bundle: Bundle, folder: Path, version: str) -> dict[str, str]:
    """Write ``designsys.<hash>.css``, ``designsys.<hash>.js`` and ``manifest.json``.

    The same bundle gives the same names on every machine.

    :param folder: made when it is not there.
    :param version: designsys's version, kept in the manifest.
    :returns: the files' names by their plain names: ``{"designsys.css": "designsys.1f0a….css", …}``.
    :raises DesignsysError: when the folder cannot be written.
    """
    files: dict[str, str] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stale = _written_before(folder)
        for suffix, text in (("css", bundle.css), ("js", bundle.js)):
            content = text.encode("utf-8")
            name = f"designsys.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
            # Bytes, not text: Windows would write other line ends, and the name would no longer fit.
            (folder / name).write_bytes(content)
            files[f"designsys.{suffix}"] = name
        manifest = {
            "version": version,
            "components": bundle.components,
            "themes": bundle.themes,
            "files": files,
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        (folder / MANIFEST).write_bytes(text.encode("utf-8"))
        for name in stale - set(files.values()):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise DesignsysError(
            en=f"{folder} cannot be written: {error.strerror}; give another folder to --out.",
            ja=f"{folder} に書きこめません（{error.strerror}）。--out に別のフォルダーを指定してください。",
        ) from None
    return files


def _written_before(folder: Path) -> set[str]:
    """The files of the former manifest; a manifest that somebody else wrote names none of ours."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {name for name in files.values() if Path(name).name == name and name.startswith("designsys.")}
    except (FileNotFoundError, ValueError, KeyError, AttributeError, TypeError):
        return set()
