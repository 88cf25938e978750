"""The texts of each frame with the language that they are marked as, for the checks of languages.

Hidden texts, code and what is not to be translated are left out, and so is what comes after the 4000th block.
"""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from designsys.audit.page import LoadedPage

__all__ = ["Frame", "Text", "find"]


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in one block, in one marked part, or in one name that is only read out.

    :param place: its number in the frame.
    :param text: its first thousand characters or so.
    :param lang: the nearest ``lang``, empty where there is none.
    :param whole: whether that is the one of the whole page.
    """

    place: int
    text: str
    lang: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One document.

    :param key: by which the page finds the frame again.
    :param lang: the ``lang`` of its ``<html>``.
    :param texts: in the order of the document, names that are only read out and the title last.
    """

    key: str
    lang: str
    texts: tuple[Text, ...]

    def paths(self, page: LoadedPage, found: Sequence[Text]) -> list[Any]:
        """Where some of its texts are, in the form of axe's targets."""
        if not found:
            return []
        places = [text.place for text in found]
        answers = page.everywhere(f"globalThis.texts?.paths({json.dumps(self.key)}, {json.dumps(places)})")
        return next(filter(None, answers), [])


def find(page: LoadedPage) -> list[Frame]:
    """Every frame's texts; to be asked by ``page.fact(find)``.

    :raises Unjudged: the page does not answer.
    """
    page.everywhere(importlib.resources.files(__package__ or "").joinpath("texts.js").read_text("utf-8"))
    return [
        Frame(
            frame["key"],
            frame["page"],
            tuple(Text(place, **text) for place, text in enumerate(frame["texts"])),
        )
        for frame in page.everywhere("texts.find()")
        if frame
    ]
