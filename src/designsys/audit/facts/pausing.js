// Which controls of the page may stop what goes on by itself: told by their words and by where they stand.
// It runs in the isolated world of each frame and changes nothing in the page.
globalThis.pausing = (() => {
  const CONTROL = 'button, [role=button], [role=switch], [role=checkbox], [role=slider], input:not([type=hidden]), '
    + 'select, summary, a[href^="#"], a[href^="javascript:"], [onclick]';
  const ANYWHERE = new RegExp('停止|静止|止め|とめる|ポーズ|再生|音量|音を|ミュート|消音|動き|動か|アニメ|自動更新|速さ|速度|間隔|頻度'
    + '|\\b(pause|stop|halt|freeze|play|autoplay|un?mute|mute|volume|motion|animations?|speed|frequency|interval)\\b', 'i');
  const MARKED = /(^|[-_\s])(pause|stop|mute|play)([-_\s]|$)|[a-z](Pause|Stop|Mute)\b/;
  const OUTSIDE_MENUS = /隠す|非表示|表示しない|閉じる|消す|hide|close|dismiss|remove/i;
  const MENUS = 'header, nav, dialog, [role=banner], [role=navigation], [role=dialog]';
  const STEPS = 3;

  const words = control => [probe.text(control), ...['aria-label', 'title', 'value', 'alt'].map(name => control.getAttribute(name)),
    ...[...(control.labels ?? [])].map(probe.text), ...[...control.querySelectorAll('img')].map(image => image.alt),
    ...probe.targets(control, 'aria-labelledby').map(target => target && probe.text(target))].filter(Boolean).join(' ');

  const marked = control => MARKED.test([control.id, control.getAttribute('class'), control.getAttribute('onclick')].join(' '));
  const controls = probe.all(CONTROL).filter(control => probe.visible(control) && !control.disabled);
  const offered = controls.some(control => ANYWHERE.test(words(control)) || marked(control)
    || (OUTSIDE_MENUS.test(words(control)) && !control.closest(MENUS)));

  return element => {
    if (offered) return 'offered';
    let at = element;
    for (let step = 0; step < STEPS; step += 1) {
      const up = at.parentElement ?? at.getRootNode().host;
      if (!up || up.matches('main, body, html')) break;
      at = up;
    }
    const near = control => at.contains(control) || control.contains(element);
    return controls.some(near) ? 'near' : '';
  };
})();
0;
