"""designsys: accessible components for public services, as Jinja macros.

:func:`install` is the whole set-up; the rest of the package is imported where it is needed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from designsys import resources
from designsys.errors import DesignsysError

if TYPE_CHECKING:
    from designsys.rendering import ContractError, install, use_locale

__all__ = ["ContractError", "DesignsysError", "__version__", "install", "resources", "use_locale"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # Jinja takes longer to import than 'designsys tokens build' to run, which needs none of it.
    if name in ("ContractError", "install", "use_locale"):
        return getattr(importlib.import_module("designsys.rendering"), name)
    raise AttributeError(f"module 'designsys' has no attribute '{name}'")
