"""An error message on the screen that its field does not tell.

Looks only at fields that say themselves that they are wrong (``aria-invalid="true"``),
and takes for an error what its class or role calls one, or what begins with
エラー or Error. A message in a live region was announced once: a person has to look.
"""

from __future__ import annotations

from designsys.audit.findings import CERTAIN, REVIEW, Observation
from designsys.audit.page import LoadedPage

__all__ = ["CRITERIA", "ID", "judge"]

ID = "error-association"
CRITERIA = ("1.3.1", "3.3.1")
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
  const CONTROL = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]), select, textarea, '
    + '[role=textbox], [role=combobox], [role=listbox], [role=spinbutton]';
  const before = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const shared = (a, b) => a === b || a.contains(b) || b.contains(a);
  const named = element => [...element.classList, element.id].some(
    word => /(^|[-_])(error|err|invalid|エラー)([-_]|$)/i.test(word));
  const live = element => Boolean(element.closest('[role=alert], [role=status], [aria-live]:not([aria-live=off])'));
  const looksWrong = element => probe.text(element) !== '' && !element.matches(CONTROL) && !element.querySelector(CONTROL)
    && !element.matches('label, legend, script, style')
    && (named(element) || element.getAttribute('role') === 'alert'
      || (element.childElementCount === 0 && /^(エラー|Error\\b)/i.test(probe.text(element))));

  // The largest box around a field that holds no other field, so what stands in it is about this one.
  const box = (field, fields) => {
    const others = fields.filter(other => other !== field && !(other.name && other.name === field.name));
    let at = field;
    while (at.parentElement && !at.parentElement.matches('form, main, body')
      && !others.some(other => at.parentElement.contains(other))) at = at.parentElement;
    return at;
  };

  // In a form without boxes: from the field's label to the next label or field.
  const beside = (field, fields, element) => {
    const label = field.labels?.[0];
    if (!label || !before(label, element)) return false;
    const next = [...fields, ...probe.all('label, legend')].filter(
      other => other !== field && other !== label && before(field, other) && !field.contains(other));
    return !next.some(other => before(other, element) || other.contains(element));
  };

  const referred = (field, names) => names.flatMap(name => probe.targets(field, name));
  const fields = probe.all(CONTROL).filter(probe.visible);
  const wrong = fields.filter(field => field.getAttribute('aria-invalid') === 'true');
  const messages = wrong.length ? probe.all('*').filter(element => probe.visible(element) && looksWrong(element)) : [];

  return wrong.flatMap(field => {
    const group = field.closest('fieldset, [role=group], [role=radiogroup]');
    const told = referred(field, ['aria-describedby', 'aria-errormessage']);
    const tied = [...told, ...referred(field, ['aria-labelledby']), ...(field.labels ?? []),
      ...(group ? [...referred(group, ['aria-describedby', 'aria-errormessage', 'aria-labelledby']),
        ...group.querySelectorAll(':scope > legend')] : [])].filter(Boolean);
    const words = tied.map(probe.text).join(' ');
    const near = messages.filter(message => message.getRootNode() === field.getRootNode()
      && (box(field, fields).contains(message) || beside(field, fields, message))
      && !message.querySelector(`a[href="#${CSS.escape(field.id)}"]`));
    const untied = near.filter(
      message => !tied.some(element => shared(element, message)) && !words.includes(probe.text(message)));
    const saysWhy = tied.some(element => near.some(message => shared(element, message)));
    if (untied.length && !saysWhy) return [{kind: 'untied', certain: !untied.every(live), path: probe.path(field)}];
    const lost = told.length > 0 && told.every(element => !element || probe.text(element) === '');
    if (lost && !saysWhy) return [{kind: 'nowhere', certain: told.includes(null), path: probe.path(field)}];
    return [];
  });
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report every field that is wrong on the screen only."""
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=CERTAIN if seen["certain"] else REVIEW,
            path=seen["path"],
            ja=_WORDS[seen["kind"]][0],
            en=_WORDS[seen["kind"]][1],
        )
        for seen in page.observe(_SCRIPT)
    ]
