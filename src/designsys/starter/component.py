"""Writes the folder of a new component: template, style, contract and both guidance pages.

The text comes from ``component_skeleton/``; what it becomes is its author's.
"""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from designsys.catalogue import Catalogue
from designsys.errors import DesignsysError

__all__ = ["new_component"]

_SKELETON = Path(__file__).with_name("component_skeleton")
# The component that the skeleton's files are written for.
_PLACEHOLDER = "new_component"
_WORDS = {"true", "false", "none"}


def new_component(name: str, folder: Path, catalogue: Catalogue) -> list[Path]:
    """Write ``folder/name/`` and give the files written.

    :param name: in snake_case; no component of the catalogue may have it.
    :param folder: a folder of components; made when it is not there.
    :raises DesignsysError: when the name cannot be a macro's, is taken, or the folder is there already.
    """
    _check(name, folder / name, catalogue)
    written = []
    try:
        (folder / name).mkdir(parents=True)
        for source in sorted(_SKELETON.iterdir()):
            target = folder / name / source.name.replace(_PLACEHOLDER, name)
            target.write_text(
                _named(source.read_text(encoding="utf-8"), name), encoding="utf-8", newline="\n"
            )
            written.append(target)
    except OSError as error:
        raise DesignsysError(
            en=f"{folder / name} cannot be written: {error.strerror}; give another folder to --out.",
            ja=f"{folder / name} に書きこめません（{error.strerror}）。--out に別のフォルダーを指定してください。",
        ) from None
    return written


def _check(name: str, target: Path, catalogue: Catalogue) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) or keyword.iskeyword(name) or name in _WORDS:
        raise DesignsysError(
            en=f"'{name}' cannot name a macro: write small letters, digits and _, such as route_map.",
            ja=f"「{name}」はマクロの名前になりません。route_map のように、英小文字・数字・_ で書いてください。",
        )
    taken = catalogue.folder(name) if name in catalogue else target
    if taken.exists():
        raise DesignsysError(
            en=f"'{name}' is there already: {taken}; choose another name.",
            ja=f"「{name}」はすでにあります（{taken}）。別の名前にしてください。",
        )


def _named(text: str, name: str) -> str:
    return text.replace(_PLACEHOLDER, name).replace(_PLACEHOLDER.replace("_", "-"), name.replace("_", "-"))
