// Where the focus is while Tab is pressed on and on, and what may lead out of a part that holds it.
globalThis.trap = (() => {
  const DIALOG = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true]';
  const CONTROL = 'button, [role=button], input[type=button], input[type=submit], summary, a[href]';
  const HELP = /出る|出方|抜け|離れ|操作|使い方|キー|ヘルプ|help|how|keyboard|shortcut|exit|leave|escape/i;

  // Parts inside these get the focus unseen: no one can tell from here whether it moves on.
  const opaque = element => element.matches('iframe, frame, object, embed, audio, video')
    || (element.localName.includes('-') && !element.shadowRoot);

  function focus(path) {
    walk.forget();
    const element = acting.at(path);
    element?.focus();
    return Boolean(element) && walk.deep() === element;
  }

  const leave = () => document.activeElement?.blur();

  // Null when the focus has left the page or is where it cannot be followed; no path when nothing has it.
  function at() {
    const [host, element] = [document.activeElement, walk.deep()];
    if (walk.gone() || (host && opaque(host)) || (element && opaque(element))) return null;
    return {path: element && probe.path(element), parts: element ? walk.inner(element) : 0};
  }

  const closes = paths => paths.map(acting.at).some(
    element => [...element?.closest(DIALOG)?.querySelectorAll(CONTROL) ?? []].some(probe.visible));

  const inside = paths => paths.map(acting.at).filter(element => element?.matches(CONTROL)).map(probe.path);
  // Who is about to go in can ask for help before; pressed from here, the trap would take the focus first.
  function help(paths) {
    const ring = paths.map(acting.at);
    probe.all(CONTROL).filter(element => probe.visible(element) && !ring.includes(element)
      && HELP.test(`${probe.text(element)} ${element.ariaLabel ?? ''}`)).slice(0, 3).forEach(element => element.click());
  }

  // What the page says to everybody, and to those who listen.
  const says = () => [document.body.innerText, ...probe.all('[aria-label], [title], [placeholder], [aria-description]')
    .flatMap(element => [element.ariaLabel, element.title, element.placeholder, element.ariaDescription])].join('\n');

  return {focus, leave, at, closes, inside, help, says};
})();
0;
