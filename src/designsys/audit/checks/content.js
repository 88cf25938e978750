// The page as it is displayed, as HTML of its own: shadow trees opened, what is hidden left out, each element numbered.
// It is built in a document without a window, where nothing is loaded and no script of the page runs.
(() => {
  const MOST = 1_000_000;
  const inert = document.implementation.createHTMLDocument('');
  const elements = [];
  const inside = element => element.assignedNodes?.().length ? element.assignedNodes()
    : (element.shadowRoot ?? element).childNodes;

  function twin(element) {
    const style = getComputedStyle(element);
    if (style.display === 'none') return null;
    const copy = inert.importNode(element, false);
    copy.setAttribute('data-designsys-place', elements.push(element) - 1);
    for (const child of inside(element)) {
      if (child.nodeType === Node.ELEMENT_NODE) copy.append(...[twin(child)].filter(Boolean));
      if (child.nodeType === Node.TEXT_NODE && style.visibility === 'visible') copy.append(child.data);
    }
    return copy;
  }

  // A chain of a thousand elements is deeper than any page that is read, and would end the stack.
  let body = null;
  try { body = document.body && twin(document.body); } catch (fault) { if (!(fault instanceof RangeError)) throw fault; }
  if (body && !body.lang) body.lang = document.documentElement.lang;
  const key = crypto.randomUUID?.() ?? String(Math.random());
  const paths = wanted => ({
    [key]: Object.fromEntries((wanted[key] ?? []).map(place => [place, probe.path(elements[place])])),
  });
  globalThis.designsysContent = {paths};
  return body && {key, html: body.outerHTML.slice(0, MOST).toWellFormed()};
})()
