"""One title on pages with different contents (WCAG 2.4.2): in tabs, history and search results they look alike.

Pages are different where their addresses and their main headings are; results of one list, page after page, may share a
title. What a title is worth on one page, the check ``page_title`` says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.site_checks import Gathered

__all__ = ["CRITERIA", "GATHER", "ID", "judge"]

ID = "title-unique"
CRITERIA = ("2.4.2",)

_NAMED = 3
_JA = "題名「{title}」が別のページ（{others}）と同じです。タブや履歴で区別できません。<title> の初めに、このページの内容を書いてください。"
_EN = (
    "The title '{title}' is that of other pages too ({others}), so tabs and history do not tell them apart. "
    "Begin <title> with what this page is about."
)

GATHER = """(() => {
  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\\s+/g, ' ').trim();
  const heading = [...document.querySelectorAll('h1')].filter(probe.visible).map(one => squeeze(one.innerText)).join(' ');
  const canonical = document.querySelector('link[rel=canonical]')?.href.replace(location.origin, '') ?? '';
  return {title: squeeze(document.title), heading, canonical};
})()"""


def judge(pages: Sequence[Gathered]) -> Iterator[tuple[Gathered, Observation]]:
    """Tell every page whose title another one has, with up to three of the others."""
    groups: dict[str, list[Gathered]] = defaultdict(list)
    seen: set[str] = set()
    for page in pages:
        # The states of one page may share its title.
        if page.facts["title"] and page.job.address.url not in seen:
            seen.add(page.job.address.url)
            groups[page.facts["title"]].append(page)
    for title, group in groups.items():
        for page in group:
            others = [other for other in group if other is not page and _different(page, other)]
            if others:
                names = [other.job.address.shown for other in others[:_NAMED]]
                more = len(others) - len(names)
                yield page, _observation(title, names, more)


def _different(one: Gathered, other: Gathered) -> bool:
    """Whether two pages say that they are about different things."""
    if one.facts["canonical"] and one.facts["canonical"] == other.facts["canonical"]:
        return False
    headings = (one.facts["heading"], other.facts["heading"])
    return all(headings) and headings[0] != headings[1]


def _observation(title: str, names: list[str], more: int) -> Observation:
    ja, en = "、".join(names), ", ".join(names)
    if more:
        ja, en = f"{ja} ほか{more}ページ", f"{en} and {more} more"
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=LIKELY,
        path=["title"],
        ja=_JA.format(title=title, others=ja),
        en=_EN.format(title=title, others=en),
    )
