"""The catalogue: every component's contract, read from its folder.

Documentation, checks of calls, lint, tests and editor data are all derived from what
stands here. Nothing in this package renders: see :mod:`designsys.rendering`.
"""

from designsys.catalogue.component import Block, Component, Key, Keyboard, Parameter
from designsys.catalogue.contract import CatalogueError
from designsys.catalogue.example import Example
from designsys.catalogue.folders import Catalogue, load
from designsys.catalogue.schema import json_schema

__all__ = [
    "Block",
    "Catalogue",
    "CatalogueError",
    "Component",
    "Example",
    "Key",
    "Keyboard",
    "Parameter",
    "json_schema",
    "load",
]
