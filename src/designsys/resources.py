"""Where the components, tokens, docs sources and built assets are.

In a wheel they lie inside the package; in an editable install they are the
repository's top-level folders. Nothing else in designsys guesses a path, and
nothing here reads a file.
"""

from __future__ import annotations

import os

__all__ = ["assets", "components", "docs_site", "locales", "tokens"]

# os.path, not pathlib: ``import designsys`` must stay nearly as quick as ``import jinja2``.
_PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
_REPOSITORY = os.path.dirname(os.path.dirname(_PACKAGE))  # noqa: PTH120


def _folder(name: str) -> str:
    inside = os.path.join(_PACKAGE, "resources_", name)  # noqa: PTH118
    if os.path.isdir(inside):  # noqa: PTH112
        return inside
    return os.path.join(_REPOSITORY, name)  # noqa: PTH118


def components() -> str:
    """The folder whose sub-folders are the components."""
    return _folder("components")


def tokens() -> str:
    """The folder with ``designsys.resolver.json`` and the DTCG files."""
    return _folder("tokens")


def docs_site() -> str:
    """The folder with the documentation's own pages, templates and styles."""
    return _folder("docs_site")


def locales() -> str:
    """The folder with the compiled gettext catalogues of the words that macros print."""
    return os.path.join(_PACKAGE, "locales")  # noqa: PTH118


def assets() -> str:
    """The folder of ready-built CSS and JS to serve when a service builds none itself."""
    return os.path.join(_PACKAGE, "assets")  # noqa: PTH118
