// Notes where the focus goes in this frame, what may hold it, and what each stop looks like with and without it.
globalThis.walk = (() => {
  const focused = [];
  const held = new Map();
  let came = new Set();
  let departed = null;
  let walking = true;

  // On its way to the browser's own controls the focus is in no document of the page; Chromium may give it back before
  // anybody can ask for it (measured), so that only the window's event tells.
  const somewhere = () => { try { return window.top.document.hasFocus(); } catch { return true; } };
  addEventListener('blur', event => { if (event.target === window && !somewhere()) departed ??= acting.now(); }, true);

  const hold = element => { if (!held.has(element)) held.set(element, acting.now()); };
  // What comes after the focus left the page is the browser's doing, and no stop of this walk.
  const note = element => {
    if (!walking || departed || element === focused.at(-1)?.element) return;
    if (focused.some(one => one.element === element)) hold(element);
    focused.push({element, time: acting.now()});
  };
  // `focusin` does not come where a handler of `focus` throws the focus away at once.
  addEventListener('focus', event => {
    const [element] = event.composedPath();
    if (element.nodeType !== Node.ELEMENT_NODE) return;
    came.add(element);
    note(element);
  }, true);

  const SELECTOR = 'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], '
    + 'video[controls], [tabindex], [contenteditable]';
  const tabbable = element => element.tabIndex >= 0 && probe.visible(element) && !element.matches(':disabled')
    && !element.closest('[inert]');
  // Parts inside one control that Tab stops at too: the digits of a date, the buttons of a player.
  const inner = element => element.matches('audio, video') ? 12
    : element.matches('[type=date], [type=time], [type=month], [type=week], [type=datetime-local]') ? 6 : 1;
  const count = () => probe.all(SELECTOR).filter(tabbable).reduce((sum, element) => sum + inner(element), 0);

  // What of an element's look people see; colours without alpha and lines without width are nothing.
  const clear = colour => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  const line = (style, width, colour) => style === 'none' || parseFloat(width) === 0 || clear(colour) ? ''
    : `${style} ${width} ${colour}`;
  const forced = matchMedia('(forced-colors: active)').matches;
  function look(element, pseudo) {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && style.content === 'none') return '';
    if (style.display === 'none') return 'none';
    // What nobody sees can show nothing: a checkbox under its drawn twin, say.
    if (!pseudo && !element.checkVisibility({opacityProperty: true})) return 'clear';
    if (/^rect\(0px|^rect\(1px/.test(style.clip) || /inset\((50|100)%/.test(style.clipPath)) return 'clipped';
    const sides = ['Top', 'Right', 'Bottom', 'Left'];
    const shapes = [
      line(style.outlineStyle, style.outlineWidth, style.outlineColor),
      ...sides.map(side => line(style[`border${side}Style`], style[`border${side}Width`], style[`border${side}Color`])),
      style.textDecorationLine === 'none' ? '' : style.textDecoration,
      style.visibility, style.opacity, style.transform, style.scale, style.translate, style.clipPath,
      style.width, style.height, style.top, style.left, style.fontWeight, pseudo ? style.content : '',
    ];
    // Forced colours paint over these.
    const paint = forced ? [] : [style.color, style.backgroundColor, style.backgroundImage, style.boxShadow, style.filter,
      style.fill, style.stroke, style.backgroundSize, style.backgroundPosition];
    return [...shapes, ...paint].join('|');
  }
  // The stop itself, what it holds, and what stands around it: a ring may be drawn by any of them.
  function around(element) {
    const near = new Set([element, ...[...element.querySelectorAll('*')].slice(0, 12), ...(element.labels ?? [])]);
    for (const label of element.labels ?? []) for (const child of [...label.children].slice(0, 6)) near.add(child);
    for (const twin of [...(element.parentElement?.children ?? [])].slice(0, 12)) near.add(twin);
    for (let at = element.parentElement, steps = 0; at && steps < 3; at = at.parentElement, steps += 1) near.add(at);
    return [...near];
  }
  const looks = elements => elements.map(
    element => look(element) + look(element, '::before') + look(element, '::after')).join('\n');

  // A caret shows where the focus is, unless it is hidden too.
  const caret = element => (element.isContentEditable || element.matches('textarea, input:not([type=checkbox], [type=radio], '
    + '[type=button], [type=submit], [type=reset], [type=image], [type=file], [type=color], [type=range])'))
    && !element.readOnly && !clear(getComputedStyle(element).caretColor);

  function compare(elements) {
    const answers = new Map();
    for (const element of elements) {
      if (caret(element) || element.matches('iframe, audio, video')) { answers.set(element, true); continue; }
      const near = around(element);
      element.focus({preventScroll: true});
      const on = looks(near);
      element.blur();
      const at = deep();
      if (at) hold(at);
      answers.set(element, on !== looks(near));
    }
    return answers;
  }

  // What lies over all of a stop: the element on top at each of twenty-five points of what is in the viewport.
  function cover(element) {
    const box = element.getBoundingClientRect();
    const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
    const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
    if (right - left < 4 || bottom - top < 4) return null;
    const part = [0.08, 0.3, 0.5, 0.7, 0.92];
    let over = null;
    for (const across of part) {
      for (const down of part) {
        let at = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
        while (at?.shadowRoot?.elementFromPoint) {
          const inner = at.shadowRoot.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
          if (!inner || inner === at) break;
          at = inner;
        }
        if (!at || related(at, element)) return null;
        const stuck = sticking(at);
        if (!stuck || stuck.contains(element)) return null;
        over = stuck;
      }
    }
    return over;
  }
  const related = (at, element) => at.contains(element) || element.contains(at) || at.closest('label')?.control === element
    || [...(element.labels ?? [])].some(label => label.contains(at))
    || (element.getRootNode().host && (element.getRootNode().host === at));
  function sticking(element) {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
    }
    return null;
  }
  // Seen through, a stop is hidden in part at most.
  function opaque(over) {
    const style = getComputedStyle(over);
    const alpha = /rgba\(.*, ([\d.]+)\)/.exec(style.backgroundColor);
    return Number(style.opacity) === 1 && style.backgroundColor !== 'transparent' && (!alpha || Number(alpha[1]) === 1);
  }

  // Each stop in turn, as Tab and Shift+Tab bring it into view.
  function covered(elements) {
    const found = [];
    for (const back of [false, true]) {
      const order = back ? [...elements].reverse() : elements;
      scrollTo({top: back ? document.documentElement.scrollHeight : 0, behavior: 'instant'});
      order.forEach((element, index) => {
        const before = [scrollX, scrollY];
        element.focus();
        const over = cover(element);
        if (over && index && found.length < 12) {
          found.push({path: probe.path(element), from: probe.path(order[index - 1]), back, before});
        }
      });
    }
    document.activeElement?.blur?.();
    return found;
  }

  const describe = ({element, time}) => {
    const box = element.getBoundingClientRect();
    return {
      path: probe.path(element), time, x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height,
      visible: probe.visible(element),
    };
  };
  const log = () => focused.filter(one => one.element.isConnected).map(describe);
  // A timer may send the page off some stops later: those that had the focus before then, the last one first.
  const left = () => acting.left.map(({kind, to, time}) => ({
    kind, to, paths: [...new Set(focused.filter(one => one.time <= time).map(one => one.element).reverse())]
      .filter(one => one.isConnected).map(probe.path)}));
  const unique = () => [...new Set(focused.map(one => one.element))].filter(
    one => one.isConnected && one.ownerDocument === document);
  const screen = () => {
    walking = false;
    const elements = unique();
    const shown = compare(elements);
    const found = {
      unseen: elements.filter(one => !shown.get(one) && probe.visible(one)).map(probe.path),
      covered: covered(elements),
    };
    came = new Set();
    return found;
  };
  const deep = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at && at !== document.body && at !== document.documentElement && !at.matches('iframe') ? at : null;
  };
  // Between two stops of one shadow tree nothing is heard outside. When the focus left the page; null while it has not.
  let last = null;
  let stays = 0;
  const step = () => {
    const at = document.hasFocus() ? deep() : null;
    stays = at && at === last ? stays + 1 : 0;
    last = at;
    if (at) note(at);
    if (at && stays >= inner(at)) hold(at);
    return departed ?? (somewhere() ? null : acting.now());
  };
  const gone = () => departed !== null;
  // Another frame saw the focus leave: what it may have met here since then is no part of the walk.
  function leave(time) {
    departed ??= time;
    while (focused.length && focused.at(-1).time > time) focused.pop();
    for (const [element, since] of held) if (since > time) held.delete(element);
  }
  function forget() {
    focused.length = 0;
    departed = null;
    last = null;
  }
  const suspects = () => [...new Set([...held.keys(), ...came])].filter(one => one.isConnected).map(probe.path);
  return {count, log, left, screen, cover, opaque, inner, deep, step, gone, leave, forget, suspects};
})();
0;
