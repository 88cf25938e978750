// Errors on the screen that their fields do not tell, or that tell nothing.
(() => {
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
  const begins = element => /^(エラー|Error\b)/i.test(probe.text(element));
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

  // What is seen and not told: no field points at it, and nothing that is read out says the same.
  const referred = new Set(fields.flatMap(field => [...ties(field)]));
  const silent = element => element.closest('[aria-hidden=true]');
  const shownOnly = element => silent(element) && ![...referred].some(tie => shared(tie, element))
    && !probe.all('[role=alert], [role=status], [aria-live], p, li, span, div').some(
      other => other !== element && !silent(other) && !other.contains(element) && probe.text(other).includes(probe.text(element)));
  const VAGUE = new RegExp(`^(${[
    '(error[:!]? ?)?(this (field|value|entry) is |the (value|input|entry) is |your (input|entry) is )?(invalid|incorrect|wrong|not valid|an error)( (value|input|entry|data|format))?( (for|in) [\\w ]+)?',
    'an error (has )?occurred', '(please )?(check|correct) (this field|your input|the input)', 'error',
    '(エラー[:：]?)?(入力)?(エラー|不正|無効)(です|があります|な値です|な入力です)?',
    '(エラー[:：]?)?.{0,12}(値|入力|入力内容|内容|形式)?[がはに]?(不正|無効|正しくありません|誤りがあります|間違っています|エラー)(です)?',
  ].join('|')})[.。!！]*$`, 'i');
  const told = probe.all('*').filter(element => message(element) && (named(element) || element.getAttribute('role') === 'alert'));
  const poor = told.filter(element => !told.some(other => other !== element && element.contains(other))).flatMap(element => {
    if (!owner(element)) return [];
    if (shownOnly(element)) return [{kind: 'hidden', certain: false, element}];
    return VAGUE.test(probe.text(element)) ? [{kind: 'vague', certain: false, element}] : [];
  });

  // A field that is wrong by its state or colour only: no message, no description, no link from a summary.
  const wrong = field => invalid(field) || [...field.classList].some(word => /^(is-|has-)?(error|invalid)$/i.test(word));
  const linked = field => field.id && probe.all('a[href^="#"]').some(link => link.hash === `#${CSS.escape(field.id)}` && probe.text(link));
  const described = field => [field, field.closest(GROUP)].some(part => part
    && POINTERS.some(name => probe.targets(part, name).some(target => target && probe.text(target)))) || field.getAttribute('aria-description') || field.title;
  const noticed = field => told.some(element => owner(element) === field || owner(element)?.contains(field))
    || /エラー|error|入力してください|選択してください|選んでください|書いてください|必須です|正しく|required|must/i.test(
      probe.text(box(field)).replace(probe.text(field), ''));
  const alone = fields.filter(field => wrong(field) && !inGroup(field) && ![...messages.keys()].some(about => about.contains(field))
    && !described(field) && !linked(field) && !noticed(field) && !nowhere.some(one => one.element === field))
    .map(element => ({kind: 'colour', certain: false, element}));

  return [...untied, ...nowhere, ...poor, ...alone].map(({element, ...seen}) => ({...seen, path: probe.path(element)}));
})()
