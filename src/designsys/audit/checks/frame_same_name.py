"""Frames of one name that hold different documents: a list of frames does not tell them apart.

Contents are compared where the browser lets them be read, else addresses; two that say much the same, and
advertisements, serve one purpose. Only a person knows a purpose, so nothing here is certain.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.likeness import shared, words
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "frame-same-name"
CRITERIA = ("4.1.2",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False

_ALIKE = 0.5
_JA = (
    "「{name}」という同じ名前のフレームが、別の内容（{one} と {other}）を表示しています。"
    "読み上げで選ぶ人は区別できません。title を内容が分かる名前に変えてください。"
)
_EN = (
    "Frames called '{name}' show different documents ({one} and {other}), and who chooses by name cannot tell them "
    "apart. Say in title what each shows."
)

_SCRIPT = """(() => {
  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\\s+/g, ' ').trim();
  const heard = frame => frame.checkVisibility({visibilityProperty: true}) && !frame.closest('[aria-hidden=true]')
    && !frame.matches('[role=presentation], [role=none]');
  return probe.all('iframe, frame').filter(heard).map(frame => {
    const labels = probe.targets(frame, 'aria-labelledby').filter(Boolean).map(probe.text).join(' ');
    const name = squeeze(labels) || squeeze(frame.getAttribute('aria-label')) || squeeze(frame.title);
    let text = null;
    try {
      const inner = frame.contentDocument;
      if (inner?.readyState === 'complete' && inner.URL !== 'about:blank') text = squeeze(inner.body?.innerText);
    } catch { /* a document of another site */ }
    let shown = frame.hasAttribute('srcdoc') ? 'srcdoc' : frame.getAttribute('src') ?? '';
    let address = shown;
    try {
      const url = new URL(frame.src, document.baseURI);
      shown = url.origin === location.origin ? url.pathname + url.search : url.host + url.pathname;
      address = url.href.replace(url.hash, '').replace(/\\/$/, '');
    } catch { /* no address */ }
    return {name, text, address: frame.hasAttribute('srcdoc') ? frame.srcdoc : address, shown, path: probe.path(frame)};
  }).filter(({name, address}) => name && address && !/広告|スポンサー|advert|sponsor|\\bads?\\b/i.test(name));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report, for each name, the first frame that differs from the one before."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for frame in page.observe(_SCRIPT):
        inside = str(frame["path"][:-1])
        groups[inside + frame["name"].lower()].append(frame)
    found = []
    for group in groups.values():
        pair = next((pair for pair in itertools.combinations(group, 2) if not _alike(*pair)), None)
        if pair:
            one, other = pair
            named = {"name": other["name"], "one": one["shown"][:80], "other": other["shown"][:80]}
            found.append(
                Observation(ID, CRITERIA, LIKELY, other["path"], _JA.format(**named), _EN.format(**named))
            )
    return found


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["address"] == other["address"]:
        return True
    if one["text"] is None or other["text"] is None:
        return False
    if one["text"] == other["text"]:
        return True
    return shared(words(one["text"]), words(other["text"])) >= _ALIKE
