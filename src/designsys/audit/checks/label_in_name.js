// Controls whose accessible name lacks the words that are seen on them (WCAG 2.5.3, by the words of ACT 2ee8b8).
(() => {
  const FROM_CONTENT = 'a[href], area[href], button, summary, [role=button], [role=link], [role=checkbox], [role=radio], '
    + '[role=switch], [role=tab], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=option], [role=treeitem]';
  const FIELD = 'input:not([type=hidden]):not([type=image]), select, textarea';
  const ICON_FONT = /icon|awesome|symbol|glyph/i;
  const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

  // A word laid outside the screen or clipped to a dot is not seen.
  function seen(node) {
    const owner = node.parentElement;
    if (!owner || owner.closest('rt, rp, script, style, noscript') || !probe.visible(owner)) return false;
    if (ICON_FONT.test(getComputedStyle(owner).fontFamily)) return false;
    for (let at = owner; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const {width, height} = at.getBoundingClientRect();
      if (style.opacity === '0' || (style.overflow !== 'visible' && (width <= 1 || height <= 1))) return false;
      if (style.position === 'absolute' && /^(rect\((0|1px)|inset\(50%)/.test(style.clip + style.clipPath)) return false;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  }

  function shown(element) {
    if (element.matches('input[type=submit], input[type=button], input[type=reset]')) return element.value;
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const words = [];
    while (walk.nextNode()) if (seen(walk.currentNode)) words.push(walk.currentNode.data);
    return words.join(words.some(word => CJK.test(word)) ? '' : ' ');
  }
  const labels = element => [...(element.labels ?? [])].map(shown).join(' ')
    .replace(/[（(]?(必須|任意|required|optional)[）)]?|[※*＊]/gi, ' ');

  // Letters and figures only; what stands in brackets need not be in the name.
  const plain = text => text.normalize('NFKC').toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

  function within(label, name) {
    if (CJK.test(label + name)) return name.replaceAll(' ', '').includes(label.replaceAll(' ', ''));
    return ` ${name} `.includes(` ${label} `);
  }
  const parts = text => new Set(CJK.test(text)
    ? [...text].slice(1).map((letter, at) => [...text][at] + letter) : text.split(' '));
  const apart = (label, name) => ![...parts(label)].some(part => name.includes(part))
    && !label.split(' ').some(word => name.split(' ').some(other => other.startsWith(word) || word.startsWith(other)));

  const found = probe.named(name => probe.all(`${FROM_CONTENT}, ${FIELD}`).flatMap(element => {
    if (!element.matches('[aria-label], [aria-labelledby]') || !probe.visible(element)) return [];
    const own = element.matches(`${FROM_CONTENT}, input[type=submit], input[type=button], input[type=reset]`);
    const words = (own ? shown(element) : labels(element)).replace(/\s+/g, ' ').trim();
    const [label, told] = [plain(words), plain(name(element) ?? '')];
    // One letter is a sign: X closes, A enlarges.
    if (!told || [...label.replaceAll(' ', '')].length < 2 || within(label, told)) return [];
    return [{element, words: words.slice(0, 60), name: name(element).slice(0, 60),
      certain: own && !/\p{N}/u.test(label) && apart(label, told)}];
  }));
  return found.map(({element, ...told}) => ({...told, path: probe.path(element)}));
})()
