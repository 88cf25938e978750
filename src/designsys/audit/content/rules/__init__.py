"""The content rules: each is one module here, found by being there.

A rule offers its ``ID``, the WCAG ``CRITERIA`` that it serves, the ``CERTAINTY`` of what it finds, and ``find``;
its docstring says why it is one. It sees text and tags only, never a layout.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Protocol

from designsys.audit.content.findings import Seen
from designsys.audit.content.fragment import Fragment

__all__ = ["Rule", "all_rules"]


class Rule(Protocol):
    """What a module of this package has to offer.

    ``CRITERIA`` is empty where no criterion asks for it: then ``CERTAINTY`` is advice.
    """

    ID: str
    CRITERIA: tuple[str, ...]
    CERTAINTY: str

    def find(self, fragment: Fragment, words: Mapping[str, str]) -> Iterator[Seen]:
        """What is wrong in a fragment.

        :param words: a city's own words, each with the one that it writes instead.
        """


def all_rules() -> list[Rule]:
    """Every rule, in the order of their names."""
    found = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in found]
