"""Token files written on the spot, and what reading them gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from designsys.tokens import Token, TokenError, TokenSystem, load

Files = dict[str, Any]

RESOLVER = {
    "version": "2025.10",
    "sets": {"base": {"sources": [{"$ref": "a.tokens.json"}]}},
    "resolutionOrder": [{"$ref": "#/sets/base"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes files, by name: text as it is, anything else as JSON; a resolver for ``a.tokens.json`` beside them."""

    def write(files: Files) -> Path:
        for name, content in {"my.resolver.json": RESOLVER, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                content if isinstance(content, str) else json.dumps(content, indent=1), encoding="utf-8"
            )
        return tmp_path

    return write


@pytest.fixture
def system(folder: Callable[[Files], Path]) -> Callable[..., TokenSystem]:
    """The token system of one file (``tokens``) or of several (``files``)."""

    def build(tokens: Any = None, files: Files | None = None) -> TokenSystem:
        return load(folder({"a.tokens.json": {} if tokens is None else tokens, **(files or {})}))

    return build


@pytest.fixture
def resolve(system: Callable[..., TokenSystem]) -> Callable[[Any], dict[str, Token]]:
    """The tokens of one file, by path."""
    return lambda tokens: system(tokens).resolve()


@pytest.fixture
def fault(system: Callable[..., TokenSystem], tmp_path: Path) -> Callable[..., str]:
    """The English sentence of the first fault that resolving finds, with the files' names alone."""

    def read(tokens: Any = None, files: Files | None = None, **inputs: Any) -> str:
        with pytest.raises(TokenError) as caught:
            system(tokens, files).resolve(**inputs)
        first = caught.value.faults[0]
        assert first.ja.partition(": ")[0] == first.en.partition(": ")[0]
        return first.en.replace(str(tmp_path), "").lstrip("/\\")

    return read


def srgb(red: float, green: float, blue: float, alpha: float = 1) -> dict[str, Any]:
    return {"colorSpace": "srgb", "components": [red, green, blue], "alpha": alpha}


@pytest.fixture
def color() -> Callable[..., dict[str, Any]]:
    """A DTCG colour value in sRGB."""
    return srgb
