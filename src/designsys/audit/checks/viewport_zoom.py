"""A ``<meta name="viewport">`` whose values a browser cannot read, and takes for a ban on zooming.

An unknown word counts as 0 there. What forbids zooming in plain words is axe-core's; some browsers let readers zoom
all the same, so this is likely.
"""

from __future__ import annotations

from designsys.audit.findings import Observation, observations
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "EN", "ID", "JA", "judge"]

ID = "viewport-zoom"
CRITERIA = ("1.4.4",)
ASPECTS: frozenset[str] = frozenset()
ACTS = False
JA = "viewport の「{part}」は読み取れない値で、ブラウザーは0とみなし、拡大できなくなることがあります。この指定を外してください。"
EN = "The viewport's '{part}' cannot be read: browsers take it for 0, and may forbid zooming. Drop it."

# The parts and the way of reading are those of CSS Device Adaptation, section "The viewport META element".
_SCRIPT = r"""(() => {
  const KNOWN = /^(yes|no|device-width|device-height)$/;
  const number = value => /^[+-]?(\d|\.\d)/.test(value);
  return probe.all('meta[name=viewport i][content]').flatMap(meta => meta.content.split(/[,;\s]+(?![^=]*$)|[,;]/)
    .map(part => part.trim().toLowerCase().split(/\s*=\s*/)).filter(([name, value]) => value
      && ['user-scalable', 'maximum-scale'].includes(name) && !KNOWN.test(value) && !number(value))
    .map(([name, value]) => ({part: `${name}=${value}`, path: probe.path(meta)})));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report every such value."""
    return observations(ID, CRITERIA, page.evaluate(_SCRIPT), {"": (JA, EN)})
