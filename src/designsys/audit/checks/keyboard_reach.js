// What can be clicked but not reached, or reached but perhaps not operated, by keyboard.
globalThis.reach = (() => {
  const NATIVE = 'a[href], area[href], button, input, select, textarea, summary, label, option, audio, video, iframe, '
    + 'object, embed, [contenteditable=""], [contenteditable=true]';
  // A listener here is for many things inside, or for clicks that mean none.
  const CONTAINER = 'html, body, main, form, fieldset, header, footer, nav, section, article, aside, ul, ol, dl, table, '
    + 'thead, tbody, dialog, svg, canvas, [role=dialog], [role=presentation], [role=none], [role=application]';
  const COMPOSITE = '[role=listbox], [role=menu], [role=menubar], [role=tree], [role=treegrid], [role=grid], '
    + '[role=tablist], [role=radiogroup], [role=toolbar], [role=combobox]';
  const WIDGET = '[role=button], [role=link], [role=checkbox], [role=switch], [role=radio], [role=tab], [role=menuitem]';
  const heard = new Set();
  addEventListener('designsys-listens', event => heard.add(event.composedPath()[0]), true);

  const parent = element => element.parentElement ?? element.getRootNode().host ?? null;
  function closest(element, selector) {
    for (let at = element; at; at = parent(at)) if (at.matches(selector)) return at;
    return null;
  }
  const tabbable = element => element.tabIndex >= 0 && !element.matches(':disabled, [inert], [inert] *')
    && (probe.visible(element) || element.matches('input, select'));
  const within = element => [...element.querySelectorAll('*')].some(tabbable);
  const name = element => (element.getAttribute('aria-label') || probe.text(element)
    || element.getAttribute('title') || element.querySelector('img[alt]')?.alt || element.alt || '').trim();
  const size = element => { const {width, height} = element.getBoundingClientRect(); return {width, height}; };

  function candidate(element) {
    if (!element.isConnected || element.ownerDocument !== document || !probe.visible(element)) return false;
    if (closest(element, NATIVE) || element.matches(CONTAINER) || closest(element, '[aria-disabled=true], [inert]')) return false;
    const {width, height} = size(element);
    if (width < 8 || height < 8 || width * height > innerWidth * innerHeight * 0.5) return false;
    const style = getComputedStyle(element);
    if (style.pointerEvents === 'none' || Number(style.opacity) === 0) return false;
    const pointer = style.cursor === 'pointer'
      && (heard.has(element) || element.hasAttribute('onclick') || getComputedStyle(parent(element)).cursor !== 'pointer');
    return pointer || element.matches(WIDGET);
  }

  // Out of reach: no focus on it, in it or around it, and none that a composite widget moves about.
  function beyond(element) {
    if (tabbable(element) || element.tabIndex >= 0 || within(element) || closest(element, '[tabindex="0"]')) return false;
    if (closest(element, COMPOSITE)) return false;
    return !element.matches('[tabindex]') || element.matches('[role=button], [role=link]');
  }

  const SIMILAR = element => {
    const text = name(element);
    return text && probe.all('a[href], button, [role=button], [role=link], summary, input, select').some(
      other => other !== element && tabbable(other) && (name(other) === text || other.value === text));
  };

  // Nothing but a cross or an arrow beside a field may do what the field's own keys do.
  const sure = element => name(element).length > 1 && !element.matches('[tabindex]')
    && ![...(parent(element)?.children ?? [])].some(twin => twin !== element && (tabbable(twin) || within(twin)));

  function screen() {
    const all = [...new Set([...heard, ...probe.all('[onclick], ' + WIDGET)])].filter(candidate);
    const listening = all.filter(element => heard.has(element) || element.hasAttribute('onclick'));
    return {
      beyond: listening.filter(element => beyond(element) && !SIMILAR(element)).slice(0, 12)
        .map(element => ({path: probe.path(element), sure: sure(element)})),
      stops: listening.filter(element => element.tabIndex >= 0 && element.matches(WIDGET) && !within(element))
        .slice(0, 12).map(element => ({path: probe.path(element), sure: true})),
    };
  }

  // Where to press it; null when it does not lie on top there.
  function place(path) {
    const element = acting.at(path);
    if (!element || !probe.visible(element)) return null;
    element.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
    const box = element.getClientRects()[0];
    if (!box) return null;
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) {
      at = at.shadowRoot.elementFromPoint(x, y);
    }
    return at && (element === at || element.contains(at)) ? [x, y] : null;
  }
  // Text that nobody means to click: what the page does when it is clicked, it does anywhere.
  function neutral() {
    const plain = probe.all('h1, h2, p, h3, li').find(element => probe.visible(element) && !closest(element, NATIVE)
      && !within(element) && !heard.has(element) && getComputedStyle(element).cursor !== 'pointer'
      && element.ownerDocument === document && place(probe.path(element)));
    return plain ? place(probe.path(plain)) : null;
  }
  const focus = path => {
    const element = acting.at(path);
    element?.focus();
    return Boolean(element?.matches(':focus'));
  };
  const state = () => [acting.changes(), acting.left.length, Math.round(scrollX), Math.round(scrollY)].join();
  return {screen, place, neutral, focus, state};
})();
0;
