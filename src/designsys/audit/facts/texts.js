// The page's texts, each with the language that it is marked as: what stands in a block or in a marked part,
// the names that are only read out, and the title. Code and what is not to be translated are left out.
globalThis.texts ??= (() => {
  const SILENT = 'script, style, template, noscript, code, pre, samp, kbd, var, textarea, select, math, [translate=no], .notranslate';
  const LONGEST = 1000;
  const MOST = 4000;
  const key = String(Math.random());
  let elements = [];

  const up = element => element.parentElement ?? element.getRootNode().host ?? null;
  const marked = element => {
    for (let at = element; at; at = up(at)) if (at.hasAttribute('lang')) return at;
    return null;
  };
  const blocks = new Map();
  const block = element => {
    if (!blocks.has(element)) {
      const inline = !element.hasAttribute('lang') && getComputedStyle(element).display.startsWith('inline');
      blocks.set(element, inline && up(element) ? block(up(element)) : element);
    }
    return blocks.get(element);
  };

  function find() {
    const found = new Map();
    const add = (element, words) => {
      const text = found.get(element) ?? '';
      if (text.length < LONGEST && found.size < MOST) found.set(element, text + words);
    };
    for (const root of [document.body, ...probe.all('*').map(element => element.shadowRoot)].filter(Boolean)) {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const {data, parentElement: owner} = walk.currentNode;
        if (owner && data.trim() && !owner.closest(SILENT) && probe.visible(owner)) add(block(owner), data);
      }
    }
    const entries = [...found].map(([element, text]) => ({element, text}));
    for (const element of probe.all('[alt], [aria-label]').slice(0, MOST)) {
      const text = element.getAttribute('aria-label') || element.getAttribute('alt');
      if (text && !element.closest(SILENT) && probe.visible(element)) entries.push({element, text});
    }
    if (document.title) entries.push({element: document.documentElement, text: document.title});
    elements = entries.map(entry => entry.element);
    return {key, page: document.documentElement.lang, texts: entries.map(({element, text}) => {
      const mark = marked(element);
      return {text, lang: mark?.lang ?? '', whole: mark === document.documentElement};
    })};
  }

  // The paths of some texts by their place in the list, for the frame that the key names.
  const paths = (frame, places) => (frame === key ? places.map(place => probe.path(elements[place])) : null);

  return {find, paths};
})();
0;
