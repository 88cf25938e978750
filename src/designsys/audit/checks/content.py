"""The rules for Japanese public pages (:mod:`designsys.audit.content`), asked of the page as it is shown.

What is not displayed, and parts in another language, are left. The order of headings is axe's to tell here. Advice on
the same words is given once a page, at their first place.
"""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterator
from typing import Any

from designsys.audit.content.findings import ContentFinding
from designsys.audit.content.judging import judge_fragment
from designsys.audit.content.reader import read
from designsys.audit.content.word_list import own_words
from designsys.audit.findings import ADVICE, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "judge"]

ASPECTS = frozenset({"scripts"})
ACTS = False

_PLACE = "data-designsys-place"
_TOLD_BY_AXE = {"heading-order"}


def judge(page: LoadedPage) -> list[Observation]:
    """Report what the content rules find in each frame."""
    script = importlib.resources.files(__package__ or "").joinpath("content.js").read_text(encoding="utf-8")
    frames: list[dict[str, Any]] = list(filter(None, page.everywhere(script)))
    found = [(frame["key"], *one) for frame in frames for one in _found(frame["html"])]
    if not found:
        return []
    wanted: dict[str, list[int]] = {frame["key"]: [] for frame in frames}
    for key, place, _ in found:
        wanted[key].append(place)
    paths: dict[str, dict[str, Any]] = {}
    for answer in filter(None, page.everywhere(f"designsysContent.paths({json.dumps(wanted)})")):
        paths |= answer
    told: set[tuple[str, str]] = set()
    return [
        Observation(one.rule, one.criteria, one.certainty, paths[key][str(place)], one.ja, one.en)
        for key, place, one in found
        if str(place) in paths.get(key, {}) and not _again(one, told)
    ]


def _found(html: str) -> Iterator[tuple[int, ContentFinding]]:
    """The findings in a frame's HTML, each with the number of its element."""
    fragment = read(html)
    for finding in judge_fragment(fragment, own_words(), without=_TOLD_BY_AXE):
        holder = fragment.holder(finding.start)
        while holder is not None and _PLACE not in holder.attributes:
            holder = holder.parent
        if holder is not None:
            yield int(holder.attributes[_PLACE]), finding


def _again(finding: ContentFinding, told: set[tuple[str, str]]) -> bool:
    """Whether the same advice was given already."""
    key = (finding.rule, finding.ja)
    known = finding.certainty == ADVICE and key in told
    told.add(key)
    return known
