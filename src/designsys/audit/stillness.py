"""Brings a page to rest before it is judged: lazy parts loaded, nothing arriving any more, animations at their end.

Each wait has a bound, so a page that never rests is judged as it then is. Animations that never end are left
running, and those that were finished remembered: whether they may run is a check's question.
"""

from __future__ import annotations

from designsys.audit.failures import Unjudged
from designsys.audit.page import LoadedPage

__all__ = ["bring_to_rest"]

LONGEST = 4.0
"""Seconds that a page may take to come to rest."""

# Twenty screens show what lazy loading there is; a page with an endless list would go on for ever.
_REST = """(async () => {
  const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
  const frame = () => Promise.race([new Promise(requestAnimationFrame), pause(50)]);
  const {scrollX, scrollY} = window;
  const end = Math.min(document.documentElement.scrollHeight, 20 * innerHeight);
  for (let y = innerHeight; y < end; y += innerHeight) {
    scrollTo({left: 0, top: y, behavior: 'instant'});
    await frame();
  }
  scrollTo({left: scrollX, top: scrollY, behavior: 'instant'});
  let changes = 0;
  const watch = new MutationObserver(records => { changes += records.length; });
  watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  const arrived = () => performance.getEntriesByType('resource').length;
  const deadline = performance.now() + BOUND;
  // Two quiet moments in a row: a request's answer changes the page a moment after it came.
  for (let quiet = 0; quiet < 2 && performance.now() < deadline;) {
    const before = [changes, arrived()];
    await pause(30);
    const loading = [...document.images].some(image => !image.complete && image.loading !== 'lazy');
    quiet = before[0] === changes && before[1] === arrived() && !loading && document.fonts.status === 'loaded'
      ? quiet + 1 : 0;
  }
  watch.disconnect();
  const ending = document.getAnimations().filter(animation =>
    Number.isFinite(animation.effect?.getComputedTiming().endTime) && animation.playbackRate !== 0);
  const running = ending.filter(animation => animation.playState === 'running');
  globalThis.finished = [...(globalThis.finished ?? []), ...running];
  for (const animation of ending) animation.finish();
  return true;
})()"""


def bring_to_rest(page: LoadedPage) -> None:
    """Wait until a page is still.

    :raises Unjudged: it moved on to another page; the caller may begin again with that one.
    """
    try:
        page.settle(_REST.replace("BOUND", str(int(LONGEST * 1000))))
    except Unjudged as reason:
        # A page whose scripts keep the thread busy is judged as it is: its checks have bounds of their own.
        if reason.again:
            raise
