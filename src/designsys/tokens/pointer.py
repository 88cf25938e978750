"""JSON Pointers (RFC 6901) as DTCG writes them in ``$ref``.

Only the text form is handled here; following a pointer is the work of
:mod:`designsys.tokens.references`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

__all__ = ["Path", "array_index", "format_pointer", "parse_pointer"]

Path = tuple[str, ...]
"""The names that lead to a place in a JSON document; array items by their index as text."""


def array_index(name: str) -> int | None:
    """The index that a part of a pointer gives: ASCII digits without leading zeros (RFC 6901 § 4), else None."""
    return int(name) if re.fullmatch("0|[1-9][0-9]*", name) and len(name) < 10 else None


def format_pointer(path: Path) -> str:
    """The pointer to a path, as a URI fragment: ``("a/b", "0")`` gives ``#/a~1b/0``, ``50%`` gives ``50%25``."""
    return "#" + "".join(
        "/" + name.replace("%", "%25").replace("~", "~0").replace("/", "~1") for name in path
    )


def parse_pointer(text: str) -> Path:
    """The path that a pointer names.

    :param text: ``#`` or ``#/…``; ``~0`` stands for ``~``, ``~1`` for ``/``, ``%XX`` as in URIs.
    :raises ValueError: when the text is not such a pointer.
    """
    if text == "#":
        return ()
    if not text.startswith("#/") or re.search(r"~(?![01])", text):
        raise ValueError(text)
    # RFC 6901 § 4: "~1" first, so that "~01" gives "~1" and not "/".
    return tuple(unquote(part).replace("~1", "/").replace("~0", "~") for part in text[2:].split("/"))
