"""Hatchling's build hook: what a wheel carries beside the Python files.

It compiles the word catalogues and builds the default assets, also for an editable
install; a wheel gets components, tokens and docs sources as well, its CSS and JavaScript
made small one by one, so that ``designsys build`` there needs no extra.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from designsys import __version__, catalogues, resources
from designsys.catalogue import load
from designsys.styles import bundle, write
from designsys.styles.minify import minify_css, minify_js

_BASES = ("designsys/styles/base.css", "designsys/styles/base.js")


class BuildHook(BuildHookInterface[Any]):
    """Prepares the files before Hatchling packs them, and clears up after it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files that git does not keep.

        :param version: ``"standard"`` for a wheel, ``"editable"`` for an install that reads the repository.
        :param build_data: told which further files belong to the wheel.
        """
        self._temporary: Path | None = None
        catalogues.compile_all(Path(resources.locales()))
        write(bundle(load()), Path(resources.assets()), __version__)
        if version == "editable":
            return
        # Not below the repository: a second build at the same time would meet it.
        self._temporary = Path(tempfile.mkdtemp(prefix="designsys-wheel-"))
        include: dict[str, str] = build_data["force_include"]
        components = self._temporary / "components"
        shutil.copytree(resources.components(), components)
        for base in _BASES:
            small = self._temporary / Path(base).name
            shutil.copy(Path(self.root, "src", base), small)
            include[str(small)] = base
        _make_small(self._temporary)
        include[str(components)] = "designsys/resources_/components"
        for folder in (resources.tokens(), resources.docs_site()):
            if Path(folder).is_dir():
                include[folder] = f"designsys/resources_/{Path(folder).name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for this wheel only."""
        if self._temporary is not None:
            shutil.rmtree(self._temporary)


def _make_small(folder: Path) -> None:
    for path in folder.rglob("*.css"):
        path.write_text(
            minify_css(path.read_text(encoding="utf-8"), path.name), encoding="utf-8", newline="\n"
        )
    for path in folder.rglob("*.js"):
        path.write_text(minify_js(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
