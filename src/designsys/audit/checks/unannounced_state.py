"""A button whose state changes on the screen and not for those who listen (WCAG 4.1.2).

Each is pressed twice. A state in ARIA that stays as it was is certain where what it speaks of went to and fro; that a
button should have one at all, a person has to confirm. A name that changes, and a live region, tell as well.
"""

from __future__ import annotations

import json

from designsys.audit.facts import presses
from designsys.audit.facts.presses import Press
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "unannounced-state"
CRITERIA = ("4.1.2",)
ASPECTS = frozenset({"width"})
ACTS = True

_WORDS = {
    (CERTAIN, "opens"): (
        "押すと開閉しますが、aria-expanded の値が変わりません。読み上げでは、開いたのに「閉じている」と伝わります。"
        "開閉のたびに true と false を書き換えてください。",
        "It opens and closes something, but its aria-expanded does not change, so screen readers tell the wrong state. "
        "Set true and false as it opens and closes.",
    ),
    (LIKELY, "opens"): (
        "押すと開閉しますが、開いているかどうかが読み上げで伝わらないようです。"
        "ボタンに aria-expanded を付け、開閉のたびに書き換えてください。",
        "It opens and closes something, but screen readers seem not to be told which. "
        "Give the button aria-expanded and change it each time.",
    ),
    (CERTAIN, "toggles"): (
        "押すと見た目の状態が変わりますが、{states} の値が変わりません。読み上げでは、前の状態のまま伝わります。"
        "押すたびに値を書き換えてください。",
        "Its look changes when pressed, but {states} does not, so screen readers tell the old state. "
        "Change the value each time.",
    ),
    (LIKELY, "toggles"): (
        "押すたびに見た目が切り替わりますが、どちらの状態かが読み上げで伝わらないようです。"
        "ボタンに aria-pressed を付け、押すたびに書き換えてください。",
        "Its look changes to and fro when pressed, but screen readers seem not to be told which state it is in. "
        "Give the button aria-pressed and change it each time.",
    ),
}
_STATES = ("aria-expanded", "aria-pressed", "aria-checked", "aria-selected")


def judge(page: LoadedPage) -> list[Observation]:
    """Compare what each button showed and what it told."""
    return [seen for one in page.fact(presses.find) if (seen := _observe(one))]


def _observe(one: Press) -> Observation | None:
    if one.again is None or one.after["left"] or one.after["dialog"]:
        return None
    if (one.before["told"], one.before["name"]) != (one.after["told"], one.after["name"]):
        return None
    told = dict(zip(_STATES, json.loads(one.before["told"]), strict=False))
    opens = bool(one.after["revealed"]) and one.again["hidden"]
    toggles = one.before["look"] != one.after["look"] and one.before["look"] == one.again["look"]
    if opens:
        if told["aria-expanded"] is not None:
            return _told(one, CERTAIN, "opens", "aria-expanded")
        if one.after["attributes"]["popup"] or any(told.values()):
            return None
        return _told(one, LIKELY, "opens", "aria-expanded")
    if toggles:
        states = [state for state in _STATES[1:] if told[state] is not None]
        if told["aria-expanded"] is None:
            return _told(one, CERTAIN if states else LIKELY, "toggles", "・".join(states))
    return None


def _told(one: Press, certainty: str, what: str, states: str) -> Observation:
    ja, en = _WORDS[certainty, what]
    return Observation(ID, CRITERIA, certainty, one.path, ja.format(states=states), en.format(states=states))
