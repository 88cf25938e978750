"""Reads the items that a ``repeat_group`` sends, numbered anew after one was added or removed.

It judges no answer: each control in an item has its own reader, for which ``form`` is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from designsys.forms.parts import sent

__all__ = ["IterableForm", "RepeatReading", "read_repeat_group"]

# Three digits, so that a forged number cannot make a page of a million items.
_INDEX = r"\[([0-9]{1,3})\]"


class IterableForm(Protocol):
    """A form whose names can be gone through: a dict, or the multi-dict of any framework."""

    def __iter__(self) -> Iterator[Any]:
        """The names that were sent."""

    def get(self, name: str, /) -> Any:
        """The value sent under ``name``, or None."""


@dataclass(frozen=True)
class RepeatReading:
    """What was sent for a group of items.

    :param name: the name given to ``repeat_group``.
    :param items: for each item what was sent, by its name within the item: ``person[0][dob][day]``
        is ``items[0]["dob[day]"]``. A value sent several times is a list.
    :param action: ``"add"`` or ``"remove"`` when that button was pressed: show the page again, judge nothing.
    :param focus: index of the item whose heading should have focus; None when no button was pressed.
    :param form: the items under their new names, for other readers.
    """

    name: str
    items: tuple[Mapping[str, Any], ...]
    action: Literal["add", "remove"] | None = None
    focus: int | None = None
    form: Mapping[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each item, such as ``person[0]``: the beginning of the names of its controls."""
        return tuple(f"{self.name}[{index}]" for index in range(len(self.items)))

    def as_arguments(self) -> dict[str, Any]:
        """What to hand on to the macro, besides the items: ``repeat_group(…, **reading.as_arguments())``."""
        return {"focus": self.focus}


def read_repeat_group(
    form: IterableForm, name: str, *, minimum: int = 1, maximum: int | None = None
) -> RepeatReading:
    """Read a group of items; whatever was sent, this gives a reading and never raises.

    Removing an item leaves what was typed into the others as it was.

    :param form: the form data.
    :param name: the name given to ``repeat_group``.
    :param minimum: how many items there are at least; empty ones are added up to it.
    :param maximum: how many there may be; adding stops there, while more that were sent are all kept.
    """
    found = _found(form, name)
    items = [found[index] for index in sorted(found)]
    items += [{} for _ in range(minimum - len(items))]
    action, focus = _act(form, name, sorted(found), items, minimum, maximum)
    renamed = {
        _name(f"{name}[{index}]", part): value
        for index, item in enumerate(items)
        for part, value in item.items()
    }
    return RepeatReading(name, tuple(items), action, focus, renamed)


def _found(form: IterableForm, name: str) -> dict[int, dict[str, Any]]:
    # An item of nothing but unticked boxes sends no name: the macro's count says that it is there.
    count = sent(form, f"{name}[count]")
    known = re.fullmatch(r"[0-9]{1,3}", count)
    found: dict[int, dict[str, Any]] = {index: {} for index in range(int(count) if known else 0)}
    pattern = re.compile(re.escape(name) + _INDEX + r"\[([^\]]*)\](.*)", re.DOTALL)
    for key in form:
        match = pattern.fullmatch(key) if isinstance(key, str) else None
        if match:
            found.setdefault(int(match[1]), {})[match[2] + match[3]] = _value(form, key)
    return found


def _value(form: IterableForm, key: str) -> Any:
    several = getattr(form, "getlist", None)
    values = several(key) if several else None
    return values if values and len(values) > 1 else form.get(key)


def _name(item: str, part: str) -> str:
    head, bracket, rest = part.partition("[")
    return f"{item}[{head}]{bracket}{rest}"


def _act(
    form: IterableForm,
    name: str,
    indices: list[int],
    items: list[dict[str, Any]],
    minimum: int,
    maximum: int | None,
) -> tuple[Literal["add", "remove"] | None, int | None]:
    removed = sent(form, f"{name}[remove]")
    if removed:
        place = next((place for place, index in enumerate(indices) if str(index) == removed), None)
        if place is None or len(items) <= minimum:
            return "remove", None
        del items[place]
        # The item that moved up; after the last one, the one before it, or the button that adds.
        return "remove", max(0, min(place, len(items) - 1))
    if sent(form, f"{name}[add]"):
        if maximum is not None and len(items) >= maximum:
            return "add", None
        items.append({})
        return "add", len(items) - 1
    return None, None
