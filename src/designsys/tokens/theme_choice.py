"""Tokens with only those themes that somebody asked for, by name or by file.

How a theme is made is :mod:`designsys.tokens.theme`'s work; how pages switch among several, that of
:mod:`designsys.tokens.outputs.css`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from designsys.tokens.document import Document
from designsys.tokens.errors import TokenError
from designsys.tokens.system import TokenSystem, theme_id

__all__ = ["choose_themes"]


def choose_themes(system: TokenSystem, themes: Sequence[str]) -> TokenSystem:
    """The tokens with these themes alone, the first of them the default.

    :param themes: names of themes that the tokens have, and paths of theme files (``*.json``); when empty, all
        themes stay.
    :raises TokenError: when there is no such theme or file, or two have one name.
    """
    if not themes:
        return system
    files = {text: Document(Path(text)) for text in themes if text.endswith(".json")}
    names = [theme_id(files[text]) if text in files else text for text in themes]
    for name in names:
        if names.count(name) > 1:
            raise TokenError(
                en=f"two of the themes are called '{name}'; give one of them another id.",
                ja=f"「{name}」というテーマが二つあります。どちらかの id を変えてください。",
            )
    more = system.with_themes(*files.values()) if files else system
    return more.only(theme=tuple(names))
