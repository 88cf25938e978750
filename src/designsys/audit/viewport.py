"""Shows a page in a viewport of another size for a while, as zooming and turning the device do.

The page's own scripts may answer to it and not go back, so the page counts as touched.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from designsys.audit.page import LoadedPage

__all__ = ["resized", "until_drawn"]

_PAUSE = 60


@contextlib.contextmanager
def resized(page: LoadedPage, width: int, height: int) -> Iterator[None]:
    """Give the page a viewport of this size in CSS pixels, and its condition's own again.

    :raises Unjudged: the page does not answer.
    """
    _resize(page, width, height)
    until_drawn(page)
    try:
        yield
    finally:
        if page.condition:
            _resize(page, page.condition.width, page.condition.height, page.condition.zoom / 100)


def _resize(page: LoadedPage, width: int, height: int, scale: float = 1) -> None:
    size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    page.send("Emulation.setDeviceMetricsOverride", **size)


def until_drawn(page: LoadedPage) -> None:
    """Wait until scripts that answer to a change of size have had their turn."""
    page.settle(f"new Promise(done => setTimeout(done, {_PAUSE}))")
