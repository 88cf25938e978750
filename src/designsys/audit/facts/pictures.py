"""Which of the images that are seen are pictures of lines of letters, by their pixels.

At most thirty are looked at, in the top frame, and only letters on an even ground are known: those on photographs and
those of images that another site does not let read are not.
"""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass

from designsys.audit.page import LoadedPage

__all__ = ["Picture", "find"]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that is seen.

    :param place: its number, by which ``pictures.elements()`` has it.
    :param lines: how many lines of letters it is made of; 0 where it is no picture of letters.
    :param svg_text: whether it is an SVG picture with text in it.
    :param ground: whether it is the background of an element without text.
    """

    place: int
    lines: int
    svg_text: bool
    ground: bool


def find(page: LoadedPage) -> list[Picture]:
    """The images with letters; ``pictures`` stays in the page for the scripts of checks.

    :raises Unjudged: the page does not answer.
    """
    page.evaluate(importlib.resources.files(__package__ or "").joinpath("pictures.js").read_text("utf-8"))
    found = [
        Picture(one["place"], one["lines"], one["svgText"], one["ground"])
        for one in page.settle("pictures.find()")
    ]
    return [picture for picture in found if picture.lines or picture.svg_text]
