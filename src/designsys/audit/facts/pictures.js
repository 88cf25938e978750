// The images that are seen, and whether their pixels are lines of letters on an even ground.
globalThis.pictures ??= (() => {
  const MOST = 30;
  const WIDEST = 600;
  const INK = 70;
  let elements = [];

  const background = element => /^url\("(.+?)"\)/.exec(getComputedStyle(element).backgroundImage)?.[1];
  const source = element => element.currentSrc || element.data || element.src || element.getAttribute('href')
    || element.getAttribute('xlink:href') || background(element) || '';

  function wanted(element) {
    const {width, height} = element.getBoundingClientRect();
    return width >= 60 && height >= 14 && probe.visible(element);
  }

  async function pixels(element) {
    let drawn = element;
    if (!element.matches('img, canvas')) {
      drawn = new Image();
      drawn.src = new URL(source(element), document.baseURI);
      await Promise.race([drawn.decode(), new Promise((_, fail) => { setTimeout(fail, 500); })]);
    }
    const [wide, high] = [drawn.naturalWidth || drawn.width, drawn.naturalHeight || drawn.height];
    if (!wide || !high || wide * high > 4e6) return null;
    const scale = Math.min(1, WIDEST / wide);
    const [width, height] = [Math.round(wide * scale), Math.round(high * scale)];
    const pen = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true});
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(drawn, 0, 0, width, height);
    return {width, height, data: pen.getImageData(0, 0, width, height).data};
  }

  // The commonest colour, in coarse steps, and how much of the picture it covers.
  function ground({width, height, data}) {
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const key = (data[at] >> 4) * 256 + (data[at + 1] >> 4) * 16 + (data[at + 2] >> 4);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const [[key, count]] = [...counts].sort((a, b) => b[1] - a[1]);
    return {colour: [key >> 8, (key >> 4) & 15, key & 15].map(step => step * 16 + 8), share: count / (width * height)};
  }

  // How many lines of letters stand on an even ground; 0 where it is not even, or the marks are no letters.
  function lines(picture) {
    const {width, height, data} = picture;
    const {colour, share} = ground(picture);
    if (share < 0.5) return 0;
    const ink = (x, y) => [0, 1, 2].some(part => Math.abs(data[(y * width + x) * 4 + part] - colour[part]) > INK);
    const rows = Array.from({length: height}, (_, y) => {
      let count = 0;
      for (let x = 0; x < width; x += 1) count += ink(x, y);
      return count;
    });
    let found = 0;
    let within = 0;
    for (let top = 0; top < height; top += 1) {
      if (!rows[top]) continue;
      let bottom = top;
      while (bottom < height && rows[bottom]) bottom += 1;
      const marks = rows.slice(top, bottom).reduce((sum, row) => sum + row, 0);
      const columns = Array.from({length: width}, (_, x) => {
        for (let y = top; y < bottom; y += 1) if (ink(x, y)) return true;
        return false;
      });
      const pieces = columns.filter((mark, x) => mark && !columns[x - 1]).length;
      const span = columns.lastIndexOf(true) - columns.indexOf(true) + 1;
      const tall = bottom - top;
      const density = marks / (span * tall);
      if (tall >= 6 && tall <= 80 && span >= tall * 3 && pieces >= Math.max(5, span / tall / 3) && density > 0.1 && density < 0.6) {
        found += 1;
        within += marks;
      }
      top = bottom;
    }
    return within >= 0.7 * rows.reduce((sum, row) => sum + row, 0) ? found : 0;
  }

  async function find() {
    const images = probe.all('img, input[type=image], object[data], canvas, svg image');
    const grounds = probe.all('div, span, a, p, h1, h2, h3, section, header, td, li, button')
      .filter(element => background(element) && probe.text(element) === '' && !element.querySelector('img, svg, input, video'));
    elements = [...images, ...grounds].filter(wanted).slice(0, MOST);
    return Promise.all(elements.map(async (element, place) => {
      let count = 0;
      try {
        const picture = await pixels(element);
        count = picture ? lines(picture) : 0;
      } catch { /* of another site, broken, or no picture */ }
      const address = source(element);
      const svg = address.startsWith('data:image/svg') && /<text\b/i.test(decodeURIComponent(address.replace(/%(?![\da-f]{2})/gi, '%25')));
      return {place, lines: count, svgText: svg, ground: grounds.includes(element)};
    }));
  }

  return {find, elements: () => elements, source};
})();
0;
