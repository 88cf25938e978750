"""Text, pictures and slides that a script changes again and again, where nothing on the page stops it.

Only a page whose scripts or markup give a suspicion is watched, and for some seconds at most: what changes more seldom
is not seen. Whether it has to be like that (the time, a running result), a person has to say.
"""

from __future__ import annotations

import importlib.resources
import re
import time

from designsys.audit.facts import pausing, scripts
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "updating-content"
CRITERIA = ("2.2.2",)
ASPECTS = frozenset({"scripts"})
ACTS = False

_SLIDES = 7.0
_FIRST_CHANGES = 2.6
_GOES_ON = 6.2
_LOOK = 0.2
_INTERVAL = re.compile(r"\bsetInterval\s*\(|\brequestAnimationFrame\s*\(")
_AGAIN = re.compile(r"function\s+(\w+)\s*\([^)]*\)\s*\{[^}]*\bsetTimeout\s*\(\s*\1\b", re.DOTALL)
_JA = (
    "ここの内容がひとりでに変わり続けますが、止める方法が見当たりません。読み終わる前に変わると困る人がいます。"
    "「止める」ボタンを付けるか、利用者が操作したときだけ変えてください。"
)
_EN = (
    "The content here goes on changing by itself, and no way is to be seen to stop it. Some people need longer to read. "
    "Add a button that stops it, or change it only when the reader asks."
)


def judge(page: LoadedPage) -> list[Observation]:
    """Watch the page, if there is a suspicion, and report what keeps changing."""
    if page.condition is not None and not page.condition.scripts:
        return []
    source = importlib.resources.files(__package__ or "").joinpath("updating_content.js")
    timed = any(_INTERVAL.search(one.text) or _AGAIN.search(one.text) for one in page.fact(scripts.find))
    page.everywhere(source.read_text(encoding="utf-8"))
    slides = any(page.everywhere("updates.slides()"))
    if not timed and not slides:
        return []
    page.fact(pausing.find)
    if any(page.everywhere("updates.begin()")):
        _watch(page, slides)
    return [
        Observation(rule=ID, criteria=CRITERIA, certainty=LIKELY, path=seen["path"], ja=_JA, en=_EN)
        for seen in page.observe("updates.end()")
    ]


def _watch(page: LoadedPage, slides: bool) -> None:
    """Wait as long as there is something to learn."""
    started = time.monotonic()
    bound = _SLIDES if slides else _FIRST_CHANGES
    while (waited := time.monotonic() - started) < bound:
        time.sleep(_LOOK)
        states = page.everywhere("updates.state()")
        if "slid" in states:
            return
        if "repeated" in states or (waited > bound - 2 * _LOOK and "changed" in states):
            bound = max(bound, _GOES_ON)
