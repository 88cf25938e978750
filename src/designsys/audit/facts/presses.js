// What pressing a control changes: what it shows and hides, how it looks, and what it tells of its state.
globalThis.presses = (() => {
  const CONTROL = 'button, input[type=button], input[type=submit], [role=button], [role=switch], [role=checkbox], '
    + '[role=tab], [role=menuitemcheckbox]';
  const STATES = ['aria-expanded', 'aria-pressed', 'aria-checked', 'aria-selected', 'aria-current'];
  const LIVE = '[role=alert], [role=status], [role=log], [role=timer], [aria-live]:not([aria-live=off]), output';
  const MOST = 40;
  const PARTS = 300;

  const sends = element => element.matches('input[type=submit], button:not([type=button], [type=reset])')
    && Boolean(element.form);
  function controls() {
    const all = probe.all(CONTROL).filter(element => element.ownerDocument === document && probe.visible(element)
      && element.tabIndex >= 0 && !element.matches(':disabled, [aria-disabled=true], [type=reset]'));
    // What sends a form comes last, for it changes most.
    return [...all.filter(element => !sends(element)), ...all.filter(sends)].slice(0, MOST).map(probe.path);
  }

  const shown = element => element.isConnected && element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && element.getBoundingClientRect().height > 2;
  function hidden() {
    const found = [];
    const go = parent => {
      for (const element of parent.children) {
        if (found.length >= PARTS || element.matches('script, style, template, noscript, head, dialog:modal')) continue;
        if (!shown(element)) { if (probe.text(element)) found.push(element); } else go(element);
        if (element.shadowRoot) go(element.shadowRoot);
      }
    };
    go(document.body);
    return found;
  }

  const LOOK = ['color', 'backgroundColor', 'backgroundImage', 'borderTopColor', 'borderBottomColor', 'borderBottomWidth',
    'fontWeight', 'textDecorationLine', 'transform', 'rotate', 'opacity', 'fill', 'display', 'content'];
  const style = (element, pseudo) => { const all = getComputedStyle(element, pseudo); return LOOK.map(key => all[key]).join(); };
  const look = element => [element, ...element.querySelectorAll('*')].slice(0, 12)
    .flatMap(part => [style(part), style(part, '::before'), style(part, '::after')]).join('|');
  const told = element => JSON.stringify(STATES.map(state => element.getAttribute(state)));
  const name = element => [probe.text(element), element.value ?? '', element.getAttribute('aria-label') ?? '', element.title,
    ...probe.targets(element, 'aria-describedby').map(target => target ? probe.text(target) : '')].join('|');
  const focused = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };

  let control = null;
  let before = [];
  let parts = [];
  let at = 0;
  const snapshot = () => ({look: look(control), told: told(control), name: name(control)});

  // Focus the control and remember how things stand.
  function begin(path) {
    control = acting.at(path);
    control?.focus();
    if (!control || focused() !== control) return false;
    acting.begin();
    before = hidden();
    parts = [];
    at = acting.changes();
    return snapshot();
  }

  // Running transitions end where they lead.
  const finish = () => document.getAnimations().forEach(animation => {
    if (animation instanceof CSSTransition) animation.finish();
  });
  function after() {
    finish();
    if (!control.isConnected) return null;
    const added = acting.added().map(node => node.nodeType === Node.TEXT_NODE ? node.parentElement : node)
      .filter(node => node?.nodeType === Node.ELEMENT_NODE && shown(node) && probe.text(node) && !control.contains(node));
    parts = [...new Set([...before.filter(shown), ...added])].filter(part => !control.contains(part));
    parts = parts.filter(part => !parts.some(other => other !== part && other.contains(part)));
    const moved = focused() !== control;
    return {
      ...snapshot(), changed: acting.changes() !== at, left: acting.left.length > 0, moved,
      dialog: parts.some(part => part.matches('dialog, [role=dialog], [role=alertdialog]')
        || part.querySelector('dialog[open], [role=dialog]')),
      revealed: parts.filter(part => !part.closest(LIVE) && !part.querySelector(LIVE)).map(part => ({
        path: probe.path(part), text: probe.text(part).slice(0, 200), length: probe.text(part).length,
        interactive: Boolean(part.querySelector('a[href], button, input, select, textarea')) || part.matches('a, button, input'),
        named: [part, ...part.querySelectorAll('*')].some(one => [...one.classList, one.id].some(word =>
          /(^|[-_])(alert|toast|message|msg|notice|error|success|status|result|snackbar|flash|warning)s?([-_]|$)/i.test(word))),
      })),
      attributes: {popup: control.hasAttribute('aria-haspopup'), role: control.getAttribute('role'), sends: sends(control)},
    };
  }
  const again = () => { finish(); return {...snapshot(), hidden: parts.length > 0 && parts.every(part => !shown(part))}; };
  return {controls, begin, after, again};
})();
0;
