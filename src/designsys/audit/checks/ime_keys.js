// Which fields Japanese is typed into, and what a key did to one while its text was being converted.
globalThis.ime = (() => {
  const FIELD = 'textarea, input:not([type]), input[type=text], input[type=search], [contenteditable=""], '
    + '[contenteditable=true]';
  const MOST = 8;
  const EACH = 2;
  const place = field => field.closest('dialog, [role=dialog], form, [role=combobox], [role=search]') ?? document.body;
  const value = field => (field.isContentEditable ? field.innerText : field.value).replace(/\n$/, '');

  // Two of each place and kind: what a script does to one field of a form it does to its like.
  // Dialogs first: a key in another field may close them.
  function fields() {
    const seen = new Map();
    const inside = field => Boolean(field.closest('dialog, [role=dialog]'));
    const all = probe.all(FIELD);
    return [...all.filter(inside), ...all.filter(field => !inside(field))].filter(field => {
      if (!probe.visible(field) || field.disabled || field.readOnly || field.closest('[inert]')) return false;
      if (field.ownerDocument !== document) return false;
      const kind = `${field.localName}${field.getAttribute('role') ?? ''}`;
      const kinds = seen.get(place(field)) ?? new Map();
      seen.set(place(field), kinds);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      return kinds.get(kind) <= EACH;
    }).slice(0, MOST).map(probe.path);
  }

  let field = null;
  let open = [];
  let written = '';
  function focus(path) {
    field = acting.at(path);
    field?.focus();
    if (field?.value !== undefined) field.select?.();
    return Boolean(field?.matches(':focus'));
  }
  // What stands now is what a key may not change.
  function begin() {
    acting.begin();
    written = value(field);
    open = [...document.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog], [popover]')]
      .filter(box => probe.visible(box) && box.contains(field));
    return written;
  }
  function answer(key) {
    if (acting.submits.length) return 'submit';
    if (acting.left.length) return 'leave';
    if (open.some(box => !box.isConnected || !probe.visible(box))) return 'close';
    if (!field.isConnected || !probe.visible(field)) return 'close';
    // Chromium itself clears a search field then: it looks at the name of the key and at nothing else (measured).
    if (key === 'Escape' && field.type === 'search' && value(field) === '') written = '';
    if (value(field) !== written) return value(field) === '' ? 'clear' : 'pick';
    if (!field.matches(':focus')) return 'move';
    return null;
  }
  return {fields, focus, begin, answer};
})();
0;
