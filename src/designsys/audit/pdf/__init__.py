"""The PDFs that the judged pages link to: what each offers to people who do not read it by eye alone.

The data only: :mod:`.reading` opens one file, :mod:`.listing` fetches them all, :mod:`.wording` puts them in words.
A list for a person to work through, never a failure: whether the tags of a PDF are right cannot be known here.
"""

from __future__ import annotations

from dataclasses import dataclass

from designsys.errors import DesignsysError

__all__ = ["LinkedPdf", "Traits"]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a PDF offers (PDF/UA-1; WCAG techniques PDF2, PDF6, PDF16, PDF18).

    :param pages: how many it has.
    :param tagged: whether it says that it is tagged and has a tree of tags.
    :param language: its language, such as ``"ja-JP"``; empty when it tells none.
    :param title: its title; empty when it has none.
    :param shows_title: whether viewers are asked to show the title instead of the file's name.
    :param text: of the pages that were looked at, whether ``"all"``, ``"some"`` or ``"none"`` hold text; those
        without are pictures of text, or empty.
    :param bookmarks: whether it has any.
    """

    pages: int
    tagged: bool
    language: str
    title: str
    shows_title: bool
    text: str
    bookmarks: bool


@dataclass(frozen=True, slots=True)
class LinkedPdf:
    """One PDF that judged pages link to.

    :param shown: what reports call it.
    :param linked_from: the pages that link to it, as reports call them.
    :param traits: what it offers; None when that could not be found out.
    :param reason: why not; None when it could.
    """

    shown: str
    linked_from: tuple[str, ...]
    traits: Traits | None = None
    reason: DesignsysError | None = None
