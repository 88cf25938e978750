"""Two elements of one id where a label or an ARIA attribute refers to it.

Browsers take the first, so the second control loses its label, hint or error. An id
that nothing refers to harms nobody and is not reported.
"""

from __future__ import annotations

from designsys.audit.findings import Observation, observations
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "EN", "ID", "JA", "judge"]

ID = "duplicate-id"
CRITERIA = ("1.3.1", "4.1.2")
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    "同じid「{id}」が2つ以上あり、ラベルや説明が1つ目にしか結び付きません。部品ごとに違うidを付けてください。"
)
EN = "The id '{id}' stands twice, so its label or description reaches the first element only. Give each its own id."

_SCRIPT = """(() => {
  const REFERENCES = ['for', 'form', 'list', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-errormessage',
    'aria-details', 'aria-controls', 'aria-owns', 'aria-activedescendant'];
  const referred = new Set(probe.all(REFERENCES.map(name => `[${name}]`).join()).flatMap(
    element => REFERENCES.flatMap(name => (element.getAttribute(name) || '').split(/\\s+/))));
  const groups = new Map();
  for (const element of probe.all('[id]')) {
    if (!element.id || !referred.has(element.id)) continue;
    const root = element.getRootNode();
    if (!groups.has(root)) groups.set(root, new Map());
    const byId = groups.get(root);
    byId.set(element.id, [...(byId.get(element.id) || []), element]);
  }
  const control = element => element.matches('button, input:not([type=hidden]), meter, output, progress, select, textarea');
  return [...groups.values()].flatMap(byId => [...byId].flatMap(([id, [first, ...others]]) => others.map(other => ({
    id,
    path: probe.path(other),
    // Hidden twins may be one control laid out twice, and equal hints say the same: a person has to look.
    certain: probe.visible(first) && probe.visible(other)
      && (control(first) || control(other) || probe.text(first) !== probe.text(other)),
  }))));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report every element after the first that bears a referred id."""
    return observations(ID, CRITERIA, page.observe(_SCRIPT), {"": (JA, EN)})
