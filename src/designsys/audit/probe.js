// What every check may use in the page: finding elements, saying where they are and what they are.
// It runs in the isolated world of each frame and changes nothing in the page.
globalThis.probe = (() => {
  const LANDMARKS = ['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search'];
  const SNIPPET = 300;

  function* roots(root) {
    yield root;
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* roots(element.shadowRoot);
  }

  // Every matching element, open shadow trees included.
  const all = selector => [...roots(document)].flatMap(root => [...root.querySelectorAll(selector)]);

  const visible = element => element.checkVisibility({visibilityProperty: true});

  const text = element => element.textContent.replace(/\s+/g, ' ').trim();

  // The elements that an attribute with a list of ids points at, first of each id as browsers take it.
  const targets = (element, attribute) => (element.getAttribute(attribute) || '').split(/\s+/).filter(Boolean)
    .map(id => element.getRootNode().getElementById?.(id) ?? null);

  function step(element) {
    const root = element.getRootNode();
    const steps = [];
    for (let at = element; at && at.nodeType === Node.ELEMENT_NODE; at = at.parentElement) {
      const own = at.id && `#${CSS.escape(at.id)}`;
      if (own && root.querySelectorAll(own).length === 1) return [own, ...steps].join(' > ');
      const twins = [...(at.parentNode?.children ?? [])].filter(twin => twin.localName === at.localName);
      const place = twins.length > 1 ? `:nth-of-type(${twins.indexOf(at) + 1})` : '';
      steps.unshift(CSS.escape(at.localName) + place);
    }
    return steps.join(' > ');
  }

  // Where an element is, in the form of axe's targets.
  function path(element) {
    const shadow = [step(element)];
    for (let root = element.getRootNode(); root.host; root = root.host.getRootNode()) shadow.unshift(step(root.host));
    const here = [shadow.length > 1 ? shadow : shadow[0]];
    const frame = element.ownerDocument.defaultView?.frameElement;
    return frame ? [...path(frame), ...here] : here;
  }

  // The element of a target, when it is in this very frame.
  function resolve(target) {
    let at = null;
    let root = window.top.document;
    target.forEach((part, depth) => {
      if (depth > 0) root = at.contentDocument;
      for (const selector of [part].flat()) {
        at = root.querySelector(selector);
        root = at.shadowRoot;
      }
    });
    return at.ownerDocument === document ? at : null;
  }

  const aria = (what, element) => {
    try {
      return what === 'role' ? axe.commons.aria.getRole(element) : axe.commons.text.accessibleText(element);
    } catch {
      return null;
    }
  };

  const parent = element => element.parentElement ?? element.getRootNode().host ?? null;

  function landmarks(element) {
    const names = [];
    for (let at = parent(element); at; at = parent(at)) {
      const role = aria('role', at);
      if (LANDMARKS.includes(role)) names.unshift(`${role}[${aria('name', at) ?? ''}]`);
    }
    for (let view = window; view.frameElement; view = view.parent) names.unshift(`frame[${view.frameElement.title}]`);
    return names.join(' > ');
  }

  function snippet(element) {
    const whole = element.outerHTML;
    return whole.length <= SNIPPET ? whole : element.cloneNode(false).outerHTML.slice(0, SNIPPET);
  }

  // The value of a function that asks for roles and names, with axe-core made ready for it where it is here:
  // `probe.named((name, role) => ...)`; both give null for an element that axe does not know.
  function named(ask) {
    let ready = false;
    try { axe.setup(document); ready = true; } catch { /* axe is not here: there are no names */ }
    try {
      return ask(element => aria('name', element), element => aria('role', element));
    } finally {
      if (ready) axe.teardown();
    }
  }

  // What identifies each target; null for those in other frames.
  const describe = wanted => named((name, role) => wanted.map(target => {
    let element = null;
    try { element = resolve(target); } catch { /* gone since */ }
    return element && {
      role: role(element) || element.localName,
      // The name of the whole page would be all its text: half a minute for 20,000 paragraphs.
      name: element.matches('html, body') ? '' : name(element) || '',
      landmarks: landmarks(element),
      html: snippet(element),
    };
  }));

  return {all, visible, text, targets, path, resolve, named, describe};
})();
0;
