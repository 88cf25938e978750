// What a page does when the device is turned: what its style sheets rotate by a quarter, and what covers it then.
globalThis.turning ??= (() => {
  const ASKS = /向き|横にして|縦にして|回転|回して|rotate|landscape|portrait|orientation/i;
  let known = new Map();
  let covered = false;

  // Media conditions hold other rules, so all rules in them count; a sheet that cannot be read has none.
  function* rules(list, media) {
    for (const rule of list) {
      const own = rule.media?.mediaText ?? '';
      const within = `${media} ${own}`;
      if (rule.selectorText) yield {rule, media: within};
      if (rule.cssRules?.length) yield* rules(rule.cssRules, within);
    }
  }
  function* sheets() {
    for (const root of [document, ...probe.all('*').map(element => element.shadowRoot).filter(Boolean)]) {
      for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
        try {
          yield* rules(sheet.cssRules, sheet.media.mediaText);
        } catch { /* of another site */ }
      }
    }
  }

  function angle(element) {
    const {transform, rotate} = getComputedStyle(element);
    const parts = rotate === 'none' ? '' : rotate.includes(' ') ? rotate.replace(/^(.*) (\S+)$/, (_, axis, by) =>
      `rotate3d(${{x: '1,0,0', y: '0,1,0', z: '0,0,1'}[axis] ?? axis.split(' ').join()},${by})`) : `rotate(${rotate})`;
    const matrix = new DOMMatrix(parts).multiply(new DOMMatrix(transform === 'none' ? '' : transform));
    return Math.atan2(matrix.m12, matrix.m11) * 180 / Math.PI;
  }

  const covers = element => {
    const {width, height} = element.getBoundingClientRect();
    return width * height >= 0.7 * innerWidth * innerHeight;
  };
  const asking = element => probe.visible(element) && covers(element) && ASKS.test(element.textContent)
    && element.textContent.trim().length < 80;

  // Whether turning the page can matter; the elements that its rules on orientation are about are kept.
  function remember() {
    known = new Map();
    for (const {rule, media} of sheets()) {
      if (!/orientation|aspect-ratio/.test(media)) continue;
      try {
        for (const element of probe.all(rule.selectorText.replace(/::?(before|after)\b/g, '') || '*')) {
          known.set(element, {angle: angle(element), asking: asking(element)});
        }
      } catch { /* a selector that only style sheets know */ }
    }
    return known.size > 0;
  }

  function found() {
    return [...known].flatMap(([element, was]) => {
      if (!probe.visible(element)) return was.asking ? [{kind: 'asked', certain: false, path: probe.path(element)}] : [];
      const by = Math.round(((angle(element) - was.angle) % 360 + 360) % 360);
      const quarter = [90, 270].some(turn => Math.abs(by - turn) <= 1);
      const words = element.innerText?.trim() ?? element.textContent.trim();
      if (quarter && words) return [{kind: 'turned', angle: by, certain: element.contains(document.body) || covers(element), path: probe.path(element)}];
      return asking(element) !== was.asking ? [{kind: 'asked', certain: false, path: probe.path(element)}] : [];
    });
  }

  const locks = () => [...document.scripts].filter(script => !script.src
    && /\borientation\s*\??\.\s*lock\s*\(|\b(moz|ms)?lockOrientation\s*\(/i.test(script.textContent))
    .map(script => ({kind: 'locked', certain: false, path: probe.path(script)}));

  return {locks, remember, found};
})();
0;
