"""Images that move for more than five seconds: animated GIF, PNG and WebP, told from the file's own bytes.

Background images and SVG files are not read, nor is what the browser no longer holds.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Iterator
from typing import Any

from designsys.audit.facts import pausing
from designsys.audit.failures import Unjudged
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.image_animation import Animation, read_animation
from designsys.audit.moving import seen_moving
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "animated-image"
CRITERIA = ("2.2.2",)
ASPECTS = frozenset({"width", "scheme", "reduced_motion", "scripts"})
ACTS = False

_LONGEST = 5.0
_FILES = 40
_LARGEST = 4_000_000
_PROOFS = 4
_TYPES = ("image/gif", "image/webp", "image/png", "image/apng")
_JA = (
    "この画像（{frames}コマ）は{time}動き、止める方法が{none}。気が散って読めない人がいます。"
    "動かない画像に替えるか、5秒以内で終わる画像にしてください。"
)
_EN = (
    "This image ({frames} frames) moves {time} and {none} to stop it. Some people cannot read beside motion. "
    "Use a still image, or one that ends within five seconds."
)
_NONE = {
    CERTAIN: ("ありません", "there is no way"),
    LIKELY: ("見当たりません", "no way is to be seen"),
}

_SCRIPT = """probe.all('img, input[type=image]').filter(image => {
  const box = image.getBoundingClientRect();
  return probe.visible(image) && Math.min(box.width, box.height) >= 8;
}).map(image => ({url: image.currentSrc || image.src, way: pausing(image), path: probe.path(image)}))
  .filter(({url, way}) => url && way !== 'offered')"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report every image whose file moves on; what pictures prove to move is certain."""
    page.fact(pausing.find)
    images = page.observe(_SCRIPT)
    wanted = {image["url"] for image in images}
    moving = {
        url: animation
        for url, data in _files(page, wanted)
        if (animation := read_animation(data)) and animation.seconds > _LONGEST
    }
    seen = [(image, moving[image["url"]]) for image in images if image["url"] in moving]
    found = []
    for index, (image, animation) in enumerate(seen):
        proven = not image["way"] and index < _PROOFS and seen_moving(page, image["path"])
        found.append(_observation(image, animation, CERTAIN if proven else LIKELY))
    return found


def _observation(image: dict[str, Any], animation: Animation, certainty: str) -> Observation:
    endless = math.isinf(animation.seconds)
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=certainty,
        path=image["path"],
        ja=_JA.format(
            frames=animation.frames,
            time="いつまでも" if endless else f"{animation.seconds:.1f}秒間",
            none=_NONE[certainty][0],
        ),
        en=_EN.format(
            frames=animation.frames,
            time="without end" if endless else f"for {animation.seconds:.1f} seconds",
            none=_NONE[certainty][1],
        ),
    )


def _files(page: LoadedPage, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of the images that may move, as the browser holds them."""
    for url in wanted:
        if url.startswith("data:") and url.split(";")[0][5:] in _TYPES and ";base64," in url:
            yield url, _bytes(url.split(";base64,", 1)[1])
    if all(url.startswith("data:") for url in wanted):
        return
    tree = page.send("Page.getResourceTree")["frameTree"]
    held = [
        (frame, resource["url"])
        for frame, resource in _resources(tree)
        if resource["url"] in wanted
        and resource["mimeType"] in _TYPES
        and resource.get("contentSize", 0) < _LARGEST
    ]
    for frame, url in held[:_FILES]:
        try:
            content = page.send("Page.getResourceContent", frameId=frame, url=url)
        except Unjudged:
            # The browser let it go in the meantime.
            continue
        yield url, _bytes(content["content"]) if content["base64Encoded"] else b""


def _resources(tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for resource in tree["resources"]:
        yield tree["frame"]["id"], resource
    for child in tree.get("childFrames", []):
        yield from _resources(child)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (ValueError, binascii.Error):
        return b""
