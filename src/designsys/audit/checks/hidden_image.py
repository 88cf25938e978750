"""An image that seems to say something and is hidden from screen readers.

Hints are a text that ends in a colon before it, a name such as "map" or "chart", an alternative that is written and then
hidden, and letters in the pixels, where no text stands with the image. What an image means, a machine cannot know.
"""

from __future__ import annotations

import json

from designsys.audit.facts import pictures
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "hidden-image"
CRITERIA = ("1.1.1",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    'この画像は内容を伝えているようですが、読み上げから隠れています（alt=""、aria-hidden、名前なし）。'
    "伝える内容があれば alt に書いてください。飾りであればこのままで構いません。"
)
EN = (
    'This image seems to say something, but screen readers skip it (alt="", aria-hidden, or no name). '
    "If it does, write that in alt; if it is decoration, leave it."
)

_SCRIPT = r"""(lettered => {
  const MEANS = /(^|[^a-z])(logo|emblem|map|chart|graph|diagram|floor ?plan|timetable|qr|qrcode|infographic)([^a-z]|$)|ロゴ|地図|案内図|グラフ|路線図|時刻表|平面図|日程表|フロー図/i;
  const LEAST = 24;
  const letters = element => probe.text(element).replace(/[\s\p{P}\p{S}]/gu, '');
  const skipped = element => Boolean(element.closest('[aria-hidden=true]')) || /^(none|presentation)$/.test(element.getAttribute('role') ?? '')
    || (element.localName === 'img' ? element.getAttribute('alt') === '' && !element.ariaLabel && !element.hasAttribute('aria-labelledby') && !element.title
      : !element.matches('[role], [aria-label], [aria-labelledby], [title]') && !element.querySelector('title') && letters(element) === '');
  const seen = element => {
    const {width, height, right, bottom} = element.getBoundingClientRect();
    return probe.visible(element) && width >= LEAST && height >= LEAST && right + scrollX > 0 && bottom + scrollY > 0
      && (element.localName !== 'img' || element.naturalWidth > 1);
  };
  // The text that stands with an image: in its link, button, figure, heading, list item, cell or paragraph.
  const company = element => letters(element.closest('a, button, figure, h1, h2, h3, h4, h5, h6, li, td, th, dd, dt, p, label, summary') ?? element.parentElement);
  function announced(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      let before = at.previousSibling;
      while (before && !before.textContent.trim()) before = before.previousSibling;
      if (before) return /[:：]\s*$/.test(before.textContent) && !at.nextElementSibling?.matches('ul, ol, dl, table');
      if (at.matches('p, div, li, section, figure') && at.parentElement?.childElementCount > 3) return false;
    }
    return false;
  }
  const called = element => [element.getAttribute('alt'), element.id, element.getAttribute('class'),
    element.localName === 'img' && !element.src.startsWith('data:') ? decodeURIComponent(element.src.split('/').at(-1).split('?')[0]) : ''].join(' ');
  // Who hides an image and writes no alternative means it; one that is written and hidden contradicts itself.
  const meant = element => element.localName === 'img' && !element.hasAttribute('alt');
  const inNamed = element => element.closest('a, button, [role=button], [role=img], [aria-label]') && (company(element) || element.closest('[aria-label], [aria-labelledby]'));

  return probe.all('img, svg, canvas').filter(element => !element.parentElement?.closest('svg') && seen(element) && skipped(element))
    .filter(element => !inNamed(element) && (announced(element) || (company(element) === '' && !meant(element)
      && (MEANS.test(called(element)) || (lettered.some(place => pictures.elements()[place] === element))))))
    .map(element => ({path: probe.path(element)}));
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each hidden image that seems to say something."""
    places = [picture.place for picture in page.fact(pictures.find) if not picture.ground]
    return [
        Observation(ID, CRITERIA, LIKELY, seen["path"], JA, EN)
        for seen in page.evaluate(f"{_SCRIPT}({json.dumps(places)})")
    ]
