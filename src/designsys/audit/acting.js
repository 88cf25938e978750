// Watches a frame while keys are pressed in it, and keeps it where it is: no navigation, no second window.
// Evaluated in the isolated world of each frame; evaluated again it begins anew.
globalThis.acting?.stop();
globalThis.acting = (() => {
  const ended = new AbortController();
  const once = {signal: ended.signal, capture: true};
  const left = [];
  const submits = [];
  let changed = 0;
  let noisy = new WeakSet();
  let touched = new Set();
  const now = () => performance.timeOrigin + performance.now();

  function note(kind, event, to) {
    left.push({kind, to: String(to), from: document.activeElement, time: now()});
    if (event.cancelable) event.preventDefault();
  }

  // Before the page leaves; a place on the same page, and a route of its own script, may be gone to.
  globalThis.navigation?.addEventListener('navigate', event => {
    if (!event.destination.sameDocument) note('navigate', event, event.destination.url);
  }, {signal: ended.signal});
  addEventListener('submit', event => {
    submits.push({form: event.target, time: now()});
    if (opensWindow(event.submitter?.formTarget || event.target.target)) note('window', event, event.target.action);
  }, once);
  addEventListener('click', event => {
    const link = event.composedPath().find(at => at.matches?.('a[href][target], area[href][target]'));
    if (link && opensWindow(link.target)) note('window', event, link.href);
  }, once);
  addEventListener('designsys-window', () => {
    left.push({kind: 'window', to: '', from: document.activeElement, time: now()});
  }, once);
  const opensWindow = target => Boolean(target) && !['_self', '_top', '_parent'].includes(target);

  const added = new Set();
  const take = records => {
    for (const record of records) {
      if (noisy.has(record.target)) continue;
      changed += 1;
      touched.add(record.target);
      for (const node of record.addedNodes) added.add(node);
      if (record.type === 'characterData') added.add(record.target);
    }
  };
  const observer = new MutationObserver(take);
  const options = {subtree: true, childList: true, attributes: true, characterData: true};
  observer.observe(document, options);
  for (const element of probe.all('*')) if (element.shadowRoot) observer.observe(element.shadowRoot, options);
  addEventListener('input', event => { changed += 1; touched.add(event.target); }, once);
  const flush = () => take(observer.takeRecords());

  // An element of this frame, by its path.
  const at = path => { try { return probe.resolve(path); } catch { return null; } };

  return {
    left, submits, at, now,
    stop: () => { ended.abort(); observer.disconnect(); },
    // How much of the page has changed by now; what changed without us is forgotten at `still()`.
    changes: () => { flush(); return changed; },
    targets: () => { flush(); return [...touched].filter(node => node.isConnected); },
    added: () => { flush(); return [...added].filter(node => node.isConnected); },
    begin: () => { flush(); touched = new Set(); added.clear(); left.length = 0; submits.length = 0; },
    // Parts that change by themselves say nothing about what a key did.
    still: () => { flush(); for (const node of touched) noisy.add(node); touched = new Set(); added.clear(); changed = 0; },
  };
})();
0;
