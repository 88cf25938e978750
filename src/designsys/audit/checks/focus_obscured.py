"""A stop of the Tab key that lies wholly under a sticky or fixed part when it has the focus (WCAG 2.4.11).

Stops are looked for by twenty-five points each, and those found are reached once more by a real key, since scripts
and ``scroll-padding`` may bring them out. A part that can be seen through, or closed, needs a person's eye.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import SHIFT, acting, press, script, wait
from designsys.audit.facts import tab_walk
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "focus-obscured"
CRITERIA = ("2.4.11",)
ASPECTS = frozenset({"width"})
ACTS = True

_JA = (
    "{key}で進むと、フォーカスした部品が固定表示の下にすっかり隠れます。キーボードで使う人や画面を拡大している人には、"
    "どこを操作しているか見えません。固定表示の高さを html の scroll-padding に書いてください。"
)
_EN = (
    "Reached by {key}, the focused control lies wholly under a part that stays in place, so people who use the "
    "keyboard do not see what they operate. Write that part's height into scroll-padding on html."
)
_SETTLING = 0.25
_MOST = 6

_AGAIN = """((path, from, before) => {
  acting.at(from)?.focus({preventScroll: true});
  scrollTo({left: before[0], top: before[1], behavior: 'instant'});
})"""

# A part with a button of its own may be one that can be put away.
_STATE = """(path => {
  const element = acting.at(path);
  if (!element || !element.matches(':focus')) return null;
  const over = walk.cover(element);
  return over && {certain: walk.opaque(over) && !over.querySelector('button, [role=button]')};
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Go to each covered stop once more, from the stop before it."""
    covered = page.fact(tab_walk.find).covered
    if not covered:
        return []
    seen: dict[str, Observation] = {}
    with acting(page):
        page.everywhere(script("facts/tab_walk.js"))
        for one in covered:
            if len(seen) < _MOST and str(one["path"]) not in seen and (state := _reached(page, one)):
                key = "Shift+Tab" if one["back"] else "Tab"
                certainty = CERTAIN if state["certain"] else LIKELY
                seen[str(one["path"])] = Observation(
                    ID, CRITERIA, certainty, one["path"], _JA.format(key=key), _EN.format(key=key)
                )
    return list(seen.values())


def _reached(page: LoadedPage, one: dict[str, Any]) -> dict[str, bool] | None:
    path, start, before = (json.dumps(one[part]) for part in ("path", "from", "before"))
    page.evaluate(f"({_AGAIN}({path}, {start}, {before}), 0)")
    wait(page, 0.05)
    press(page, "Tab", SHIFT if one["back"] else 0)
    wait(page, _SETTLING)
    state: dict[str, bool] | None = page.evaluate(f"{_STATE}({path})")
    return state
