"""A field whose only visible label is its placeholder, which is gone with the first letter.

A search field beside its button passes, and so does text that stands in the field's own box, tied to it or not: there
only a person can say whether it is a label.
"""

from __future__ import annotations

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "placeholder-label"
CRITERIA = ("3.3.2",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    "入力欄の見出しが、欄の中の「{name}」だけです。書き始めると消え、何の欄か分からなくなります。"
    "欄の上に <label> で見出しを置いてください。"
)
EN = (
    "The field's only label is '{name}' inside it, which is gone as soon as somebody writes. "
    "Put a <label> above the field."
)

_SCRIPT = r"""(() => {
  const FIELD = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea';
  const shown = element => {
    const {width, height, right, bottom} = element.getBoundingClientRect();
    return probe.visible(element) && width > 2 && height > 2 && right + scrollX > 0 && bottom + scrollY > 0
      && getComputedStyle(element).opacity !== '0' && /\p{L}/u.test(element.innerText ?? '');
  };
  const fields = probe.all(FIELD).filter(probe.visible);
  const box = field => {
    let at = field;
    while (at.parentElement && !at.parentElement.matches('form, main, body, td, th, fieldset, dl')
      && !fields.some(other => other !== field && at.parentElement.contains(other))) at = at.parentElement;
    return at;
  };
  const labelled = field => [...(field.labels ?? []), ...probe.targets(field, 'aria-labelledby').filter(Boolean)].some(shown)
    || field.closest('td, dd') || /\p{L}/u.test(field.parentElement.closest('label')?.innerText ?? '');
  const beside = field => {
    const around = box(field);
    if (around !== field && /\p{L}/u.test((around.innerText ?? ''))) return true;
    return [around.previousSibling, around.previousElementSibling].some(near => near && /\p{L}/u.test(near.textContent)
      && !(near.nodeType === Node.ELEMENT_NODE && (near.matches('h1, h2, h3, h4, h5, h6, p, ul, nav') || near.querySelector(FIELD))));
  };
  const search = field => field.matches('[type=search], [role=searchbox]') || field.closest('[role=search], search')
    || (field.form && [...field.form.elements].filter(one => one.matches(FIELD)).length === 1
      && field.form.querySelector('button, [type=submit], [type=image]'));
  return fields.filter(field => field.placeholder?.trim() && !labelled(field) && !search(field) && !beside(field))
    .map(field => ({name: field.placeholder.trim().slice(0, 60), path: probe.path(field)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each field that shows no label but its placeholder."""
    return [
        Observation(
            ID, CRITERIA, LIKELY, seen["path"], JA.format(name=seen["name"]), EN.format(name=seen["name"])
        )
        for seen in page.observe(_SCRIPT)
    ]
