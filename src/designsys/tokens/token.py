"""What a token is once it has been resolved.

It holds plain JSON values; how a target language writes them is for the outputs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from designsys.tokens.errors import Place
from designsys.tokens.pointer import Path
from designsys.tokens.tree import Tree

__all__ = ["EXTENSION", "Token"]

EXTENSION = "jp.designsys"
"""The key of ``$extensions`` under which designsys reads its own data."""


@dataclass(frozen=True, slots=True)
class Token:
    """A design token of one scheme and theme.

    :param names: the names that lead to it, from the outermost group.
    :param type: one of the thirteen DTCG types.
    :param value: plain JSON in the shape of the type, with all references followed.
    :param raw: the value as it is written, references and all.
    :param description: what it is for; empty when it does not say.
    :param deprecated: the reason, or True, when it should not be used any more.
    :param extensions: ``$extensions`` as written, over those of its groups.
    """

    names: Path
    type: str
    value: Any
    raw: Any
    description: str
    deprecated: bool | str
    extensions: dict[str, Any]
    _tree: Tree = field(repr=False, compare=False)

    @property
    def path(self) -> str:
        """The names joined by dots, such as ``color.text``."""
        return ".".join(self.names)

    @property
    def place(self) -> Place:
        """Where its value is written."""
        return self._tree.place(self.names)

    @property
    def own(self) -> dict[str, Any]:
        """What ``$extensions`` tells designsys: ``pairs``, ``exempt``, ``private``."""
        own = self.extensions.get(EXTENSION, {})
        return own if isinstance(own, dict) else {}

    @property
    def published(self) -> bool:
        """Whether it is written to CSS: primitive colours say ``"private": true``."""
        return not self.own.get("private", False)
