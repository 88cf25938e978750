"""The documentation site: built from ``docs_site/`` and the catalogue, with our own macros.

It shows what is there; it judges nothing and changes no source.
"""

from designsys.docs.building import build
from designsys.docs.server import serve

__all__ = ["build", "serve"]
