"""An instruction that only those who see shape, size or place can follow: 「右のボタンを押してください」.

It reads the page's words: where the sentence quotes or contains the name of a control or heading, it passes, and so
do "above" and "below", which hold in reading order too. What is shown to nobody but screen readers' users passes.
"""

from __future__ import annotations

from designsys.audit.facts.naming import know_names
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "sensory-reference"
CRITERIA = ("1.3.3",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    "「{words}」は、位置や形だけで示しているため、見えない人や拡大して読む人に伝わりません。"
    "「「申請する」ボタン」のように、部品の名前を添えてください。"
)
EN = (
    "'{words}' points by place or shape alone, which tells nothing to people who do not see it or who enlarge the page. "
    "Add the part's name, as in \"the 'Apply' button\"."
)

_SCRIPT = r"""(() => {
  const PART = 'buttons?|icons?|menus?|links?|box(?:es)?|images?|pictures?|symbols?|shapes?|tabs?|fields?|navigation|columns?|panels?|side ?bars?|arrows?|banners?';
  const SHAPE = 'round|circular|square|triangular|triangle|star|star-shaped|rectangular|oval|diamond|heart-shaped|hexagonal';
  const SIZE = 'big|bigger|biggest|large|larger|largest|small|smaller|smallest|tall|wide';
  const COLOUR = 'red|green|blue|yellow|orange|purple|pink|brown|black|white|gr[ae]y';
  const VERB = /\b(click|press|tap|push|select|choose|pick|find|look|see|use|go to|search|open|follow|hit|interact|touch|check)\b/i;
  const EN = new RegExp([
    `\\b(?:${SHAPE}|${SIZE}|${COLOUR})(?: (?:${SHAPE}|${SIZE}|${COLOUR}))* (?:${PART})\\b`,
    `\\b(?:${PART})\\b[^.]{0,30}\\b(?:on|to|at|in) the (?:(?:far|top|bottom|upper|lower) )?(?:left|right)\\b`,
    `\\b(?:left|right)(?:-hand)?(?: side)? (?!arrow)(?:${PART})\\b`, `\\b(?:${PART})\\b[^.]{0,20}\\bin the (?:top|bottom|upper|lower) corner\\b`,
    '\\b(?:underneath|under|beneath|below|above|beside|next to|inside|within) the (?:star|circle|square|triangle|diamond|cross|heart|arrow|round|oval)\\b(?! (?:menu|button))',
    `\\b(?:the )?(?:${PART})\\b (?:that|which) (?:is|are) (?:${SHAPE}|${SIZE}|${COLOUR}|on the (?:left|right))\\b`,
  ].join('|'), 'i');
  const NOUN = '(?:ボタン|アイコン|メニュー|リンク|バナー|タブ|入力欄|欄|フォーム|画像|マーク|矢印(?!キー)|ナビゲーション|枠|一覧)';
  const JA = new RegExp([
    `(?:右|左|右上|右下|左上|左下|右側|左側|右端|左端|右隅|左隅|隅)(?:に|側)?(?:ある|あります|の|に表示された|に表示されている)?[^、。]{0,6}?${NOUN}`,
    `(?:丸い|丸の|丸型の|円形の|四角い|四角の|三角の|三角形の|星型の|星形の|星の|ひし形の|大きな|大きい|小さな|小さい|赤い|青い|緑の|黄色い|黄色の|オレンジの|オレンジ色の|ピンクの)${NOUN}`,
  ].join('|'), 'u');
  const ASK = /ください|下さい|クリック|タップ|押し|押す|押下|選択し|選んで|選び|進み|進んで|ご覧|参照|から(?:お|ご|申|検|探)|できます/u;
  const QUOTED = /["“”][^"“”]{2,}["“”]|(?<!\w)['‘][^'‘’]{2,}['’](?!\w)|「[^」]+」|『[^』]+』|【[^】]+】|［[^］]+］|\[[^\]]+\]|\b(labell?ed|named|called|titled|marked)\b|と(?:いう|書かれた|書いた|ある|表示された)/i;
  const BLOCK = 'p, li, dd, dt, td, th, caption, figcaption, label, legend, div, span, strong, em, small, section, main, body';

  const names = probe.named(name => probe.all('a[href], button, summary, h1, h2, h3, h4, h5, h6, input[type=submit], [role=button], [role=link], [role=heading], nav[aria-label]')
    .map(element => (name(element) ?? probe.text(element)).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase())
    .filter(name => name.length > (/^[\x20-\x7e]*$/.test(name) ? 2 : 1)));
  const GENERIC = /^(button|menu|link|here|click|navigation|the|ボタン|メニュー|リンク|こちら|右|左)$/;
  const found = [];
  for (const element of probe.all(BLOCK)) {
    const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!own || !probe.visible(element) || element.closest('[aria-hidden=true], a, button, script, style')) continue;
    if (found.some(other => other.element.contains(element))) continue;
    const text = element.matches('p, li, dd, dt, td, th, label, legend, span, strong, em, small, caption, figcaption')
      ? probe.text(element) : [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join(' ');
    for (const sentence of text.normalize('NFKC').split(/(?<=[。．!！?？])|(?<=[.!?])\s+/u)) {
      const match = (VERB.test(sentence) && EN.exec(sentence)) || (ASK.test(sentence) && JA.exec(sentence));
      if (!match || QUOTED.test(sentence)) continue;
      const told = sentence.toLowerCase();
      if (names.some(name => !GENERIC.test(name) && told.includes(name))) continue;
      found.push({element, words: match[0].trim().slice(0, 60)});
      break;
    }
  }
  return found.map(({element, words}) => ({words, path: probe.path(element)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each sentence that points by shape, size or place alone."""
    know_names(page)
    return [
        Observation(
            ID, CRITERIA, LIKELY, seen["path"], JA.format(words=seen["words"]), EN.format(words=seen["words"])
        )
        for seen in page.observe(_SCRIPT)
    ]
