"""The Tab key goes backwards through what is read forwards (WCAG 2.4.3).

Two causes are looked for: a positive ``tabindex``, and flex or grid boxes that show their parts in another order than
the document's. Whether the meaning or the use suffers, a person has to judge, so it is likely at most.
"""

from __future__ import annotations

import json

from designsys.audit.facts import tab_walk
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "focus-order"
CRITERIA = ("2.4.3",)
ASPECTS = frozenset({"width"})
ACTS = True

_WORDS = {
    "tabindex": (
        "正の tabindex のため、画面で先にあるものより前にフォーカスが来ます。キーボードで使う人は、読む順に進めません。"
        "tabindex の数を外し、HTMLの順を読む順に合わせてください。",
        "A positive tabindex brings the focus here before what is read earlier, so people who use the keyboard do not "
        "go in reading order. Drop the number, and write the HTML in reading order.",
    ),
    "layout": (
        "CSS（order や reverse）で並べ替えたため、フォーカスが画面の並びと逆に進みます。キーボードで使う人や画面を拡大している人は、"
        "位置を見失います。HTMLの順を画面の並びに合わせてください。",
        "CSS (order, or reverse) shows the parts in another order, so the focus goes backwards here and people who use "
        "the keyboard lose their place. Write the HTML in the order that is shown.",
    ),
}
_MOST = 10

_SCRIPT = """(paths => {
  const elements = paths.map(path => { try { return probe.resolve(path); } catch { return null; } }).filter(Boolean);
  const box = element => element.getBoundingClientRect();
  const before = (b, a) => b.bottom <= a.top + 1
    || (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2 && b.right <= a.left + 1);
  const chain = element => { const all = []; for (let at = element; at; at = at.parentElement) all.push(at); return all; };
  const found = [];
  elements.forEach((element, index) => {
    const last = elements[index - 1];
    if (!last || !probe.visible(last) || !probe.visible(element)) return;
    if (getComputedStyle(document.documentElement).direction === 'rtl') return;
    const follows = Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (last.tabIndex > 0 && !follows && before(box(element), box(last))) found.push([last, 'tabindex']);
    const up = chain(last);
    const shared = chain(element).find(at => up.includes(at));
    if (!follows || !shared || shared === last || shared === element) return;
    const style = getComputedStyle(shared);
    if (!/flex|grid/.test(style.display)) return;
    const [one, two] = [last, element].map(at => chain(at).find(part => part.parentElement === shared));
    if (!one || !two || ['absolute', 'fixed'].includes(getComputedStyle(one).position)) return;
    const moved = /reverse/.test(style.flexDirection + style.flexWrap)
      || getComputedStyle(one).order !== getComputedStyle(two).order
      || (/grid/.test(style.display) && [one, two].some(part => getComputedStyle(part).gridRowStart !== 'auto'
        || getComputedStyle(part).gridColumnStart !== 'auto'));
    if (moved && before(box(two), box(one))) found.push([element, 'layout']);
  });
  return found.map(([element, kind]) => ({path: probe.path(element), kind}));
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Compare each step of the walk with the document and with the screen."""
    stops = [stop.path for stop in page.fact(tab_walk.find).stops if len(stop.path) == 1]
    seen = page.evaluate(f"{_SCRIPT}({json.dumps(stops)})") if len(stops) > 1 else []
    return [Observation(ID, CRITERIA, LIKELY, one["path"], *_WORDS[one["kind"]]) for one in seen[:_MOST]]
