"""The page leaves, or the focus jumps, as soon as a field is given a value (WCAG 3.2.2).

Each list, choice and short field is changed by key. A list whose label or form says beforehand that it takes one
elsewhere is as it should be. A field that hands the focus on when it is full, a person has to judge, and so what
changes in place.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import acting, press, wait
from designsys.audit.facts import listeners
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "change-on-input"
CRITERIA = ("3.2.2",)
ASPECTS: frozenset[str] = frozenset()
ACTS = True

_WORDS = {
    "navigate": (
        "選んだだけで別のページへ移ります。キーボードで順に選ぶ人は、読み終える前に飛ばされます。"
        "移動するボタンを置くか、選ぶと移ることを欄の前に書いてください。",
        "Choosing alone leads to another page, so people who go through the choices by key are sent off before they "
        "have read them. Give it a button, or say beforehand that choosing leads there.",
    ),
    "window": (
        "選んだだけで新しいウィンドウが開きます。いまどこにいるか分からなくなる人がいます。"
        "開くボタンを置くか、選ぶと開くことを欄の前に書いてください。",
        "Choosing alone opens a window, so people lose their place. Give it a button, or say so beforehand.",
    ),
    "moved": (
        "欄がいっぱいになると、フォーカスがひとりでに次へ移ります。書いたものを確かめる人や、読み上げで使う人は戸惑います。"
        "移すのをやめるか、移ることを欄の前に書いてください。",
        "When the field is full the focus moves on by itself, which confuses people who check what they wrote or who "
        "listen. Leave the focus where it is, or say so beforehand.",
    ),
}
_ANSWERING = 0.03

_FIELDS = """(() => {
  const SAYS = /移動|移りま|切り替|開きま|ジャンプ|送信|次の欄|go to|jump|open|redirect|submit|switch/i;
  const says = field => SAYS.test([...[...(field.labels ?? [])], ...probe.targets(field, 'aria-describedby'),
    ...probe.targets(field, 'aria-labelledby'), field.closest('fieldset')?.querySelector('legend')]
    .map(part => part ? probe.text(part) : '').join(' ') + (field.title ?? '') + (field.getAttribute('aria-label') ?? '')
    + (field.closest('form') ? [...field.closest('form').querySelectorAll('p, small, span')].slice(0, 20)
      .map(part => probe.text(part)).join(' ').slice(0, 500) : ''));
  const groups = new Set();
  return probe.all('select:not([multiple]), input[type=radio], input[type=checkbox], input[maxlength]').filter(field => {
    if (field.ownerDocument !== document || !probe.visible(field) || field.disabled || field.readOnly || says(field)) return false;
    if (field.matches('select')) return field.options.length > 1;
    if (field.matches('[type=radio]')) return !groups.has(field.name) && Boolean(groups.add(field.name)) && !field.checked;
    return field.matches('[type=checkbox]') || (field.maxLength > 0 && field.maxLength <= 8);
  }).slice(0, 20).map(field => ({path: probe.path(field), kind: field.matches('select') ? 'select' : field.type,
    length: field.maxLength}));
})()"""

_BEGIN = """((path) => {
  const field = acting.at(path);
  field?.focus();
  acting.begin();
  return Boolean(field?.matches(':focus'));
})"""
_DONE = """((path) => acting.left[0]?.kind
  ?? (acting.at(path)?.matches(':focus') || document.activeElement === document.body ? null : 'moved'))"""
_KEYS = {"select": ("ArrowDown", "ArrowUp"), "radio": (" ",), "checkbox": (" ", " ")}


def judge(page: LoadedPage) -> list[Observation]:
    """Change each field, where anything listens to changes."""
    heard = page.fact(listeners.find)
    if not heard.keys and not heard.any("change", "input", "click", "beforeinput"):
        return []
    found: list[Observation] = []
    fields = page.evaluate(_FIELDS)
    if not fields:
        return []
    with acting(page):
        for field in fields:
            if done := _change(page, field):
                certainty = LIKELY if done == "moved" else CERTAIN
                found.append(Observation(ID, CRITERIA, certainty, field["path"], *_WORDS[done]))
    return found


def _change(page: LoadedPage, field: dict[str, Any]) -> str | None:
    """What the page did when a field was changed; None if nothing, or if it moves about by itself."""
    path = json.dumps(field["path"])
    if not page.evaluate(f"{_BEGIN}({path})"):
        return None
    wait(page, _ANSWERING)
    if page.evaluate("acting.left.length"):
        return None
    if field["kind"] in _KEYS:
        for key in _KEYS[field["kind"]]:
            press(page, key)
    else:
        page.send("Input.insertText", text="1" * field["length"])
    wait(page, _ANSWERING)
    done: str | None = page.evaluate(f"{_DONE}({path})")
    return None if done == "moved" and field["kind"] in _KEYS else done
