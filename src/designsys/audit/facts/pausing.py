"""Whether a page offers a way to stop what moves, changes or sounds by itself.

Knows controls by their words, not by what they do: whether one works, a person has to try.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.page import LoadedPage

__all__ = ["find"]


def find(page: LoadedPage) -> None:
    """Let later scripts on the page, which must not have been loaded anew, ask ``pausing(element)``.

    It gives ``"offered"`` where a control anywhere speaks of stopping, ``"near"`` where one beside the element may do
    it, and ``""`` where there is none.
    """
    page.everywhere(
        importlib.resources.files(__package__ or "").joinpath("pausing.js").read_text(encoding="utf-8")
    )
