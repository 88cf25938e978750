"""The error of the tokens layer, and the place in a file that it points to.

Nothing here reads a file or decides what is wrong; it only words the place.
"""

from __future__ import annotations

from dataclasses import dataclass

from designsys.errors import DesignsysError, nearest

__all__ = ["Place", "TokenError", "hint"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a token file.

    :param file: the file's path, as it was given.
    :param line: line number from 1, or None when the file cannot be read.
    :param pointer: JSON Pointer as a URI fragment (RFC 6901 § 6), ``#`` for the whole file.
    """

    file: str
    line: int | None = None
    pointer: str = "#"

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        return f"{self.file}{line}" + ("" if self.pointer == "#" else f" ({self.pointer})")


class TokenError(DesignsysError):
    """A token file that breaks the format, or a colour that misses its contrast.

    :param en: what is wrong and what to write instead, in English.
    :param ja: the same in Japanese.
    :param place: where it stands; put in front of both sentences.
    """

    def __init__(self, *, en: str, ja: str, place: Place | None = None) -> None:
        front = f"{place}: " if place else ""
        super().__init__(en=front + en, ja=front + ja)
        self.place = place


def hint(given: str, allowed: list[str]) -> tuple[str, str]:
    """A closing question with the nearest allowed name, in English and Japanese; empty when none is near."""
    near = nearest(given, allowed)
    return (f" Did you mean '{near}'?", f"「{near}」のことですか。") if near else ("", "")
