"""Builds the whole site into a folder.

The parts are made elsewhere; here is their order, and the care for what lies in the folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from designsys.docs import search
from designsys.docs.assets import Assets
from designsys.docs.downloads import write_downloads
from designsys.docs.progress import progress
from designsys.docs.render import Renderer
from designsys.docs.site import Site
from designsys.docs.theme_maker import ThemeMaker
from designsys.errors import DesignsysError, message_language

__all__ = ["Built", "build"]

_MARK = ".designsys-docs"


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build.

    :param out: its folder.
    :param pages: how many pages it has.
    :param assets: what its pages link.
    :param maker: answers on the page of themes where the site is served.
    """

    out: Path
    pages: int
    assets: Assets
    maker: ThemeMaker


def build(
    out: Path,
    components: Iterable[Path] = (),
    results: Path | None = None,
    live: bool = False,
    with_search: bool = True,
) -> Built:
    """Build the site; what an earlier build left in the folder goes first.

    :param out: the folder; made when it is not there.
    :param components: folders with more components.
    :param results: the file that the example matrix writes.
    :param live: whether pages reload themselves (``designsys docs serve``).
    :param with_search: whether to build the search index.
    :raises DesignsysError: when a source is wrong, or the folder holds something else than a site.
    """
    site = Site(components, results)
    _clear(out)
    assets = Assets(site, out)
    label = "サイトを作っています" if message_language() == "ja" else "Building the site"
    with progress(len(site.pages) + 1, label) as done:
        assets.write_styles()
        assets.write_rest()
        downloads = write_downloads(site.foundations.system, out)
        renderer = Renderer(site, assets, out, live, downloads)
        for page in site.pages:
            renderer.page(page)
            done()
        if with_search:
            search.index(out)
        done()
    return Built(out, len(site.pages), assets, ThemeMaker(site, renderer))


def _clear(out: Path) -> None:
    """Empty the folder, if a build of ours made it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()) and not (out / _MARK).is_file():
            raise DesignsysError(
                en=f"{out} holds something else than a built site; give an empty folder to --out.",
                ja=f"{out} には、作ったサイト以外のものがあります。--out に空のフォルダーを指定してください。",
            )
        for path in out.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        (out / _MARK).write_text(
            "Made by 'designsys docs build', which empties this folder.\n", encoding="utf-8"
        )
    except OSError as error:
        raise DesignsysError(
            en=f"{out} cannot be written: {error.strerror}; give another folder to --out.",
            ja=f"{out} に書きこめません（{error.strerror}）。--out に別のフォルダーを指定してください。",
        ) from None
