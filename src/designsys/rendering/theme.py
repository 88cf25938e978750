"""Whether a theme is there: a mistyped name would silently give the default colours.

It knows the themes that the style sheet was built with, by its ``manifest.json``; what is in them is for
:mod:`designsys.tokens`.
"""

from __future__ import annotations

import json
from pathlib import Path

from designsys import resources
from designsys.errors import nearest

__all__ = ["built_themes", "theme_fault"]


def built_themes(folder: Path) -> tuple[str, ...]:
    """The themes of a build, the default first; where nothing is built, those that designsys comes with.

    :param folder: what ``designsys build --out`` wrote.
    """
    try:
        return tuple(json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["themes"])
    except (OSError, ValueError, KeyError, TypeError):
        names = (path.name for path in Path(resources.tokens(), "themes").glob("*.tokens.json"))
        return ("default", *sorted(name.removesuffix(".tokens.json") for name in names))


def theme_fault(theme: str | None, themes: tuple[str, ...], folder: Path) -> tuple[str, str] | None:
    """What is wrong with a theme's name, in English and Japanese; None when there is such a theme.

    :param theme: the name; None stands for the default theme.
    :param themes: what :func:`built_themes` gives for the folder.
    :param folder: where the style sheet that pages link was built.
    """
    if theme is None or theme in themes:
        return None
    near, listed = nearest(theme, themes), ", ".join(themes)
    return (
        f"there is no theme '{theme}' in the style sheet of {folder}"
        + (f"; did you mean '{near}'?" if near else f", which has {listed}.")
        + f" To build it in: designsys build --theme FILE --out DIR, and install(env, assets=(address, DIR), theme='{theme}').",
        f"{folder} のスタイルシートに「{theme}」というテーマはありません。"
        + (f"「{near}」のことですか。" if near else f"あるのは {listed} です。")
        + f"designsys build --theme FILE --out DIR で作り、install(env, assets=(アドレス, DIR), theme='{theme}') と書きます。",
    )
