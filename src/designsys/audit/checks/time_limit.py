"""A script that leads away or loads the page anew after a time, and time limits that the page announces.

Read from the page's own scripts and words: whether people are warned and may ask for more time, and whether a server
ends a session unannounced, is not known. ``<meta http-equiv="refresh">`` is judged by axe.
"""

from __future__ import annotations

import re

from designsys.audit.facts import scripts
from designsys.audit.findings import ADVICE, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "time-limit"
CRITERIA = ("2.2.1",)
ASPECTS = frozenset({"scripts"})
ACTS = False

# Shorter waits let a message or an animation be seen; WCAG excepts what is longer than 20 hours.
_SHORTEST, _LONGEST = 1.0, 72_000.0
_TIMER = re.compile(r"\bset(?:Timeout|Interval)\s*\(")
_LEAVES = re.compile(
    r"\blocation(?:\.href)?\s*=[^=]|\blocation\s*\.\s*(?:assign|replace|reload)\s*\(|\.submit\s*\(|\bhistory\s*\.\s*go\s*\("
)
_PRODUCT = re.compile(r"\s*\d[\d_]*(?:\.\d+)?(?:\s*\*\s*\d[\d_]*(?:\.\d+)?)*\s*")
_JA = (
    "このスクリプトは{time}たつとページを移るか読み込み直します。ゆっくり読む人や入力する人が間に合いません。"
    "時間の制限をなくすか、前もって知らせて延長できるようにしてください。"
)
_EN = (
    "After {time} this script leaves the page or loads it anew, and people who read or write slowly are cut off. "
    "Drop the limit, or warn before and let them ask for more time."
)
_ANNOUNCED_JA = (
    "時間の制限「{text}」があります。切れる前に知らせ、延長でき、書いたことが消えないか、確かめてください。"
)
_ANNOUNCED_EN = (
    "A time limit is announced: '{text}'. See that people are warned before, may ask for more time, "
    "and lose nothing that they wrote."
)

_ANNOUNCED = r"""(() => {
  const LIMIT = new RegExp('[0-9０-９]+\\s*(分|秒|時間)[^。]{0,30}(操作|入力|利用|通信)[^。]{0,15}(ない|なかった|無い|せず|行わ)[^。]{0,50}'
    + '(切れ|切断|無効|ログアウト|タイムアウト|終了|破棄|最初から|消え|失われ)'
    + '|(制限時間|有効時間|セッション)[^。]{0,20}[0-9０-９]+\\s*(分|秒|時間)'
    + '|session[^.]{0,40}(expire|time ?out|end)[^.]{0,30}\\d+\\s*(minutes|seconds|hours)'
    + '|\\d+\\s*(minutes|seconds)[^.]{0,30}(inactiv|idle)', 'i');
  const leaves = probe.all('body *').filter(element => LIMIT.test(element.textContent)
    && ![...element.children].some(child => LIMIT.test(child.textContent))
    && !element.matches('script, style, template') && probe.visible(element));
  return leaves.slice(0, 3).map(element => ({text: probe.text(element).match(LIMIT)?.[0].slice(0, 40) ?? '', path: probe.path(element)}))
    .filter(({text}) => text);
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report timers that lead away as likely, and announced limits as advice."""
    timers = [
        Observation(ID, CRITERIA, LIKELY, one.path, _JA.format(time=_ja(limit)), _EN.format(time=_en(limit)))
        for one in page.fact(scripts.find)
        for limit in limits(one.text)
    ]
    announced = [
        Observation(
            ID,
            CRITERIA,
            ADVICE,
            seen["path"],
            _ANNOUNCED_JA.format(text=seen["text"]),
            _ANNOUNCED_EN.format(text=seen["text"]),
        )
        for seen in page.observe(_ANNOUNCED)
    ]
    return timers + announced


def limits(script: str) -> list[float]:
    """The seconds after which a script's timers leave the page, each once.

    Only times written as numbers, or products of them, are read; a function that is called by its name is looked up
    in the same script.
    """
    found = []
    for match in _TIMER.finditer(script):
        inside = _inside(script, match.end())
        body, _, delay = inside.rpartition(",")
        if not body or not _PRODUCT.fullmatch(delay):
            continue
        seconds = 1.0
        for factor in delay.replace("_", "").split("*"):
            seconds *= float(factor)
        seconds /= 1000
        if _SHORTEST <= seconds <= _LONGEST and _LEAVES.search(_meant(script, body)):
            found.append(seconds)
    return list(dict.fromkeys(found))


def _inside(script: str, start: int) -> str:
    """What stands between a bracket and its end; brackets in strings are rare enough to be counted."""
    depth = 1
    for at in range(start, min(len(script), start + 3000)):
        depth += {"(": 1, ")": -1}.get(script[at], 0)
        if not depth:
            return script[start:at]
    return ""


def _meant(script: str, body: str) -> str:
    """A function's body where only its name is given."""
    if re.fullmatch(r"\s*\w+\s*", body):
        name = body.strip()
        found = re.search(
            rf"(?:function\s+{name}\s*\([^)]*\)|\b{name}\s*=\s*(?:function\s*\w*)?\s*\([^)]*\)(?:\s*=>)?)\s*\{{",
            script,
        )
        if found:
            end = script.find("\n}", found.end())
            return script[found.end() : end if 0 < end < found.end() + 1500 else found.end() + 300]
    return body


def _ja(seconds: float) -> str:
    return f"{seconds / 60:g}分" if seconds >= 60 else f"{seconds:g}秒"


def _en(seconds: float) -> str:
    return f"{seconds / 60:g} minutes" if seconds >= 60 else f"{seconds:g} seconds"
