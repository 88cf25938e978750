"""A shortcut of one printable character that works wherever the focus is (WCAG 2.1.4, ACT ffbc54).

Each character is pressed with the focus on nothing; where the page answers, every control that speaks of keys or
shortcuts is switched, and a shortcut that then is silent is no fault. Whether settings on another page turn it off,
this cannot know: it is likely only where the page speaks of settings.
"""

from __future__ import annotations

from typing import Any

from designsys.audit.acting import acting, press, wait
from designsys.audit.facts import listeners
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "single-key-shortcut"
CRITERIA = ("2.1.4",)
ASPECTS: frozenset[str] = frozenset()
ACTS = True

_JA = (
    "文字キー「{keys}」を押すだけで働くショートカットがあります。音声で入力する人や手がふるえる人は、思わぬ操作をしてしまいます。"
    "Ctrl などと組み合わせるか、止められる設定を付けるか、部品にフォーカスがあるときだけ働くようにしてください。"
)
_EN = (
    "The character key '{keys}' alone sets something off, so people who speak to their computer or whose hands shake "
    "do what they did not mean. Join it with Ctrl, let it be turned off, or let it work on a focused control only."
)
_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789/?+-.,;="
# Nobody gives all of these a meaning: a page that answers to each notes that keys are used, or waits for any.
_ANY = "qz;="
_ANSWERING = 0.03

# Also those inside closed parts: what can be found and switched is enough.
_SWITCH = """(() => {
  const WORDS = /ショートカット|キー|shortcut|\\bkeys?\\b|ctrl|hotkey/i;
  const controls = probe.all('input[type=checkbox], input[type=radio], button, [role=switch], [role=checkbox], summary');
  const named = controls.filter(control => WORDS.test([control.textContent, control.title, control.value,
    control.getAttribute('aria-label'), ...[...(control.labels ?? [])].map(probe.text)].join(' ')));
  named.slice(0, 8).forEach(control => control.click());
  return named.length;
})()"""
_SPEAKS = """(() => probe.all('a, button, label, summary, [role=button], [role=menuitem]').some(
  element => /設定|ショートカット|settings|preferences|shortcut/i.test(probe.text(element))))()"""
_PLACE = "(document.activeElement?.blur?.(), 0)"


def judge(page: LoadedPage) -> list[Observation]:
    """Press the characters together, and one by one only where the page changed."""
    if not page.fact(listeners.find).keys_anywhere:
        return []
    with acting(page):
        press(page, "Shift")
        _answer(page)
        page.everywhere("acting.still()")
        if not _works(page, _CHARACTERS) or all(_works(page, key) for key in _ANY):
            return []
        keys = _that_work(page, _CHARACTERS)
        if page.evaluate(_SWITCH):
            keys = _that_work(page, keys)
        certainty = LIKELY if page.evaluate(_SPEAKS) else CERTAIN
    if not keys:
        return []
    shown = " ".join(keys)
    path: list[Any] = ["body"]
    return [Observation(ID, CRITERIA, certainty, path, _JA.format(keys=shown), _EN.format(keys=shown))]


def _that_work(page: LoadedPage, keys: str) -> str:
    """The characters that the page answers to, twice each, found by halving."""
    if not _works(page, keys):
        return ""
    if len(keys) == 1:
        return keys if _works(page, keys) else ""
    half = len(keys) // 2
    return _that_work(page, keys[:half]) + _that_work(page, keys[half:])


def _works(page: LoadedPage, keys: str) -> bool:
    """Whether the page changes, goes elsewhere or moves the focus when the keys are pressed."""
    page.everywhere(f"acting.begin(); {_PLACE}")
    before = _answer(page)
    for key in keys:
        press(page, key)
    wait(page, _ANSWERING)
    return _answer(page) != before


def _answer(page: LoadedPage) -> list[Any]:
    return page.everywhere("[acting.changes(), acting.left.length, document.activeElement === document.body]")
