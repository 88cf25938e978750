"""Proves by pictures that a part of a page moves.

Pictures are taken over a second: what moves more slowly, or stands outside the page's
picture, is not proven. Whether it may move, the checks say.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence

from designsys.audit.page import LoadedPage

__all__ = ["seen_moving"]

# Uneven, so that nothing that comes and goes is met at the same moment each time.
_PAUSES = (0.03, 0.07, 0.05, 0.11, 0.13, 0.17, 0.23, 0.29, 0.37)
_LARGEST = 1_000_000

# Where the element lies in the top document, frames on the way included.
_REGION = """((target) => {
  let element = null;
  try { element = probe.resolve(target); } catch { return null; }
  if (!element) return null;
  let box = element.getBoundingClientRect();
  let [x, y] = [box.x + window.top.scrollX, box.y + window.top.scrollY];
  for (let view = window; view.frameElement; view = view.parent) {
    const frame = view.frameElement.getBoundingClientRect();
    x += frame.x + view.frameElement.clientLeft;
    y += frame.y + view.frameElement.clientTop;
  }
  return {x: Math.floor(x), y: Math.floor(y), width: Math.ceil(box.width), height: Math.ceil(box.height)};
})"""


def seen_moving(page: LoadedPage, path: Sequence[str | Sequence[str]]) -> bool:
    """Whether an element looks different from one moment to the next.

    :param path: where it is, as in :class:`~designsys.audit.findings.Observation`.
    :raises Unjudged: the page does not answer.
    """
    found = page.everywhere(f"{_REGION}({json.dumps(list(path))})")
    clip = next(filter(None, found), None)
    if not clip or min(clip["width"], clip["height"]) < 1 or clip["width"] * clip["height"] > _LARGEST:
        return False
    if clip["x"] < 0 or clip["y"] < 0:
        return False
    first = _picture(page, clip)
    for pause in _PAUSES:
        time.sleep(pause)
        if _picture(page, clip) != first:
            return True
    return False


def _picture(page: LoadedPage, clip: dict[str, float]) -> str:
    picture: str = page.send(
        "Page.captureScreenshot", format="png", clip={**clip, "scale": 1}, captureBeyondViewport=True
    )["data"]
    return picture
