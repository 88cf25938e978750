// Reads text off pictures: where it stands, how it looks with its ground, and what the ground is without it.
// It runs in the isolated world of each frame; the pictures are taken by the browser in between.
globalThis.pixels ??= (() => {
  const LINES = 12;
  const GLYPH = 0.4;

  const parent = element => element.parentElement ?? element.getRootNode().host ?? null;
  const parse = colour => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };

  const channel = value => value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratio = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };
  const hex = colour => '#' + colour.slice(0, 3).map(part => Math.round(part).toString(16).padStart(2, '0')).join('');

  // Where this frame lies in the top document.
  function offset() {
    let x = window.top.scrollX;
    let y = window.top.scrollY;
    for (let view = window; view.frameElement; view = view.parent) {
      const box = view.frameElement.getBoundingClientRect();
      x += box.x + view.frameElement.clientLeft;
      y += box.y + view.frameElement.clientTop;
    }
    return [x, y];
  }

  // What moves differs from picture to picture, and what stands under an open dialogue is out of use.
  function measurable(element) {
    const modal = document.querySelector(':modal, [aria-modal=true]');
    if (modal && probe.visible(modal) && !modal.contains(element)) return false;
    for (let at = element; at; at = parent(at)) {
      if (at.getAnimations().some(animation => animation.playState === 'running')) return false;
    }
    return true;
  }

  const large = style => parseFloat(style.fontSize) >= 24
    || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);

  // Text colour is known only where nothing blends it; else the picture has to tell it.
  function colourOf(element, style) {
    for (let at = element; at; at = parent(at)) {
      const own = getComputedStyle(at);
      if (own.opacity !== '1' || own.filter !== 'none' || own.mixBlendMode !== 'normal') return null;
    }
    const forced = matchMedia('(forced-colors: active)').matches && style.forcedColorAdjust !== 'none';
    if (forced || style.webkitBackgroundClip === 'text') return null;
    return parse(style.webkitTextFillColor);
  }

  // What of a box shows through the boxes around it that cut it off or scroll: beyond them, the picture shows others.
  function seen(element, {left, top, right, bottom}) {
    for (let at = element; at; at = parent(at)) {
      if (getComputedStyle(at).overflow === 'visible' || at === document.body || at === document.documentElement) continue;
      const around = at.getBoundingClientRect();
      left = Math.max(left, around.left);
      top = Math.max(top, around.top);
      right = Math.min(right, around.right);
      bottom = Math.min(bottom, around.bottom);
    }
    return [left, top, right - left, bottom - top];
  }

  // The lines of an element's own text, in the top document's coordinates, and how it is meant to look.
  function region(element) {
    const [x, y] = offset();
    const style = getComputedStyle(element);
    const range = document.createRange();
    const lines = [];
    // Less than a character of it tells nothing.
    const least = parseFloat(style.fontSize);
    const add = box => {
      const [left, top, width, height] = seen(element, box);
      if (Math.min(width, height) < 2 || width < Math.min(box.width, least)) return;
      lines.push([left + x, top + y, width, height]);
    };
    for (const node of (element.shadowRoot ?? element).childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      range.selectNodeContents(node);
      [...range.getClientRects()].forEach(add);
    }
    if (element.matches('input, select, textarea')) add(element.getBoundingClientRect());
    const filled = element.matches(':placeholder-shown') ? getComputedStyle(element, '::placeholder') : style;
    return {lines: lines.slice(0, LINES), colour: colourOf(element, filled), owed: large(style) ? 3 : 4.5};
  }

  // One entry a target; null for those of other frames.
  const regions = targets => targets.map(target => {
    try {
      const element = probe.resolve(target);
      return element && measurable(element) ? region(element) : null;
    } catch {
      return null;
    }
  });

  let sheets = null;
  const roots = () => [document, ...probe.all('*').map(element => element.shadowRoot).filter(Boolean)];
  // By an adopted sheet, which no CSP forbids; the fill alone, so that borders and icons in currentcolor stay.
  // First letters and lines inherit it; naming them would make boxes of them, and move what follows (measured).
  function hide() {
    const sheet = new CSSStyleSheet();
    const parts = '*, *::before, *::after, *::marker, *::placeholder';
    sheet.replaceSync(`${parts} {-webkit-text-fill-color: transparent !important; transition: none !important}`);
    sheets = roots().map(root => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return [root, sheet];
    });
    return 0;
  }
  function show() {
    for (const [root, sheet] of sheets ?? []) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet);
    }
    sheets = null;
    return 0;
  }

  async function decode(base64) {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {willReadFrequently: true});
    pen.drawImage(bitmap, 0, 0);
    return pen.getImageData(0, 0, bitmap.width, bitmap.height);
  }

  const blend = ([r, g, b, alpha], ground) => [r, g, b].map(
    (part, index) => part * alpha / 255 + ground[index] * (1 - alpha / 255));

  const largest = (a, b) => Math.max(...a.map((part, index) => Math.abs(part - b[index])));

  // Every pixel of a region that its text changes, with the ground below it.
  function glyphs({lines, colour}, shown, hidden, clip) {
    const scale = shown.width / clip.width;
    const changed = [];
    for (const [x, y, width, height] of lines) {
      const left = Math.max(0, Math.round((x - clip.x) * scale));
      const right = Math.min(shown.width, Math.round((x + width - clip.x) * scale));
      const bottom = Math.min(shown.height, Math.round((y + height - clip.y) * scale));
      for (let row = Math.max(0, Math.round((y - clip.y) * scale)); row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const at = (row * shown.width + column) * 4;
          const text = [...shown.data.subarray(at, at + 3)];
          const ground = [...hidden.data.subarray(at, at + 3)];
          const change = largest(text, ground);
          if (change > 2) changed.push({text, ground, change, full: colour ? largest(blend(colour, ground), ground) : 0});
        }
      }
    }
    const most = Math.max(0, ...changed.map(one => one.change));
    return changed.filter(one => one.change >= (one.full || most) * GLYPH);
  }

  // The contrast of a region's text: the best pixel (2 % of stray ones apart), the worst, the share below what is owed.
  function contrast(region, shown, hidden, clip) {
    const changed = glyphs(region, shown, hidden, clip);
    if (!changed.length) return null;
    const most = changed.reduce((a, b) => b.change > a.change ? b : a);
    // A thin stroke never reaches its full colour, so the declared one counts where it is the better.
    const measured = changed.map(one => {
      const text = region.colour ? blend(region.colour, one.ground) : most.text;
      return {ratio: ratio(text, one.ground), text, ground: one.ground};
    }).sort((a, b) => a.ratio - b.ratio);
    const best = measured[Math.floor((measured.length - 1) * 0.98)];
    const worst = measured[Math.floor((measured.length - 1) * 0.02)];
    return {
      high: best.ratio, low: worst.ratio, text: hex(worst.text), ground: hex(worst.ground), owed: region.owed,
      share: measured.filter(one => one.ratio < region.owed).length / measured.length,
    };
  }

  async function compare(regions, shown, hidden, clip) {
    const [first, second] = await Promise.all([decode(shown), decode(hidden)]);
    if (first.width !== second.width || first.height !== second.height) return regions.map(() => null);
    return regions.map(region => region && contrast(region, first, second, clip));
  }

  return {regions, hide, show, compare};
})();
0;
