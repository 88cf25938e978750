"""The towns of the front page: each is a name and a colour, and its theme is made from that colour alone.

They stand in ``docs_site/towns.toml`` and exist nowhere else, least of all in Japan.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from designsys.errors import DesignsysError
from designsys.tokens import Document, Theme, TokenSystem, new_theme

__all__ = ["Town", "read_towns", "with_towns"]


@dataclass(frozen=True, slots=True)
class Town:
    """A town and its theme.

    :param names: its name in each language.
    """

    names: dict[str, str]
    theme: Theme

    @property
    def id(self) -> str:
        """What ``data-ds-theme`` calls it."""
        return self.theme.id


def read_towns(path: Path, tokens: TokenSystem) -> list[Town]:
    """The towns of a file, in its order.

    :param tokens: the tokens that their themes are made for.
    :raises DesignsysError: when the file is not such a list, or a colour is none of CSS.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["towns"]
        given = [(dict(one["name"]), str(one["brand"]), str(one["id"])) for one in entries]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError):
        raise DesignsysError(
            en=f'{path}: not a list of towns; write [[towns]] with id, name = {{ ja = "…", en = "…" }} and brand.',
            ja=f'{path}：まちの一覧として読めません。[[towns]] に id、name = {{ ja = "…", en = "…" }}、brand を書いてください。',
        ) from None
    return [Town(names, new_theme(brand, names["ja"], id=id, tokens=tokens)) for names, brand, id in given]


def with_towns(system: TokenSystem, towns: Iterable[Town]) -> TokenSystem:
    """The tokens with the towns' themes beside their own."""
    return system.with_themes(*(Document(Path(town.theme.file_name), town.theme.json) for town in towns))
