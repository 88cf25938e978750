// What comes up when the pointer rests on something, by a style's :hover or a script's listener.
globalThis.hover = (() => {
  const SHOWS = ['display', 'visibility', 'opacity', 'height', 'max-height', 'clip', 'clip-path', 'left', 'transform', 'scale'];
  const MOST = 8;
  const PARTS = 300;
  const heard = new Set();
  addEventListener('designsys-listens', event => heard.add(event.composedPath()[0]), true);

  const shown = element => element.isConnected && element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && element.getBoundingClientRect().height > 2 && element.getBoundingClientRect().right > 0;
  function* rules(list) {
    for (const rule of list) {
      if (rule.selectorText?.includes(':hover') && SHOWS.some(name => rule.style.getPropertyValue(name))) yield rule;
      if (rule.cssRules) yield* rules(rule.cssRules);
    }
  }
  function sheets() {
    return [...document.styleSheets, ...document.adoptedStyleSheets].flatMap(sheet => {
      try { return [...rules(sheet.cssRules)]; } catch { return []; }
    });
  }
  const query = selector => { try { return [...document.querySelectorAll(selector)]; } catch { return []; } };

  function triggers() {
    const found = new Set();
    for (const rule of sheets()) {
      for (const selector of rule.selectorText.split(',').filter(one => one.includes(':hover') && !one.includes('::'))) {
        const [before] = selector.split(':hover');
        if (selector.trim().endsWith(':hover')) continue;
        for (const hidden of query(selector.replaceAll(':hover', '')).filter(one => !shown(one)).slice(0, 3)) {
          const near = query(before).find(one => one.contains(hidden) || one.parentElement === hidden.parentElement);
          if (near && shown(near)) found.add(near);
        }
      }
    }
    for (const element of heard) {
      const big = element.matches?.('html, body, main, header, footer, form, section, article, nav, ul');
      if (element.matches && !big && shown(element)) found.add(element);
    }
    return [...found].slice(0, MOST).map(probe.path);
  }

  function hidden() {
    const found = [];
    const go = parent => {
      for (const element of parent.children) {
        if (found.length >= PARTS || element.matches('script, style, template, noscript, head')) continue;
        if (!shown(element)) { if (probe.text(element)) found.push(element); } else go(element);
      }
    };
    go(document.body);
    return found;
  }

  let trigger = null;
  let before = [];
  let part = null;
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  function begin(path) {
    trigger = acting.at(path);
    trigger?.scrollIntoView({block: 'center', behavior: 'instant'});
    acting.begin();
    before = hidden();
    part = null;
    if (!trigger) return null;
    // What is pointed at is the text or the picture, not the empty rest of a wide box.
    const first = [...trigger.children].find(child => shown(child) && child !== part);
    const text = document.createRange();
    text.selectNodeContents(first ?? trigger);
    return middle(text.getClientRects()[0] ?? (first ?? trigger).getBoundingClientRect());
  }
  function after() {
    const added = acting.added().filter(node => node.nodeType === Node.ELEMENT_NODE && shown(node) && probe.text(node));
    part = [...before.filter(shown), ...added].filter(one => getComputedStyle(one).position !== 'static'
      || one.parentElement !== document.body)[0] ?? null;
    if (!part) return null;
    const [from, to] = [trigger.getBoundingClientRect(), part.getBoundingClientRect()];
    // Straight across, to the nearest point well inside.
    const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
    const inset = Math.min(6, to.width / 3, to.height / 3);
    const [x, y] = middle(from);
    return {path: probe.path(part), to: [clamp(x, to.left + inset, to.right - inset), clamp(y, to.top + inset, to.bottom - inset)],
      covers: covers(to)};
  }
  function covers(box) {
    for (const across of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      for (const down of [0.1, 0.5, 0.9]) {
        const under = document.elementsFromPoint(box.left + box.width * across, box.top + box.height * down)
          .filter(at => !part.contains(at) && !at.contains(part) && !trigger.contains(at));
        if (under.some(at => at.matches('a, button, input, select, textarea, img')
          || [...at.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))) return true;
      }
    }
    return false;
  }
  const stands = () => Boolean(part && shown(part));
  return {triggers, begin, after, stands};
})();
0;
