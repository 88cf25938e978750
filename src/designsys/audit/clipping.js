// Finds text that its box, or the window, cuts off where nobody can scroll to it.
// Loaded in the isolated world of each frame; it remembers what was cut at first, to tell what is cut since.
globalThis.clipping ??= (() => {
  const MOST = 400;
  // A font's own line box is half as high again as its letters (Noto Sans CJK), so a sixth of it is empty above and below.
  const LOST = 0.35;
  const hides = value => value === 'hidden' || value === 'clip';
  const scrolls = value => value === 'auto' || value === 'scroll';
  const root = () => document.documentElement;

  // What <html>, or else <body>, says of overflow holds for the window and not for its own box.
  function windowStyle() {
    const own = getComputedStyle(root());
    return own.overflowX === 'visible' && own.overflowY === 'visible' && document.body
      ? {holder: document.body, style: getComputedStyle(document.body)} : {holder: root(), style: own};
  }

  function boxes() {
    const {holder, style} = windowStyle();
    const found = [];
    for (const element of probe.all('*')) {
      const own = element === holder ? null : element === root() ? style : getComputedStyle(element);
      if (!own) continue;
      const x = hides(own.overflowX);
      const y = hides(own.overflowY);
      if ((x || y) && element.clientWidth > 2 && element.clientHeight > 2) found.push({element, style: own, x, y});
    }
    return found;
  }

  const walk = function* (from, to) {
    for (let at = from; at && at !== to; at = at.parentElement ?? at.getRootNode().host) yield at;
  };

  const concealed = style => style.opacity === '0' || style.clipPath !== 'none' || style.clip !== 'auto';

  // Whether a box cuts what stands in a holder, and nothing in between moves, scrolls or hides it by design.
  function cuts(box, holder) {
    for (const at of walk(holder, box.element)) {
      const style = getComputedStyle(at);
      if (style.position === 'fixed' || concealed(style) || style.transform !== 'none') return null;
      if (style.position === 'absolute' && at.offsetParent && !box.element.contains(at.offsetParent)) return null;
      if (at.matches('[aria-hidden=true], [inert]') || at.getAnimations().length) return null;
      if (at !== holder && (at.clientWidth <= 2 || at.clientHeight <= 2) && hides(style.overflowY)) return null;
      if (scrolls(style.overflowY) && at.scrollHeight > at.clientHeight) return null;
      if (scrolls(style.overflowX) && at.scrollWidth > at.clientWidth) return null;
    }
    return true;
  }

  function inside({element}) {
    if (element === root()) return {left: 0, top: -scrollY, right: element.clientWidth, bottom: element.clientHeight - scrollY};
    const {left, top} = element.getBoundingClientRect();
    const x = left + element.clientLeft;
    const y = top + element.clientTop;
    return {left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight};
  }

  const block = holder => {
    let at = holder;
    while (at.parentElement && ['inline', 'contents'].includes(getComputedStyle(at).display)) at = at.parentElement;
    return at;
  };

  // The lines of a holder's own text.
  function lines(holder) {
    const range = document.createRange();
    return [...(holder.shadowRoot ?? holder).childNodes].filter(
      node => node.nodeType === Node.TEXT_NODE && node.data.trim()).flatMap(node => {
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(rect => rect.width > 1 && rect.height > 1);
    });
  }

  const holders = box => [box.element, ...box.element.querySelectorAll('*')].filter(element =>
    [...(element.shadowRoot ?? element).childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && probe.visible(element) && !element.closest('script, style, noscript, select, option, template, svg'));

  function cutIn(box, holder) {
    const edge = inside(box);
    const size = parseFloat(getComputedStyle(holder).fontSize);
    const found = lines(holder);
    const own = block(holder).getBoundingClientRect();
    const styles = [getComputedStyle(block(holder)), box.style];
    const shortened = styles.some(style => style.textOverflow === 'ellipsis');
    const clamped = styles.some(style => style.webkitLineClamp !== 'none');
    const below = found.filter(line => Math.max(line.bottom - edge.bottom, edge.top - line.top) > line.height * LOST);
    const beside = found.filter(line => line.right - edge.right > size * 0.75 && line.left < edge.right - 1
      && line.top < edge.bottom && line.bottom > edge.top);
    if (box.y && below.length && (box.element === root() || cuts(box, holder))) {
      const first = below.length === found.length && found[0].top < edge.bottom - 1 && found[0].bottom > edge.top + 1;
      return {axis: 'y', lines: below.length, first, shortened: clamped};
    }
    if (box.x && beside.length && cuts(box, holder)) {
      return {axis: 'x', lines: beside.length, shortened: shortened || clamped,
        overflowing: block(holder) === box.element || (own.left >= edge.left - 1 && own.right <= edge.right + 1)};
    }
    return null;
  }

  // All text that is cut now, by the element that holds it.
  function cut() {
    const found = new Map();
    for (const box of boxes()) {
      const {element} = box;
      if (element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1) continue;
      for (const holder of holders(box).slice(0, MOST)) {
        const seen = found.has(holder) ? null : cutIn(box, holder);
        if (seen) found.set(holder, {...seen, box: element, window: element === root()});
      }
    }
    return found;
  }

  // Whether a box here could cut text in another width, or with wider spacing.
  const possible = () => boxes().some(({element, style}) => {
    if (!element.textContent.trim()) return false;
    const declared = element.computedStyleMap();
    return element === root() || style.whiteSpace.includes('nowrap') || style.position === 'absolute'
      || String(declared.get('height')) !== 'auto' || String(declared.get('max-height')) !== 'none'
      || [...element.querySelectorAll('*')].some(inner => getComputedStyle(inner).whiteSpace.includes('nowrap'))
      || element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  });

  let before = new Map();
  const remember = () => {
    before = cut();
    return 0;
  };

  // One entry a box that cuts, with the worst that happens in it.
  const found = () => {
    const byBox = new Map();
    for (const [holder, seen] of cut()) {
      const was = before.get(holder);
      const entry = {...seen, newly: !was || was.axis !== seen.axis, text: probe.text(holder).slice(0, 20)};
      const other = byBox.get(seen.box);
      if (!other || (entry.newly && !other.newly)) byBox.set(seen.box, entry);
    }
    return [...byBox].map(([element, {box, ...entry}]) => ({...entry, path: probe.path(element)}));
  };

  return {possible, remember, found};
})();
0;
