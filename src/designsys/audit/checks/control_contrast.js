// Fields without an edge of 3:1, and icons of less than that in controls without words.
(() => {
  const OWED = 3;
  const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image])'
    + ':not([type=range]):not([type=file]):not([type=color]), select, textarea, [role=textbox], [role=combobox]';
  const SHAPES = 'path, circle, ellipse, rect, line, polyline, polygon, use';

  const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const parse = colour => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const blend = ([r, g, b, alpha], ground) => [r, g, b].map((part, at) => part * alpha / 255 + ground[at] * (1 - alpha / 255));
  const channel = value => value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratio = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  };

  const parent = element => element.parentElement ?? element.getRootNode().host ?? null;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const forced = matchMedia('(forced-colors: active)').matches;
  const canvas = () => {
    if (forced) return dark ? [0, 0, 0] : [255, 255, 255];
    return dark && /dark/.test(getComputedStyle(document.documentElement).colorScheme) ? [18, 18, 18] : [255, 255, 255];
  };

  // The plain colour behind an element; null where a picture, a shift or transparency makes it unknowable.
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = parent(at)) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none' || style.opacity !== '1' || style.filter !== 'none') return null;
      const colour = parse(style.backgroundColor);
      layers.push(colour);
      if (colour[3] === 255) return layers.reduceRight((below, layer) => blend(layer, below), [0, 0, 0]);
      if (['absolute', 'fixed'].includes(style.position) && at !== document.body) return null;
    }
    return layers.reduceRight((below, layer) => blend(layer, below), canvas());
  }

  const off = element => element.matches(':disabled, input:read-only:not([type=checkbox], [type=radio]), textarea:read-only')
    || element.closest('[aria-disabled=true], [inert], fieldset:disabled');
  const decorated = element => ['::before', '::after'].some(part => !['none', 'normal'].includes(getComputedStyle(element, part).content));

  // The best contrast of a box against what is around it; null where that cannot be known.
  function edge(element) {
    const style = getComputedStyle(element);
    const outside = parent(element) && ground(parent(element));
    const fancy = style.boxShadow !== 'none' || style.backgroundImage !== 'none' || style.borderImageSource !== 'none'
      || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
    if (!outside || fancy || style.opacity !== '1') return null;
    const borders = ['Top', 'Right', 'Bottom', 'Left'].filter(side => parseFloat(style[`border${side}Width`]) > 0
      && !['none', 'hidden'].includes(style[`border${side}Style`])).map(side => parse(style[`border${side}Color`]));
    return Math.max(...[...borders, parse(style.backgroundColor)].map(colour => ratio(blend(colour, outside), outside)));
  }

  // A field may have its edge from a box laid closely around it.
  function field(element) {
    const own = element.getBoundingClientRect();
    const native = element.matches('[type=checkbox], [type=radio]') && getComputedStyle(element).appearance !== 'none';
    if (native || own.width < 8 || own.height < 8 || getComputedStyle(element).opacity === '0') return [];
    let best = 0;
    for (let at = element, depth = 0; at && depth < 4; at = parent(at), depth++) {
      const box = at.getBoundingClientRect();
      if (depth && (box.height > own.height + 40 || at.matches('body, form, fieldset, main, label, p, li, tr, td'))) break;
      const seen = edge(at);
      if (seen === null || (depth && decorated(at))) return [];
      best = Math.max(best, seen);
    }
    // A field laid out beside a drawn one, as custom check boxes are.
    if (element.matches('[type=checkbox], [type=radio]') && [...(element.labels ?? []), element.nextElementSibling].some(
      beside => beside && (decorated(beside) || beside.querySelector('svg, img')))) return [];
    return best < OWED ? [{kind: 'edge', ratio: best, element}] : [];
  }

  function icon(element) {
    const words = (element.innerText ?? '').trim();
    const drawings = [...element.querySelectorAll('svg')].filter(probe.visible);
    if (words || drawings.length !== 1 || element.querySelector('img, input')) return [];
    const [drawing] = drawings;
    const behind = ground(drawing);
    const box = drawing.getBoundingClientRect();
    if (!behind || box.width < 8 || box.height < 8) return [];
    const painted = [...drawing.querySelectorAll(SHAPES)].filter(shape => !shape.closest('defs, clipPath, mask, symbol')).flatMap(shape => {
      const style = getComputedStyle(shape);
      const seen = [[style.fill, style.fillOpacity], [style.stroke, style.strokeOpacity]].filter(([paint]) => paint !== 'none');
      return seen.map(([paint, opacity]) => paint.startsWith('url') || opacity !== '1' || style.opacity !== '1' || shape.matches('use')
        ? null : ratio(blend(parse(paint), behind), behind));
    });
    const best = Math.max(...painted);
    return painted.length && !painted.includes(null) && best < OWED ? [{kind: 'icon', ratio: best, element}] : [];
  }

  const seen = element => probe.visible(element) && !off(element);
  return [...probe.all(FIELDS).filter(seen).flatMap(field), ...probe.all('button, a[href], [role=button]').filter(seen).flatMap(icon)]
    .map(({element, ...found}) => ({...found, path: probe.path(element)}));
})()
