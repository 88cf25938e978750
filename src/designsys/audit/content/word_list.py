"""A city's own list of words: a TOML file with one ``word = "plainer word"`` a line.

Reads and checks it; where the words stand in a text, the rule ``own-words`` tells.
"""

from __future__ import annotations

import functools
import os
import tomllib
from pathlib import Path

from designsys.errors import DesignsysError

__all__ = ["own_words", "read_words"]


def own_words() -> dict[str, str]:
    """The words of the file that ``DESIGNSYS_WORDS`` names (``--words``); none when it names none.

    :raises DesignsysError: as :func:`read_words`.
    """
    chosen = os.environ.get("DESIGNSYS_WORDS")
    return _known(Path(chosen)) if chosen else {}


@functools.cache
def _known(path: Path) -> dict[str, str]:
    return read_words(path)


def read_words(path: Path) -> dict[str, str]:
    """The words of a file, each with the one to be written instead.

    :param path: a TOML file in UTF-8. A word with kana or kanji stands in quotes: ``"子供" = "子ども"``.
    :raises DesignsysError: it cannot be read, is no TOML, or an entry is not a word with another one.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise DesignsysError(
            en=f"the list of words '{path}' cannot be read: name a TOML file that is there.",
            ja=f"用語の一覧「{path}」を読めません。あるTOMLファイルの名前を書いてください。",
        ) from None
    except ValueError as error:
        raise DesignsysError(
            en=f'the list of words \'{path}\' is no TOML in UTF-8 ({error}): write lines such as "子供" = "子ども".',
            ja=f'用語の一覧「{path}」は UTF-8 のTOMLではありません（{error}）。"子供" = "子ども" のように書いてください。',
        ) from None
    for word, better in table.items():
        if not word.strip() or not isinstance(better, str) or not better.strip() or better == word:
            raise DesignsysError(
                en=f"'{word}' in the list of words '{path}' has no other word: write a line such as \"子供\" = \"子ども\".",
                ja=f'用語の一覧「{path}」の「{word}」に、代わりの語がありません。"子供" = "子ども" のように書いてください。',
            )
    return table
