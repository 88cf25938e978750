"""The audio and video elements of a page: how long they are, whether they sound, and what stands beside them.

Length and sound are None where the browser did not get so far as to read them. Players in frames of other sites, and
what scripts play without an element, are not seen.
"""

from __future__ import annotations

import importlib.resources
import time
from collections.abc import Sequence
from dataclasses import dataclass

from designsys.audit.page import LoadedPage

__all__ = ["Media", "find"]

_LONGEST = 2.0


@dataclass(frozen=True, slots=True)
class Media:
    """An audio or video element.

    :param video: whether it is a video.
    :param autoplay: whether it is to play by itself.
    :param muted: whether it is silenced.
    :param controls: whether the browser's own controls show.
    :param visible: whether it is on the screen.
    :param loop: whether it begins again at its end.
    :param seconds: how long it plays.
    :param sound: whether the file has a sound track.
    :param captions: whether it has a track of captions or subtitles.
    :param alternative: whether a link or a text beside it gives the same in words.
    :param words: the number of characters of text around it.
    :param path: where it is, as in :class:`~designsys.audit.findings.Observation`.
    """

    video: bool
    autoplay: bool
    muted: bool
    controls: bool
    visible: bool
    loop: bool
    seconds: float | None
    sound: bool | None
    captions: bool
    alternative: bool
    words: int
    path: Sequence[str | Sequence[str]]


def find(page: LoadedPage) -> list[Media]:
    """Ask every frame, and wait a little for what is just being loaded."""
    page.everywhere(
        importlib.resources.files(__package__ or "").joinpath("media.js").read_text(encoding="utf-8")
    )
    deadline = time.monotonic() + _LONGEST
    while any(page.everywhere("media.loading()")) and time.monotonic() < deadline:
        time.sleep(0.05)
    return [Media(**seen) for seen in page.observe("media.all()")]
