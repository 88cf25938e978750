"""Links of one name, in one sentence, list item or cell and under one heading, that lead to different places.

The targets on the same site are fetched and compared; two that say much the same serve one purpose. Targets elsewhere,
and those that cannot be compared, are advice; only a person knows a purpose, so nothing here is certain.
"""

from __future__ import annotations

import importlib.resources
import itertools
from typing import Any

from designsys.audit.findings import ADVICE, LIKELY, Observation
from designsys.audit.likeness import shared, words
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "link-same-name"
CRITERIA = ("2.4.4",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False

_ALIKE = 0.5
_WORDS = {
    LIKELY: (
        "同じ「{name}」というリンクが、前後の文も同じまま、別のページ（{one} と {other}）に続いています。"
        "読み上げで聞く人は選べません。行き先が分かる名前に変えてください。",
        "Links called '{name}' in the same context lead to different pages ({one} and {other}), and who hears them "
        "cannot choose. Name each by where it leads.",
    ),
    ADVICE: (
        "同じ「{name}」というリンクの行き先が2つ（{one} と {other}）あります。内容が違うときは、"
        "行き先が分かる名前に変えてください。",
        "Links called '{name}' in the same context have two addresses ({one} and {other}). If they differ in content, "
        "name each by where it leads.",
    ),
}


def judge(page: LoadedPage) -> list[Observation]:
    """Report the second link of each pair."""
    if page.url.startswith("file:"):
        return []
    source = importlib.resources.files(__package__ or "").joinpath("link_same_name.js")
    page.everywhere(source.read_text(encoding="utf-8"))
    if not page.evaluate("links.suspicious()"):
        return []
    chrome = words(page.evaluate("links.chrome()"))
    found = []
    for group in page.settle("links.compare()"):
        told = _different(group, chrome)
        if told:
            one, other, certainty = told
            ja, en = _WORDS[certainty]
            named = {"name": group[0]["name"][:40], "one": one["shown"], "other": other["shown"]}
            found.append(
                Observation(ID, CRITERIA, certainty, other["path"], ja.format(**named), en.format(**named))
            )
    return found


def _different(group: list[dict[str, Any]], chrome: frozenset[str]) -> tuple[Any, Any, str] | None:
    """The first two links of a group that differ; what was compared comes before what could not be."""
    unknown = None
    for one, other in itertools.combinations(group, 2):
        if not one["known"] or not other["known"]:
            unknown = unknown or (one, other, ADVICE)
        elif not _alike(one, other, chrome):
            return one, other, LIKELY
    return unknown


def _alike(one: dict[str, Any], other: dict[str, Any], chrome: frozenset[str]) -> bool:
    """Whether two targets serve one purpose, as far as their words tell."""
    if one["address"] == other["address"]:
        return True
    if one["text"] == other["text"]:
        # One document that a script fills in by what stands after the question mark.
        return not (one["queried"] and one["page"] == other["page"])
    return shared(words(one["text"]) - chrome, words(other["text"]) - chrome) >= _ALIKE
