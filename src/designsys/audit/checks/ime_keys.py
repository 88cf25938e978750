"""Keys that choose a conversion of Japanese text, taken by the page for its own (WCAG 2.1.1, 3.2.2).

Text is composed as an input method does, and Enter, Escape and the arrows follow as browsers report them then: key
code 229, under their own name, as 'Process', and, in Safari's order, Enter after the composition has ended. 13 or 27
are never sent, since with them the browser itself submits or closes. What only a server's answer shows is not seen.
"""

from __future__ import annotations

import json
from typing import Any

from designsys.audit.acting import acting, script, wait
from designsys.audit.facts import listeners
from designsys.audit.findings import CERTAIN, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "ime-keys"
CRITERIA = ("2.1.1", "3.2.2")
ASPECTS: frozenset[str] = frozenset()
ACTS = True

_DONE = {
    "submit": ("送信されます", "sends the form"),
    "leave": ("別のページへ移ります", "takes the reader to another page"),
    "close": ("入力していた場所が閉じます", "closes the place that was being written in"),
    "clear": ("書いたものが消えます", "clears what was written"),
    "pick": ("別の言葉に置き換わります", "puts another word in place"),
    "move": ("フォーカスがよそへ移ります", "moves the focus elsewhere"),
}
_JA = (
    "日本語の変換を{when}{key}キーで、{done}。日本語を入力する人は、書き終える前に手続きが進んでしまいます。"
    "キーの処理の初めに event.isComposing と event.keyCode === 229 を確かめ、変換中なら何もしないでください。"
)
_EN = (
    "The {key} key {when} a Japanese conversion {done}, before people have finished writing. Look at event.isComposing "
    "and at event.keyCode === 229 first in the key handler, and do nothing while text is converted."
)
_WHEN = {
    "composing": ("進めているときの", "during"),
    "ended": ("決める（Safariの順の）", "that ends, in Safari's order,"),
}
_KEYS = (("Enter", "Enter"), ("Escape", "Esc"), ("ArrowDown", "↓"), ("ArrowUp", "↑"))
_READING, _WRITTEN = "とうきょう", "東京"
_ANSWERING = 0.03
_IME = 229


def judge(page: LoadedPage) -> list[Observation]:
    """Convert a word in each kind of field, where anything listens to keys at all."""
    if not page.fact(listeners.find).keys:
        return []
    found: list[Observation] = []
    with acting(page):
        page.evaluate(script("checks/ime_keys.js"))
        for path in page.evaluate("ime.fields()"):
            if told := _convert(page, path):
                key, when, done = told
                found.append(
                    Observation(
                        rule=ID,
                        criteria=CRITERIA,
                        certainty=CERTAIN,
                        path=path,
                        ja=_JA.format(key=key, when=_WHEN[when][0], done=_DONE[done][0]),
                        en=_EN.format(key=key, when=_WHEN[when][1], done=_DONE[done][1]),
                    )
                )
    return found


def _convert(page: LoadedPage, path: list[Any]) -> tuple[str, str, str] | None:
    """Compose a word and press the keys of a conversion; the key, the moment and what the page did, if anything."""
    if not page.evaluate(f"ime.focus({json.dumps(path)})"):
        return None
    page.send(
        "Input.imeSetComposition", text=_READING, selectionStart=len(_READING), selectionEnd=len(_READING)
    )
    wait(page, _ANSWERING)
    # A page that rewrites while text is converted does so at once, and without a key.
    if _READING not in page.evaluate("ime.begin()"):
        return None
    for key, shown in _KEYS:
        for name in (key, "Process"):
            _press(page, name, key)
        if done := page.evaluate(f"ime.answer('{key}')"):
            return shown, "composing", done
    wait(page, _ANSWERING)
    if done := page.evaluate("ime.answer()"):
        return _KEYS[0][1], "composing", done
    page.send("Input.insertText", text=_WRITTEN)
    page.evaluate("ime.begin()")
    _press(page, "Enter", "Enter")
    wait(page, _ANSWERING)
    if done := page.evaluate("ime.answer()"):
        return _KEYS[0][1], "ended", done
    return None


def _press(page: LoadedPage, key: str, code: str) -> None:
    page.send("Input.dispatchKeyEvent", type="rawKeyDown", key=key, code=code, windowsVirtualKeyCode=_IME)
