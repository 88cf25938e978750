// Widens the spacing of text by a style sheet, and tells which texts run over each other since.
(wide => {
  const MOST = 600;
  const STILL = '*, *::before, *::after {transition: none !important}';

  let adopted = [];
  let before = new Set();

  function adopt(rules) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    const roots = [document, ...probe.all('*').map(element => element.shadowRoot).filter(Boolean)];
    for (const root of roots) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      adopted.push([root, sheet]);
    }
  }

  function leave() {
    const [last] = adopted.slice(-1);
    if (!last) return;
    for (const [root, sheet] of adopted.filter(([, sheet]) => sheet === last[1])) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet);
    }
    adopted = adopted.filter(([, sheet]) => sheet !== last[1]);
  }

  // Text in the page's flow, line by line; what is laid over other text by design is left out.
  function texts() {
    const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found = [];
    while (walker.nextNode() && found.length < MOST) {
      const node = walker.currentNode;
      const holder = node.parentElement;
      if (!node.data.trim() || !holder || !probe.visible(holder) || holder.closest('script, style, noscript, svg, select')) continue;
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(rect => rect.width > 2 && rect.height > 2);
      if (lines.length && getComputedStyle(holder).opacity !== '0') found.push({node, holder, lines});
    }
    return found;
  }

  const shared = (a, b) => {
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return width > 4 && height > 0.4 * Math.min(a.height, b.height);
  };

  // Pairs of texts that lie over each other, by the later one; sorted by height, so that few are compared.
  function pairs() {
    const lines = texts().flatMap(text => text.lines.map(line => ({...text, line})))
      .sort((a, b) => a.line.top - b.line.top);
    const found = new Set();
    lines.forEach((one, index) => {
      for (let next = index + 1; next < lines.length && lines[next].line.top < one.line.bottom; next++) {
        const other = lines[next];
        if (other.node !== one.node && shared(one.line, other.line)) found.add(other.holder).add(one.holder);
      }
    });
    return found;
  }

  function widen() {
    adopt(STILL);
    adopt(wide);
    return 0;
  }
  function narrow() {
    leave();
    document.documentElement.getBoundingClientRect();
    leave();
    return 0;
  }

  // Whether texts lie over each other with wide spacing that did not before.
  function doubts() {
    before = pairs();
    widen();
    const now = pairs();
    narrow();
    return [...now].some(holder => !before.has(holder));
  }

  const clipped = element => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position === 'fixed' || style.position === 'sticky' || style.overflowY !== 'visible' || at.getAnimations().length) return true;
    }
    return false;
  };

  // The box of fixed height that a text outgrows, or else what the text stands in.
  const outgrown = element => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (at.scrollHeight > at.clientHeight + 2 && at.clientHeight > 0) return at;
    }
    return null;
  };

  function overlapping() {
    const found = new Map();
    for (const holder of pairs()) {
      if (before.has(holder) || clipped(holder)) continue;
      const box = outgrown(holder);
      if (box && !found.has(box)) found.set(box, probe.text(holder).slice(0, 20));
    }
    return [...found].slice(0, 10).map(([element, text]) => ({text, path: probe.path(element)}));
  }

  return {widen, narrow, doubts, overlapping};
})
