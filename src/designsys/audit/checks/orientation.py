"""Pages that turn themselves back when the device is turned, or ask the reader to turn it.

A page is turned only where its style sheets, or its own scripts in the document, speak of orientation. Style sheets
of other sites and script files are not read, and whether one orientation is essential, no machine knows.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage
from designsys.audit.viewport import resized

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "orientation"
CRITERIA = ("1.3.4",)
ASPECTS: frozenset[str] = frozenset()
ACTS = True

_WORDS = {
    "turned": (
        "端末の向きを変えると、表示が{angle}度回されて元の向きに固定されます。車いすなどに端末を固定している人が読めません。回転（transform、rotate）を外してください。",
        "When the device is turned, this is turned by {angle} degrees to keep one orientation. Who has the device mounted cannot read it: drop the transform.",
    ),
    "asked": (
        "片方の向きでは、端末を回すよう求める表示が内容を隠しています。縦でも横でも使えるようにしてください。",
        "In one orientation, a request to turn the device hides the content. Let the page work upright and sideways.",
    ),
    "locked": (
        "スクリプトが画面の向きを固定しています。screen.orientation.lock を外し、縦でも横でも使えるようにしてください。",
        "A script locks the orientation of the screen. Drop screen.orientation.lock, and let the page work both ways.",
    ),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Turn the page where it knows of orientation, and report what turns itself back."""
    script = importlib.resources.files(__package__ or "").joinpath("orientation.js").read_text("utf-8")
    page.everywhere(script)
    found = page.observe("turning.locks()")
    if any(page.everywhere("turning.remember()")):
        width, height = page.evaluate("[innerWidth, innerHeight]")
        with resized(page, height, width):
            found += page.observe("turning.found()")
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=CERTAIN if seen["certain"] else LIKELY,
            path=seen["path"],
            ja=_WORDS[seen["kind"]][0].format(**seen),
            en=_WORDS[seen["kind"]][1].format(**seen),
        )
        for seen in found
    ]
