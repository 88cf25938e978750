"""A label or an ARIA attribute that points at an id which is nowhere in the page.

Parts that a script may bring later (``aria-controls``, ``aria-activedescendant``) are not asked for, and neither is what
error messages are tied by, which has a check of its own. A script may bring the others too: they are likely, except
where an element has no other name.
"""

from __future__ import annotations

from designsys.audit.facts.naming import know_names
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "dangling-reference"
CRITERIA = ("1.3.1", "4.1.2")
ASPECTS = frozenset({"scripts"})
ACTS = False
JA = "{attribute} が指す id「{id}」がページのどこにもありません。{lost}読み上げに伝わりません。ある要素の id に直すか、属性を外してください。"
EN = (
    "{attribute} points at the id '{id}', which is nowhere in the page, so {lost} is not told to screen readers. "
    "Write the id of an element that is there, or take the attribute off."
)
_LOST = {
    "for": ("ラベルが入力欄に結び付かず、", "the label of a field"),
    "aria-labelledby": ("部品の名前が", "a name"),
    "aria-describedby": ("説明が", "a description"),
    "aria-owns": ("部品の組み立てが", "what belongs together"),
    "aria-details": ("詳しい説明が", "a longer description"),
}

_SCRIPT = """probe.named(name => {
  const NAMES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-owns', 'aria-details'];
  const seen = element => probe.visible(element) && !element.closest('[aria-hidden=true]');
  return NAMES.flatMap(attribute => probe.all(attribute === 'for' ? 'label[for]' : `[${attribute}]`).filter(seen).flatMap(element => {
    if (element.getAttribute('aria-invalid') === 'true' && attribute === 'aria-describedby') return [];
    const ids = element.getAttribute(attribute).split(/\\s+/).filter(Boolean);
    const lost = ids.filter(id => !element.getRootNode().getElementById?.(id));
    if (!lost.length || (attribute === 'for' && element.querySelector('input, select, textarea'))) return [];
    const certain = attribute === 'aria-labelledby' && lost.length === ids.length && name(element) === '';
    return [{attribute, certain, id: lost.join(' ').slice(0, 60), path: probe.path(element)}];
  }));
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each reference that points nowhere."""
    know_names(page)
    found = []
    for seen in page.observe(_SCRIPT):
        attribute, identifier = seen["attribute"], seen["id"]
        ja, en = _LOST[attribute]
        found.append(
            Observation(
                rule=ID,
                criteria=CRITERIA,
                certainty=CERTAIN if seen["certain"] else LIKELY,
                path=seen["path"],
                ja=JA.format(attribute=attribute, id=identifier, lost=ja),
                en=EN.format(attribute=attribute, id=identifier, lost=en),
            )
        )
    return found
