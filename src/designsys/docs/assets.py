"""Writes the files that every page links: our bundle, the site's own style and script, pictures.

Names carry hashes, as those of ``designsys build`` do.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from designsys import __version__
from designsys.docs.site import Site
from designsys.docs.swatches import swatch_rules
from designsys.styles import bundle, write
from designsys.styles.minify import minify_css, minify_js

__all__ = ["BUNDLE", "Assets"]

BUNDLE = "assets/designsys"
"""Where our own bundle lies, from the site's root."""

_LIVE = "live.js"


class Assets:
    """The assets of one build.

    :param site: what they are made from.
    :param out: the site's folder.
    """

    def __init__(self, site: Site, out: Path) -> None:
        self._site = site
        self._out = out
        self._names: dict[str, str] = {}

    def path(self, name: str) -> str:
        """Where ``designsys.css``, ``docs.css``, ``docs.js`` or ``live.js`` was written, from the site's root."""
        return f"assets/{self._names[name]}"

    def write_styles(self) -> None:
        """Write our bundle and the site's own style sheet.

        :raises DesignsysError: when a style sheet does not parse.
        """
        made = bundle(self._site.catalogue, tokens=self._site.tokens)
        files = write(made, self._out / BUNDLE, __version__)
        self._names["designsys.css"] = f"designsys/{files['designsys.css']}"
        sheets = [minify_css(_read(path), str(path)).strip() for path in self._sources("css")]
        self._write("docs.css", "\n".join([*sheets, swatch_rules(self._site.foundations.tokens.values())]))

    def write_rest(self) -> None:
        """Write the site's scripts and pictures."""
        # Each file in a block of its own: two may each have a ``const list``.
        scripts = [
            f"{{{minify_js(_read(path)).strip()}\n}}\n" for path in self._sources("js") if path.name != _LIVE
        ]
        self._write("docs.js", "".join(scripts))
        self._write(_LIVE, _read(self._site.source / "js" / _LIVE))
        shutil.copytree(self._site.source / "images", self._out / "assets" / "images", dirs_exist_ok=True)

    def _sources(self, kind: str) -> list[Path]:
        return sorted((self._site.source / kind).glob(f"*.{kind}"))

    def _write(self, name: str, text: str) -> None:
        stem, _, suffix = name.rpartition(".")
        hashed = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{suffix}"
        folder = self._out / "assets"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashed).write_text(text, encoding="utf-8", newline="\n")
        stale = self._names.get(name)
        if stale not in (None, hashed):
            (folder / str(stale)).unlink(missing_ok=True)
        self._names[name] = hashed


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
