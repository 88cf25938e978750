"""Text that its box, or the window, cuts off where nobody can scroll to it.

It tells what is cut now and was not at first. Whether a button beside it opens the rest, it does not know.
"""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from typing import Any

from designsys.audit.page import LoadedPage

__all__ = ["Cut", "cut_text", "may_cut", "remember"]


@dataclass(frozen=True, slots=True)
class Cut:
    """Text that a box cuts off.

    :param path: the box.
    :param text: the beginning of the text.
    :param axis: ``"y"`` where lines are missing, ``"x"`` where their ends are.
    :param lines: how many lines are cut by more than half, or at their end.
    :param newly: False where it was cut already when :func:`remember` was called.
    :param shortened: the cut is marked, by an ellipsis or a number of lines.
    :param first: not even the first line shows.
    :param overflowing: the text sticks out of its own block, which itself has room in the box.
    :param window: the window cuts it, not a box.
    """

    path: list[Any]
    text: str
    axis: str
    lines: int
    newly: bool
    shortened: bool
    first: bool
    overflowing: bool
    window: bool


def may_cut(page: LoadedPage) -> bool:
    """Whether the page has a box at all that could cut text in another width or with wider spacing.

    :raises Unjudged: the page does not answer, and so do the others.
    """
    _load(page)
    return any(page.everywhere("clipping.possible()"))


def remember(page: LoadedPage) -> None:
    """Take what is cut now for what was cut at first."""
    _load(page)
    page.everywhere("clipping.remember()")


def cut_text(page: LoadedPage) -> list[Cut]:
    """One entry a box that cuts text now, newly cut text first."""
    _load(page)
    return [
        Cut(
            path=seen["path"],
            text=seen["text"],
            axis=seen["axis"],
            lines=seen["lines"],
            newly=seen["newly"],
            shortened=seen["shortened"],
            first=seen.get("first", False),
            overflowing=seen.get("overflowing", False),
            window=seen["window"],
        )
        for seen in page.observe("clipping.found()")
    ]


def _load(page: LoadedPage) -> None:
    page.everywhere(importlib.resources.files(__package__ or "").joinpath("clipping.js").read_text("utf-8"))
