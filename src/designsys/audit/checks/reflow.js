// What makes the page scroll sideways: the outermost elements that stick out of the window.
// Text that begins in the window and ends outside it is sure to be read by scrolling; other things may not matter.
(() => {
  const EXCEPTED = 'table, pre, code, kbd, samp, img, picture, svg, canvas, video, iframe, object, embed, math, '
    + '[role=table], [role=grid], [role=treegrid], [role=toolbar], [role=img], [role=application]';
  const MOST = 5;
  const page = document.scrollingElement ?? document.documentElement;
  const edge = innerWidth;
  const styles = [document.documentElement, document.body].filter(Boolean).map(element => getComputedStyle(element));
  const fixed = styles.some(style => ['hidden', 'clip'].includes(style.overflowX));
  if (fixed || page.scrollWidth <= edge + 1 || styles.some(style => style.writingMode.startsWith('vertical'))) return [];

  const parent = element => element.parentElement ?? element.getRootNode().host ?? null;
  const out = rect => rect.right + scrollX - edge;

  // What lies in a box that scrolls or cuts by itself does not widen the page.
  function widens(element, text) {
    for (let at = element; at && at !== document.body; at = parent(at)) {
      const style = getComputedStyle(at);
      if (style.position === 'fixed') return false;
      if ((text || at !== element) && style.overflowX !== 'visible') return false;
    }
    return true;
  }

  // How far a line of text that begins in the window ends outside it; an address that nothing can break counts too.
  const range = document.createRange();
  function textOut(element) {
    return Math.max(0, ...[...element.childNodes].flatMap(node => {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return [];
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(rect => rect.left + scrollX < edge).map(out);
      return lines.filter(over => over > parseFloat(getComputedStyle(element).fontSize));
    }));
  }

  const found = new Map();
  for (const element of probe.all('body *')) {
    if (element.closest(EXCEPTED) || !probe.visible(element) || getComputedStyle(element).opacity === '0') continue;
    const rect = element.getBoundingClientRect();
    if (!rect.width || !rect.height || rect.left + scrollX >= edge && !element.childNodes.length) continue;
    const text = textOut(element);
    if ((!text && out(rect) <= 1) || element.querySelector(EXCEPTED) && !text || !widens(element, text)) continue;
    // Its outermost ancestor that is as wide as this one is what has to be mended.
    let at = element;
    for (let next = parent(at); next && next !== document.body && out(next.getBoundingClientRect()) > 1; next = parent(next)) at = next;
    const over = Math.max(out(rect), text);
    const other = found.get(at);
    found.set(at, {text: text > 0 || Boolean(other?.text), over: Math.round(other ? Math.max(other.over, over) : over)});
  }
  const sure = [...found].filter(([, seen]) => seen.text);
  return (sure.length ? sure : [...found]).slice(0, MOST).map(([element, seen]) => ({...seen, path: probe.path(element)}));
})()
