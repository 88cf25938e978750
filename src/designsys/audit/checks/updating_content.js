// Watches what scripts change on the screen, and tells which parts do not come to rest.
globalThis.updates = (() => {
  const SLIDES = '[aria-roledescription=carousel], [aria-roledescription=slide], [class*=carousel i], [class*=slider i], '
    + '[class*=slideshow i], [class*=swiper i], [class*=slick i], [class*=ticker i], [class*=marquee i], [class*=rotator i]';
  const IGNORED = 'html, head, head *, script, style, link, template, input, select, textarea, [contenteditable]';
  const MOST = 12;
  const PAUSE = 800;
  const LONG = 5000;

  const regions = new Map();
  let observer = null;
  let clock = 0;

  const shown = element => {
    const box = element.getBoundingClientRect();
    return element.isConnected && probe.visible(element) && box.width * box.height > 0;
  };
  const several = element => element.querySelectorAll('li, img, [class*=slide i], [class*=item i]').length > 1;
  const slidesHere = () => probe.all(SLIDES).filter(element => several(element) && shown(element));

  // How a part looks, as far as the document tells: its words, its pictures, and where its children stand.
  const look = element => {
    const origin = element.getBoundingClientRect();
    const parts = [...element.children].slice(0, 30).map(child => {
      const box = child.getBoundingClientRect();
      const style = getComputedStyle(child);
      return [Math.round(box.x - origin.x), Math.round(box.y - origin.y), Math.round(box.width), style.opacity, style.visibility].join();
    });
    const pictures = [...element.querySelectorAll('img')].slice(0, 30).map(image => image.currentSrc);
    return `${element.innerText ?? element.textContent}|${parts.join(';')}|${pictures.join()}`;
  };

  function regionOf({type, target}) {
    const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    if (!element || element.matches(IGNORED) || element === document.body) return null;
    const slides = element.closest(SLIDES);
    if (slides) return slides;
    const region = type === 'attributes' ? element.parentElement : element;
    return region && region !== document.body && region !== document.documentElement ? region : null;
  }

  function note() {
    const now = performance.now();
    for (const [element, region] of regions) {
      if (!shown(element)) continue;
      const seen = look(element);
      if (seen !== region.look) region.times.push(now);
      region.look = seen;
    }
  }

  function begin() {
    if (pausing(document.body) === 'offered') return false;
    for (const element of slidesHere().slice(0, MOST)) regions.set(element, {look: look(element), times: [], slides: true});
    observer = new MutationObserver(records => {
      for (const element of new Set(records.map(regionOf).filter(Boolean))) {
        if (regions.has(element) || regions.size >= MOST || !shown(element)) continue;
        regions.set(element, {look: look(element), times: [performance.now()], slides: element.matches(SLIDES)});
      }
    });
    const attributeFilter = ['class', 'style', 'src', 'srcset', 'aria-hidden', 'hidden', 'data-active', 'transform'];
    for (const root of [document, ...probe.all('*').map(element => element.shadowRoot).filter(Boolean)]) {
      observer.observe(root, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter});
    }
    clock = setInterval(note, 100);
    return true;
  }

  const bursts = times => times.filter((time, index) => index === 0 || time - times[index - 1] > PAUSE);
  const repeats = ({times}) => bursts(times).length > 2 || (times.length > 1 && times.at(-1) - times[0] > 2 * PAUSE);
  const goesOn = ({times, slides}) => slides ? times.length > 0
    : times.length > 3 && times.at(-1) - times[0] > LONG;

  function state() {
    const all = [...regions.values()];
    if (all.some(region => region.slides && goesOn(region))) return 'slid';
    if (all.some(repeats)) return 'repeated';
    return all.some(({times}) => times.length > 1) ? 'changed' : 'still';
  }

  function end() {
    observer?.disconnect();
    clearInterval(clock);
    const found = [...regions].filter(([, region]) => goesOn(region)).map(([element]) => element);
    return found.filter(element => !found.some(other => other !== element && other.contains(element)))
      .map(element => ({path: probe.path(element)}));
  }

  return {slides: () => slidesHere().length > 0, begin, state, end};
})();
0;
