// Measures anew what axe-core found: the size and room of targets, and the text that fixed spacing reaches.
globalThis.remeasure ??= (() => {
  const SIDE = 24;
  const TARGETS = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], '
    + '[role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=option], '
    + '[onclick], [tabindex]:not([tabindex^="-"])';

  // The box of a target with all its parts, which may stick out of it.
  function box(element) {
    const rects = [element, ...element.querySelectorAll('*')].flatMap(part => [...part.getClientRects()])
      .filter(rect => rect.width && rect.height);
    const left = Math.min(...rects.map(rect => rect.left));
    const top = Math.min(...rects.map(rect => rect.top));
    const right = Math.max(...rects.map(rect => rect.right));
    const bottom = Math.max(...rects.map(rect => rect.bottom));
    return {left, top, right, bottom, width: right - left, height: bottom - top};
  }
  const middle = ({left, top, width, height}) => [left + width / 2, top + height / 2];
  const small = ({width, height}) => width < SIDE - 0.5 || height < SIDE - 0.5;

  // Whether presses land on it over a whole square, as with a pseudo-element laid around it.
  function pressed(element, around) {
    const [x, y] = middle(around);
    const reach = SIDE / 2 - 0.5;
    return [[0, 0], [-reach, -reach], [reach, -reach], [-reach, reach], [reach, reach]].every(([dx, dy]) => {
      const hit = element.getRootNode().elementFromPoint(x + dx, y + dy);
      return hit && (element.contains(hit) || [...(element.labels ?? [])].some(label => label.contains(hit)));
    });
  }

  function distance([x, y], {left, top, right, bottom}) {
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  }

  // How far the next target is from the middle; another small one counts by the circle around its own middle.
  function room(element, around) {
    const others = [...element.getRootNode().querySelectorAll(TARGETS)].filter(other => other !== element
      && !other.contains(element) && !element.contains(other) && probe.visible(other)).map(box)
      .filter(other => other.width > 0 && other.height > 0);
    const centre = middle(around);
    return Math.min(Infinity, ...others.map(other => Math.min(distance(centre, other),
      small(other) ? Math.hypot(centre[0] - middle(other)[0], centre[1] - middle(other)[1]) - SIDE / 2 : Infinity)));
  }

  // WCAG lets a target be small in a sentence, and where the browser alone sets its size.
  function excepted(element) {
    const style = getComputedStyle(element);
    const around = element.parentElement;
    const beside = [...(around?.childNodes ?? [])].filter(node => node !== element)
      .some(node => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.data));
    const native = element.matches('[type=checkbox], [type=radio]') && style.appearance === 'auto'
      && parseFloat(style.width) === 13 && parseFloat(style.height) === 13;
    return native || (style.display.startsWith('inline') && style.position === 'static' && beside);
  }

  function size(element) {
    const around = box(element);
    return {
      width: Math.round(around.width * 10) / 10, height: Math.round(around.height * 10) / 10,
      holds: small(around) && room(element, around) < SIDE / 2 && !pressed(element, around),
      excepted: excepted(element),
    };
  }

  const LEAST = {'letter-spacing': 0.12, 'word-spacing': 0.16, 'line-height': 1.5};

  // Text within an element that has the value fixed there: 'own', 'inherited' or nothing.
  function reached(element, property) {
    const fixed = getComputedStyle(element).getPropertyValue(property);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let found = null;
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !probe.visible(holder)) continue;
      const style = getComputedStyle(holder);
      const pixels = parseFloat(style.getPropertyValue(property)) || (property === 'line-height' ? 1.2 * parseFloat(style.fontSize) : 0);
      const own = holder === element;
      if (!own && (style.getPropertyValue(property) !== fixed || holder.style.getPropertyValue(property))) continue;
      if (pixels >= LEAST[property] * parseFloat(style.fontSize) - 0.01) continue;
      if (own) return 'own';
      found = 'inherited';
    }
    return found;
  }
  const spacing = element => {
    const found = Object.keys(LEAST).filter(property => element.style.getPropertyPriority(property) === 'important'
      && !['inherit', 'unset', 'revert', 'revert-layer'].includes(element.style.getPropertyValue(property)))
      .map(property => reached(element, property));
    return {text: found.includes('own') ? 'own' : found.find(Boolean) ?? null};
  };

  // In forced colours browsers paint text, and a plate below it, in the reader's own: styles do not tell how, and no
  // picture without the text can be had.
  const look = element => ({
    logo: Boolean(element.closest('[class*=logo i], [id*=logo i]')),
    painted: matchMedia('(forced-colors: active)').matches && getComputedStyle(element).forcedColorAdjust !== 'none',
  });

  // Under an open modal, and in what is inert, nothing takes part: neither an element nor the frame that it is in.
  function used(element) {
    for (let at = element; at; at = at.ownerDocument.defaultView.frameElement) {
      const modal = at.ownerDocument.querySelector(':modal');
      if (at.closest('[inert]') || (modal && !modal.contains(at))) return {used: false};
    }
    return {used: true};
  }

  // Two roles cannot do without aria-controls; elsewhere nobody misses what it points to.
  const controls = element => ({needed: element.matches('[role=scrollbar], [role=combobox][aria-expanded=true]')});

  const each = (measure, targets) => targets.map(target => {
    try {
      const element = probe.resolve(target);
      return element && measure(element);
    } catch {
      return null;
    }
  });

  return {size: targets => each(size, targets), spacing: targets => each(spacing, targets), look: targets => each(look, targets), used: targets => each(used, targets), controls: targets => each(controls, targets)};
})();
0;
