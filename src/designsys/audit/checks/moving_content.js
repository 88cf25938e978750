// What goes on by itself for more than five seconds, each kind of motion once, with what may stop it.
(() => {
  const LONGEST = 5000;
  const MOST = 12;
  const MOVES = ['transform', 'translate', 'rotate', 'scale', 'top', 'right', 'bottom', 'left', 'insetInlineStart',
    'insetBlockStart', 'marginLeft', 'marginRight', 'marginTop', 'marginBottom', 'marginInlineStart', 'textIndent',
    'offsetDistance', 'backgroundPosition', 'backgroundPositionX', 'backgroundPositionY', 'opacity', 'visibility'];
  const WAITING = /load|spin|skeleton|progress|busy|wait|読み込み|処理中/i;

  // What was brought to its end so that the page be still, and would be running yet.
  const cut = globalThis.finished ?? [];

  const parent = element => element.parentElement ?? element.getRootNode().host ?? null;
  const shown = element => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({visibilityProperty: true}) && box.width * box.height >= 16
      && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };
  const waiting = element => Boolean(element.closest('[role=progressbar], [role=status], [aria-busy=true], progress'))
    || WAITING.test(`${element.id} ${element.className?.baseVal ?? element.className} ${element.getAttribute('aria-label') ?? ''}`);
  // Motion alone on a page disturbs nobody's reading.
  const beside = element => probe.text(document.body) !== probe.text(element)
    || document.querySelector('img, input, button, video') !== null;
  const dims = element => {
    for (let at = parent(element); at; at = parent(at)) if (getComputedStyle(at).opacity === '0') return true;
    return false;
  };

  function animation(running) {
    const effect = running.effect;
    const element = effect?.target;
    // What scrolling drives is the reader's own doing, and so is what began only when pointed at.
    if (!element || !(running.timeline instanceof DocumentTimeline) || element.matches(':hover, :focus')) return null;
    const {activeDuration, endTime} = effect.getComputedTiming();
    const runs = running.playState === 'running' || cut.includes(running);
    if (!runs || running.playbackRate === 0 || activeDuration <= LONGEST) return null;
    const frames = effect.getKeyframes();
    const names = Object.keys(Object.assign({}, ...frames))
      .filter(name => !['offset', 'computedOffset', 'easing', 'composite'].includes(name));
    const changing = names.filter(name => new Set(frames.map(frame => frame[name])).size > 1);
    if (!changing.length || waiting(element)) return null;
    const moves = changing.some(name => MOVES.includes(name));
    return {kind: 'animation', name: running.animationName ?? running.id ?? '', element, endless: endTime === Infinity && moves};
  }

  function marquee(element) {
    const still = element.scrollAmount === 0 || probe.text(element) === '' && !element.querySelector('img');
    return still ? null : {kind: 'marquee', name: '', element, endless: element.loop <= 0 && element.behavior !== 'slide'};
  }

  function drawing(motion) {
    const element = motion.targetElement ?? motion.parentElement;
    const svg = motion.ownerSVGElement;
    if (!svg || !element || svg.animationsPaused() || /click|mouse|focus|key/.test(motion.getAttribute('begin') ?? '')) return null;
    if (motion.getAttribute('begin') === 'indefinite' || motion.getAttribute('repeatCount') !== 'indefinite') return null;
    return waiting(svg) || waiting(element) ? null : {kind: 'svg', name: motion.localName, element: svg, endless: true};
  }

  function video(element) {
    const long = element.loop || !(element.duration <= LONGEST / 1000);
    if (!element.autoplay || !long || element.controls) return null;
    return {kind: 'video', name: '', element, endless: !element.paused};
  }

  const roots = [document, ...probe.all('*').map(element => element.shadowRoot).filter(Boolean)];
  const running = [...new Set([...cut, ...roots.flatMap(root => root.getAnimations?.() ?? [])])];
  const found = [...running.map(animation), ...probe.all('marquee').map(marquee), ...probe.all('video').map(video),
    ...probe.all('animate, animateTransform, animateMotion').map(drawing)];
  const told = new Set();
  return found.filter(Boolean)
    .filter(({element}) => shown(element) && !dims(element) && beside(element))
    .filter(({kind, name, element}) => {
      const same = name && kind === 'animation' ? `${kind} ${name}` : element;
      return !told.has(same) && told.add(same);
    })
    .map(one => ({...one, way: pausing(one.element)})).filter(({way}) => way !== 'offered').slice(0, MOST)
    .map(({kind, name, element, endless, way}) => ({kind, name, plain: endless && way === '', path: probe.path(element)}));
})()
