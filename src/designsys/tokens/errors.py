"""The errors of the tokens layer, and the place in a file that each points to.

Nothing here reads a file or decides what is wrong; it words places, and keeps faults together
so that all of a file's are told in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from designsys.errors import DesignsysError, nearest

__all__ = ["Faults", "Place", "TokenError", "TokenErrors", "hint", "near_name"]

_MOST = 20
"""How many faults are told one by one; a file of another format has thousands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a token file.

    :param file: the file's path, as it was given.
    :param line: line number from 1, or None when the file cannot be read.
    :param pointer: JSON Pointer as a URI fragment (RFC 6901 § 6), ``#`` for the whole file.
    :param frame: the line and its neighbours, numbered; empty when there is no text to show.
    """

    file: str
    line: int | None = None
    pointer: str = "#"
    frame: str = field(default="", compare=False, repr=False)

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

    @property
    def faults(self) -> tuple[TokenError, ...]:
        """What is wrong, one by one: this error alone, unless there are several (:class:`TokenErrors`)."""
        return (self,)

    @property
    def frame(self) -> str:
        """The line in the file with its neighbours, numbered; empty when there is none to show."""
        return self.place.frame if self.place else ""


class TokenErrors(TokenError):
    """Several faults, the first 20 of them told one by one.

    :param faults: two or more.
    """

    def __init__(self, faults: tuple[TokenError, ...]) -> None:
        self._faults = faults
        more = len(faults) - _MOST
        told = [f"{fault.en}\n{fault.frame}".rstrip("\n") for fault in faults[:_MOST]]
        told_ja = [f"{fault.ja}\n{fault.frame}".rstrip("\n") for fault in faults[:_MOST]]
        super().__init__(
            en="\n".join([f"{len(faults)} faults:", *told, *([f"and {more} more."] if more > 0 else [])]),
            ja="\n".join(
                [f"{len(faults)} 件の誤り:", *told_ja, *([f"ほかに {more} 件。"] if more > 0 else [])]
            ),
        )
        self.place = faults[0].place

    @property
    def faults(self) -> tuple[TokenError, ...]:
        """What is wrong, one by one, without a limit."""
        return self._faults

    @property
    def frame(self) -> str:
        """Empty: each fault's own stands below it."""
        return ""


class Faults:
    """Collects what is wrong, so that reading goes on to the next fault."""

    def __init__(self) -> None:
        self._found: dict[str, TokenError] = {}

    def add(self, *errors: TokenError) -> None:
        """Note errors; one that is known already is passed over."""
        for error in errors:
            for fault in error.faults:
                self._found.setdefault(fault.en, fault)

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note the error that the block raises, and go on behind the block."""
        try:
            yield
        except TokenError as error:
            self.add(error)

    def __bool__(self) -> bool:
        """Whether anything was noted."""
        return bool(self._found)

    def refuse(self) -> None:
        """Raise what was noted, if anything was.

        :raises TokenError: the one fault, or a :class:`TokenErrors` of all.
        """
        found = tuple(self._found.values())
        if found:
            raise found[0] if len(found) == 1 else TokenErrors(found)


def near_name(given: str, allowed: Iterable[str]) -> str | None:
    """The allowed name nearest to what was given, capitals and small letters being alike; None when none is near."""
    names: dict[str, str] = {}
    for name in allowed:
        names.setdefault(name.casefold(), name)
    near = nearest(given.casefold(), names)
    return None if near is None else names[near]


def hint(given: str, allowed: Iterable[str]) -> tuple[str, str]:
    """A closing question with the nearest allowed name, in English and Japanese; empty when none is near."""
    near = near_name(given, allowed)
    return (f" Did you mean '{near}'?", f"「{near}」のことですか。") if near else ("", "")
