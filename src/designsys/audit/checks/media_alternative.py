"""Video without captions, and video and audio with nothing beside them that says the same in words.

Tells from the elements and the words beside them. Whether captions are burnt into the picture, and whether a
transcript is right, a person has to see; so nothing here is certain.
"""

from __future__ import annotations

from designsys.audit.facts import media
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "media-alternative"
CRITERIA = ("1.2.1", "1.2.2", "1.2.3", "1.2.5")
ASPECTS = frozenset({"width", "scripts"})
ACTS = False

# A sound or a picture that is over sooner says nothing.
_SHORTEST = 3.0
# Where so much text stands around, it may well be what is said.
_TEXT = 200
_WORDS = {
    "captions": (
        "この動画に字幕がありません。聞こえない人に音声の内容が伝わりません。"
        '字幕のファイル（VTT）を作り、<track kind="captions"> で付けてください。',
        "This video has no captions, so people who do not hear miss what is said. "
        'Write a caption file (VTT) and add it with <track kind="captions">.',
    ),
    "described": (
        "この動画の内容を伝える文章や音声解説が見当たりません。見えない人に映像の内容が伝わりません。"
        "書き起こしか音声解説を付け、動画のすぐ近くに置いてください。",
        "No text or audio description of this video is to be seen, so people who do not see miss what it shows. "
        "Add a transcript or an audio description beside it.",
    ),
    "silent": (
        "この音のない動画の内容を伝える文章が見当たりません。見えない人に内容が伝わりません。"
        "動画のすぐ近くに、同じ内容の文章を置いてください。",
        "No text beside this silent video says what it shows, so people who do not see miss it. "
        "Put the same content in words beside it.",
    ),
    "audio": (
        "この音声の書き起こしが見当たりません。聞こえない人に内容が伝わりません。"
        "音声のすぐ近くに、同じ内容の文章を置いてください。",
        "No transcript of this audio is to be seen, so people who do not hear miss it. "
        "Put the same content in words beside it.",
    ),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report what is missing of each audio and video that people can play."""
    return [
        Observation(ID, criteria, LIKELY, one.path, *_WORDS[kind])
        for one in page.fact(media.find)
        for kind, criteria in _missing(one)
    ]


def _missing(one: media.Media) -> list[tuple[str, tuple[str, ...]]]:
    short = one.seconds is not None and one.seconds <= _SHORTEST
    # A muted video that plays by itself without controls is decoration.
    decoration = one.video and one.autoplay and one.muted and not one.controls
    if short or decoration or not (one.visible or (one.autoplay and not one.video)):
        return []
    if not one.video:
        return [] if one.alternative or one.words >= _TEXT else [("audio", ("1.2.1",))]
    if one.sound is False:
        return [] if one.alternative else [("silent", ("1.2.1",))]
    missing: list[tuple[str, tuple[str, ...]]] = []
    if not one.captions and not one.alternative:
        missing.append(("captions", ("1.2.2",)))
    if not one.alternative:
        missing.append(("described", ("1.2.3", "1.2.5")))
    return missing
