// Finds links of one name and context with different addresses, and fetches what they lead to.
globalThis.links = (() => {
  const GROUPS = 4;
  const EACH = 3;
  const FETCHES = 8;
  const PAUSE = 500;
  const LARGEST = 1_000_000;
  const PATIENCE = 2500;
  // Opening these might do something.
  const DOING = /log-?out|sign-?out|delete|remove|unsubscribe|cancel|download|ログアウト|退会|削除|解除|取消|取り消/i;
  const CONTEXT = 'p, li, [role=listitem], td, th, [role=cell], [role=gridcell], dd, dt, figcaption, caption, blockquote';
  const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';
  const MENUS = 'nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=complementary]';

  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

  function words(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    const own = node.getAttribute('aria-label');
    if (own) return ` ${own} `;
    if (node.matches('img, area')) return ` ${node.alt ?? ''} `;
    if (node.matches('script, style')) return '';
    return [...node.childNodes].map(words).join('');
  }

  const name = link => squeeze(probe.targets(link, 'aria-labelledby').filter(Boolean).map(words).join(' '))
    || squeeze(link.getAttribute('aria-label')) || squeeze(words(link)) || squeeze(link.getAttribute('title'));

  const address = link => {
    try {
      return new URL(link.href.baseVal ?? link.href, document.baseURI);
    } catch {
      return null;
    }
  };

  // Two spellings of one address.
  const plain = url => `${url.host}${url.pathname.replace(/\/(index|default)\.(html?|php|aspx?)$/, '/').replace(/\/$/, '')}${url.search}`;

  const headings = probe.all(HEADING).filter(probe.visible);
  const above = link => headings.findLastIndex(
    heading => heading.compareDocumentPosition(link) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY));

  // What may tell a link's purpose beside its name (WCAG 2.4.4).
  function context(link) {
    const near = [];
    for (let at = link.parentElement?.closest(CONTEXT); at; at = at.parentElement?.closest(CONTEXT)) near.push(squeeze(words(at)));
    const row = link.closest('tr, [role=row]');
    const cell = link.closest('td, th');
    const column = cell && row?.parentElement?.closest('table')?.querySelector('tr')?.cells?.[cell.cellIndex];
    const group = link.closest('fieldset, [role=group], [role=region], [aria-labelledby], figure, dialog, table');
    return [near.join('<'), row && squeeze(words(row)), column && squeeze(words(column)), above(link),
      group && [...document.querySelectorAll('fieldset, [role=group], [role=region], [aria-labelledby], figure, dialog, table')].indexOf(group),
      squeeze(link.title), squeeze(probe.targets(link, 'aria-describedby').filter(Boolean).map(words).join(' ')),
      link.closest(MENUS)?.localName ?? 'main'].join('|');
  }

  function groups() {
    const found = new Map();
    for (const link of probe.all('a[href], area[href], a')) {
      const url = address(link);
      if (!url || !/^https?:$/.test(url.protocol) || !link.matches('[href], a[*|href]') || link.closest('[aria-hidden=true]')) continue;
      if (!link.matches('area') && !probe.visible(link)) continue;
      // A place in this very page is found by its own words.
      if (url.hash && plain(url) === plain(new URL(location.href))) continue;
      const called = name(link);
      if (!called) continue;
      const key = `${called}\n${context(link)}`;
      if (!found.has(key)) found.set(key, new Map());
      const byAddress = found.get(key);
      if (!byAddress.has(plain(url))) byAddress.set(plain(url), {name: called, url, path: probe.path(link)});
    }
    return [...found.values()].filter(byAddress => byAddress.size > 1).map(byAddress => [...byAddress.values()].slice(0, EACH)).slice(0, GROUPS);
  }

  const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
  const local = /^(localhost|127\.|\[::1\])/.test(location.hostname);

  // Under Trusted Types even a parser that fills no page wants to be told that the text is known.
  let policy = null;
  const trusted = html => {
    policy ??= globalThis.trustedTypes?.createPolicy('designsys-links', {createHTML: text => text}) ?? {createHTML: text => text};
    return policy.createHTML(html);
  };

  async function read(url, again = true) {
    const answer = await fetch(url, {signal: AbortSignal.timeout(PATIENCE)});
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok || !/html/.test(type)) return {known: false};
    const html = (await answer.text()).slice(0, LARGEST);
    const target = new DOMParser().parseFromString(trusted(html), 'text/html');
    const refresh = target.querySelector('meta[http-equiv=refresh i]')?.content.match(/^\s*0\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i);
    if (refresh && again) return read(new URL(refresh[1].trim(), answer.url).href, false);
    const queried = [...target.scripts].some(script => /location\.(search|href)|URLSearchParams/.test(script.textContent) || script.src);
    for (const part of target.querySelectorAll(`script, style, noscript, template, ${MENUS}`)) if (!part.querySelector('main')) part.remove();
    const body = target.querySelector('main, [role=main]') ?? target.body;
    const there = new URL(answer.url);
    return {known: true, text: squeeze(body?.textContent), queried, page: there.origin + there.pathname, address: plain(there)};
  }

  async function compare() {
    const kept = new Map();
    let left = FETCHES;
    const result = [];
    for (const group of groups()) {
      const told = [];
      for (const {name: called, url, path} of group) {
        const key = plain(url);
        const open = url.origin === location.origin && !DOING.test(called + url.pathname + url.search);
        if (open && !kept.has(key) && left > 0) {
          left -= 1;
          if (!local) await pause(PAUSE);
          kept.set(key, await read(url.href.split('#')[0]).catch(() => ({known: false})));
        }
        const shown = url.origin === location.origin ? url.pathname + url.search : url.host + url.pathname;
        told.push({known: false, ...kept.get(key), name: called, path, shown});
      }
      result.push(told);
    }
    return result;
  }

  return {suspicious: () => groups().length > 0, chrome: () => document.body?.textContent ?? '', compare};
})();
0;
