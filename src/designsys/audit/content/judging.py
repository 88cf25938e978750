"""Judges a fragment of HTML by every content rule, and applies the mendings that are sure.

Findings that a person has to decide on are left as they are.
"""

from __future__ import annotations

import html as markup
from collections.abc import Collection, Iterable, Mapping

from designsys.audit.content.findings import ContentFinding, Seen
from designsys.audit.content.fragment import Fragment
from designsys.audit.content.reader import read
from designsys.audit.content.rules import Rule, all_rules

__all__ = ["judge", "judge_fragment", "mend"]


def judge(html: str, words: Mapping[str, str] | None = None) -> list[ContentFinding]:
    """What is wrong with the content of a fragment of HTML, in the order of the source.

    :param html: a fragment or a whole page; any text can be given. Parts in another language
        (``lang``), code, scripts and what is hidden in the HTML are not judged.
    :param words: a city's own words, each with the one that it writes instead.
    """
    return judge_fragment(read(html), words or {})


def judge_fragment(
    fragment: Fragment, words: Mapping[str, str], without: Collection[str] = ()
) -> list[ContentFinding]:
    """The same for a fragment that was read already.

    :param without: ids of rules that are not to be asked.
    """
    found = [
        _finding(rule, seen, fragment.source)
        for rule in all_rules()
        if rule.ID not in without
        for seen in rule.find(fragment, words)
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))


def mend(html: str, findings: Iterable[ContentFinding]) -> str:
    """The HTML with every sure mending applied; where two overlap, the first.

    :param html: as it was judged.
    :param findings: what :func:`judge` found in it, or some of that.
    """
    mended, done = [], 0
    for finding in sorted(findings, key=lambda finding: (finding.start, -finding.end)):
        if finding.mending is not None and finding.start >= done:
            mended += [html[done : finding.start], finding.mending]
            done = finding.end
    return "".join([*mended, html[done:]])


def _finding(rule: Rule, seen: Seen, source: str) -> ContentFinding:
    place = seen.place
    sure = seen.mending is not None and place.whole
    return ContentFinding(
        rule=rule.ID,
        criteria=rule.CRITERIA,
        certainty=seen.certainty or rule.CERTAINTY,
        start=place.start,
        end=place.end,
        text=source[place.start : place.end],
        ja=seen.ja,
        en=seen.en,
        mending=markup.escape(seen.mending or "") if sure else None,
    )
