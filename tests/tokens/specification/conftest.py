"""Small token files and resolver documents, and what reading them tells, as the tests of this folder compare it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import TokenError, load

Files = dict[str, Any]
Folder = Callable[[Files], Path]
Sentences = Callable[..., list[str]]
Told = tuple[str, str, str, str]
"""Of a fault: its place, its sentence in English and in Japanese, and the code frame."""

RESOLVER = "a.resolver.json"
PX = {"value": 1, "unit": "px"}
BLUE = {"colorSpace": "srgb", "components": [0, 0.4, 0.8]}


def token(kind: str, value: Any, **more: Any) -> dict[str, Any]:
    """A token of a type."""
    return {"$type": kind, "$value": value, **more}


def number(value: Any) -> dict[str, Any]:
    """A number token: the least that a token can be."""
    return token("number", value)


def ref(target: str, **beside: Any) -> dict[str, Any]:
    """A reference by JSON Pointer, with what stands beside it."""
    return {"$ref": target, **beside}


def resolver(*order: Any, **parts: Any) -> dict[str, Any]:
    """A resolver document with this resolution order."""
    return {"version": "2025.10", **parts, "resolutionOrder": list(order)}


def in_a_set(*sources: Any, **parts: Any) -> dict[str, Any]:
    """A resolver document with one set of these sources."""
    return resolver({"type": "set", "name": "s", "sources": list(sources)}, **parts)


def pointers(told: list[str]) -> list[str]:
    """The JSON Pointers that sentences begin with."""
    return [sentence.partition(" ")[0] for sentence in told]


@pytest.fixture
def faults(folder: Callable[[Files], Path], tmp_path: Path) -> Callable[..., list[Told]]:
    """All faults of a token file or resolver document (the first of the files), with the files' names alone."""

    def read(files: Files, **inputs: Any) -> list[Told]:
        with pytest.raises(TokenError) as caught:
            load(folder(files) / next(iter(files))).resolve(**inputs)
        found = []
        for fault in caught.value.faults:
            place = str(fault.place)
            assert fault.en.startswith(f"{place}: ") and fault.ja.startswith(f"{place}: ")
            en, ja = fault.en.removeprefix(f"{place}: "), fault.ja.removeprefix(f"{place}: ")
            found.append((place.removeprefix(str(tmp_path)).lstrip("/\\"), en, ja, fault.frame))
        return found

    return read


@pytest.fixture
def sentences(faults: Callable[..., list[Told]]) -> Callable[..., list[str]]:
    """The same, each as its JSON Pointer (after the file, where that is another one) and its English sentence."""

    def read(files: Files, **inputs: Any) -> list[str]:
        first = next(iter(files))
        found = []
        for place, en, _ja, _frame in faults(files, **inputs):
            file, _, pointer = place.partition(" ")
            name = "" if file.startswith(first) else file.partition(":")[0] + " "
            found.append(f"{name}{pointer.strip('()') or '#'} {en}")
        return found

    return read
