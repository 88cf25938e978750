"""A field of a login that does not let a password or a code be pasted, as password managers and people do.

A real paste is made into at most eight fields that passwords, user names and one-time codes go into. A page that spreads
a pasted code over several fields passes; what a server does with it is not known.
"""

from __future__ import annotations

from designsys.audit.acting import acting, wait
from designsys.audit.findings import CERTAIN, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "paste-blocked"
CRITERIA = ("3.3.8",)
ASPECTS = frozenset({"scripts"})
ACTS = True
JA = (
    "この欄は貼り付けを受け付けません。パスワード管理ソフトを使う人や、覚えて打つことが難しい人がログインできません。"
    "貼り付けを止めるスクリプト（onpaste など）を外してください。"
)
EN = (
    "This field refuses a paste: people who use a password manager, or cannot remember and type, are locked out. "
    "Take off the script (onpaste or the like) that stops it."
)
_MOST = 8

_FIND = r"""(() => {
  const SECRET = /pass|pwd|pin(?!g)|otp|one.?time|token|認証|暗証|パスワード|確認コード|ワンタイム|login|user.?(name|id)|ログイン|利用者(id|番号)/i;
  globalThis.pastes = probe.all('input').filter(field => probe.visible(field) && !field.disabled && !field.readOnly
    && field.matches('[type=password], [type=text], [type=tel], [type=number], [type=email], :not([type])')
    && (field.type === 'password' || /\b(username|current-password|new-password|one-time-code)\b/.test(field.autocomplete)
      || SECRET.test([field.name, field.id, ...[...(field.labels ?? [])].map(probe.text)].join(' '))));
  return globalThis.pastes.slice(0, %d).map(probe.path);
})()"""

# Another text each time, or what one paste spread over the fields would hide that of the next.
_COPY = """(place => {
  const source = document.createElement('textarea');
  source.value = String((place + 1) * 1111);
  source.id = 'designsys-paste-source';
  document.body.append(source);
  source.select();
})"""

_FOCUS = """(place => {
  const values = () => probe.all('input').map(field => field.value).join('\\n');
  globalThis.paste = {before: '', stopped: false, changed: () => values() !== globalThis.paste.before};
  document.querySelector('#designsys-paste-source')?.remove();
  globalThis.pastes[place].focus();
  globalThis.paste.before = values();
  for (const kind of ['paste', 'keydown', 'beforeinput']) window.addEventListener(kind, event => {
    setTimeout(() => { globalThis.paste.stopped ||= event.defaultPrevented; });
  }, {once: true, capture: true});
  return document.activeElement === globalThis.pastes[place] || Boolean(globalThis.pastes[place].getRootNode().activeElement);
})"""

_ANSWERING = 0.3


def judge(page: LoadedPage) -> list[Observation]:
    """Report each login field where a paste is stopped and changes nothing."""
    paths = page.evaluate(_FIND % _MOST)
    if not paths:
        return []
    with acting(page):
        refused = [place for place in range(len(paths)) if _refuses(page, place)]
    return [Observation(ID, CRITERIA, CERTAIN, paths[place], JA, EN) for place in refused]


def _refuses(page: LoadedPage, place: int) -> bool:
    page.evaluate(f"{_COPY}({place})")
    _press(page, "c", "copy")
    if not page.evaluate(f"{_FOCUS}({place})"):
        return False
    _press(page, "v", "paste")
    wait(page, _ANSWERING)
    refused: bool = page.evaluate("paste.stopped && !paste.changed()")
    return refused


def _press(page: LoadedPage, letter: str, command: str) -> None:
    """Press Ctrl and a letter with the editing command that browsers tie to it."""
    key = {
        "key": letter,
        "code": f"Key{letter.upper()}",
        "modifiers": 2,
        "windowsVirtualKeyCode": ord(letter.upper()),
    }
    page.send("Input.dispatchKeyEvent", type="rawKeyDown", commands=[command], **key)
    page.send("Input.dispatchKeyEvent", type="keyUp", **key)
