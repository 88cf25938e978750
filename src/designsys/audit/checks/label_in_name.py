"""A control whose accessible name lacks the words that are seen on it, so that voice control does not find it.

Signs of one letter, icon fonts and what stands in brackets do not count. Certain only where the two share no word;
figures, which a name may spell out, and longer labels of which the name has a part, are for a person.
"""

from __future__ import annotations

import importlib.resources

from designsys.audit.facts.naming import know_names
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "label-in-name"
CRITERIA = ("2.5.3",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    "見える文字は「{words}」なのに、音声に伝わる名前は「{name}」です。声で操作する人が見たとおりに言っても動きません。"
    "aria-label を外すか、見える文字をそのまま含めてください。"
)
EN = (
    "It shows '{words}', but its name is '{name}': people who speak what they see cannot operate it. "
    "Take the aria-label off, or let it contain the visible words as they stand."
)


def judge(page: LoadedPage) -> list[Observation]:
    """Report each control whose visible words are not in its name."""
    know_names(page)
    script = importlib.resources.files(__package__ or "").joinpath("label_in_name.js").read_text("utf-8")
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=CERTAIN if seen["certain"] else LIKELY,
            path=seen["path"],
            ja=JA.format(words=seen["words"], name=seen["name"]),
            en=EN.format(words=seen["words"], name=seen["name"]),
        )
        for seen in page.observe(script)
    ]
