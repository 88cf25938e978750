"""How a result is written: each report is one module here, found by being there.

A report that goes to a file offers ``render(result, language)``, and the command line
an option of the module's name; the console alone is written as it is shown.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol

from designsys.audit.findings import Result

__all__ = ["FileReport", "file_reports"]


class FileReport(Protocol):
    """What a module of this package offers to be written to a file."""

    def render(self, result: Result, language: str) -> str:
        """The whole file's text; ``language`` is ``"ja"`` or ``"en"``."""


def file_reports() -> dict[str, FileReport]:
    """The reports that go to a file, by name."""
    modules = {
        module.name: importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    }
    return {name: module for name, module in sorted(modules.items()) if hasattr(module, "render")}
