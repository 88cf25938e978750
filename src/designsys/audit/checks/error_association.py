"""An error message on the screen that its field, or its group of fields, does not tell.

What its class or role calls an error, or what begins with エラー or Error, is taken for a
message where the field says that it is wrong (``aria-invalid="true"``); where it does
not, only what is both. A live region was announced once: a person has to look.
"""

from __future__ import annotations

from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "error-association"
CRITERIA = ("1.3.1", "3.3.1")
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
_WORDS = {
    "untied": (
        "エラーメッセージが入力欄と結び付いておらず、読み上げでは誤りの理由が伝わりません。"
        "メッセージのidを入力欄の aria-describedby に書いてください。",
        "The error message is not tied to its field, so a screen reader does not tell what is wrong. "
        "Write the message's id in the field's aria-describedby.",
    ),
    "nowhere": (
        "入力欄の aria-describedby（または aria-errormessage）が指す先がなく、誤りの理由が伝わりません。"
        "あるエラーメッセージのidに直してください。",
        "The field's aria-describedby (or aria-errormessage) points at nothing, so what is wrong is not told. "
        "Write the id of the error message that is there.",
    ),
}

_SCRIPT = """(() => {
  const FIELD = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]), select, textarea, '
    + '[role=textbox], [role=combobox], [role=listbox], [role=spinbutton]';
  const GROUP = 'fieldset, [role=group], [role=radiogroup]';
  const POINTERS = ['aria-describedby', 'aria-errormessage'];
  const before = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const shared = (a, b) => a === b || a.contains(b) || b.contains(a);
  const invalid = element => element.getAttribute('aria-invalid') === 'true';
  const live = element => Boolean(element.closest('[role=alert], [role=status], [aria-live]:not([aria-live=off])'));
  const named = element => [...element.classList, element.id].some(
    word => /(^|[-_])(error|err|invalid|エラー)([-_]|$)/i.test(word));
  const begins = element => /^(エラー|Error\\b)/i.test(probe.text(element));
  const summary = element => element.closest('[class*=error-summary], [class*=error_summary]')
    ?? (element.querySelector('a[href^="#"]') || element.closest('a[href^="#"]'));
  const message = element => probe.visible(element) && probe.text(element) !== ''
    && !element.matches(`${FIELD}, label, legend, script, style`) && !element.querySelector(FIELD) && !summary(element)
    && (named(element) || element.getAttribute('role') === 'alert' || (!element.childElementCount && begins(element)));

  const fields = probe.all(FIELD).filter(probe.visible);
  const labels = probe.all('label, legend');
  const inGroup = field => field.matches('[type=radio], [type=checkbox]') && field.closest(GROUP);

  // The largest box around a field that holds no other, so what stands in it is about this one.
  const box = field => {
    const others = fields.filter(other => other !== field && !(other.name && other.name === field.name));
    let at = field;
    while (at.parentElement && !at.parentElement.matches('form, main, body')
      && !others.some(other => at.parentElement.contains(other))) at = at.parentElement;
    return at;
  };

  // In a form without boxes: from the field's label to the next label or field.
  const beside = (field, element) => {
    const label = field.labels?.[0];
    if (!label || !before(label, element)) return false;
    return ![...fields, ...labels].some(other => other !== field && other !== label && before(field, other)
      && !field.contains(other) && (before(other, element) || other.contains(element)));
  };

  // What a message is about: the field that it stands with, else the group around it.
  const owner = element => {
    const near = fields.filter(field => field.getRootNode() === element.getRootNode() && !inGroup(field));
    return near.find(field => box(field).contains(element)) ?? near.find(field => beside(field, element))
      ?? (group => group?.querySelector(FIELD) ? group : null)(element.closest(GROUP))
      ?? fields.find(field => !field.closest(GROUP) && box(field).contains(element));
  };

  const ties = element => {
    const group = element.matches(GROUP) ? element : element.closest(GROUP);
    const parts = element.matches(GROUP) ? [...element.querySelectorAll(FIELD)] : [element];
    const told = [...parts, ...(group ? [group] : [])];
    return [...told.flatMap(part => [...POINTERS, 'aria-labelledby'].flatMap(name => probe.targets(part, name))),
      ...parts.flatMap(part => [...(part.labels ?? [])]), ...(group?.querySelectorAll(':scope > legend') ?? [])]
      .filter(Boolean);
  };

  const messages = new Map();
  for (const element of probe.all('*').filter(message)) {
    const about = owner(element);
    if (!about) continue;
    const wrong = invalid(about) || (about.matches(GROUP) && [...about.querySelectorAll(FIELD)].some(invalid));
    if (wrong || (named(element) && begins(element))) messages.set(about, [...(messages.get(about) ?? []), element]);
  }

  const untied = [...messages].flatMap(([about, near]) => {
    const tied = ties(about);
    const words = tied.map(probe.text).join(' ');
    const tells = element => tied.some(tie => shared(tie, element)) || words.includes(probe.text(element));
    return near.some(tells) ? [] : [{kind: 'untied', certain: !near.every(live), element: about}];
  });
  const nowhere = fields.filter(field => invalid(field) && !messages.has(field)).flatMap(field => {
    const told = POINTERS.flatMap(name => probe.targets(field, name));
    const lost = told.length && told.every(target => !target || probe.text(target) === '');
    return lost ? [{kind: 'nowhere', certain: told.includes(null), element: field}] : [];
  });
  return [...untied, ...nowhere].map(({element, ...seen}) => ({...seen, path: probe.path(element)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report every field and group that is wrong on the screen only."""
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=CERTAIN if seen["certain"] else LIKELY,
            path=seen["path"],
            ja=_WORDS[seen["kind"]][0],
            en=_WORDS[seen["kind"]][1],
        )
        for seen in page.observe(_SCRIPT)
    ]
