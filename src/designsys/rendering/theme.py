"""Whether a theme is there: a mistyped name would silently give the default colours.

It knows the names of the files in ``tokens/themes`` only; what is in them is for :mod:`designsys.tokens`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from designsys import resources
from designsys.errors import nearest

__all__ = ["theme_fault"]


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    folder = Path(resources.tokens()) / "themes"
    return (
        "default",
        *sorted(path.name.removesuffix(".tokens.json") for path in folder.glob("*.tokens.json")),
    )


def theme_fault(theme: str | None) -> tuple[str, str] | None:
    """What is wrong with a theme's name, in English and Japanese; None when there is such a theme.

    :param theme: the name; None stands for the default theme.
    """
    names = _names()
    if theme is None or theme in names:
        return None
    folder = Path(resources.tokens()) / "themes"
    near, listed = nearest(theme, names), ", ".join(names)
    return (
        f"there is no theme '{theme}' in {folder}"
        + (f"; did you mean '{near}'?" if near else f"; there are {listed}."),
        f"{folder} に「{theme}」というテーマはありません。"
        + (f"「{near}」のことですか。" if near else f"あるのは {listed} です。"),
    )
