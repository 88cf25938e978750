"""Instructions that only those who see colours can follow: 「赤字は必須です」, "dates in red are closed".

It reads the page's words and does not look whether a mark goes with the colour: where the sentence itself names one,
it passes; all others are likely. Links that only a colour tells are axe-core's.
"""

from __future__ import annotations

from designsys.audit.findings import Observation, observations
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "color-alone"
CRITERIA = ("1.4.1",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = "「{words}」は、色を見分けられない人と、読み上げで聞く人に伝わりません。色に加えて、「必須」などの語や印を付け、それで説明してください。"
EN = "'{words}' tells nothing to people who cannot see the colour. Add a word or a mark to the coloured parts, and explain by that."

_SCRIPT = r"""(() => {
  const COLOUR = '(?:赤|青|緑|黄|桃|紫|橙|灰|黄緑|水|ピンク|オレンジ|グレー|グリーン|ブルー|レッド)';
  const JA = new RegExp(`${COLOUR}(?:色|い)?(?:の|で)?(?:文字|字|太字|枠|色|背景|部分|項目|欄|日|マス|セル|網掛け|表示|示した|囲まれた|塗られた)[^。]{0,12}?`
    + '(?:必須|入力|記入|選択|休館|休み|休日|閉庁|空き|満員|予約|受付|誤り|エラー|締切|終了|変更|未|済|意味|表し|示し|対象)', 'u');
  const EN = /\b(?:items?|fields?|dates?|days?|text|labels?|rows?|cells?|ones?|those)\b(?:\s+\w+){0,3}\s+in\s+(?:red|green|blue|yellow|orange|pink|gr[ae]y)\b|\b(?:red|green|blue|yellow|orange|pink|gr[ae]y)\s+(?:items|fields|dates|days|text|labels|rows|cells)\s+(?:are|is|mean|must|show)/i;
  const MARK = /[※＊*●○◎×△▲■□★☆✓]|印|マーク|記号|アイコン|「[^」]+」|下線|太字|asterisk|marked with|symbol|icon|bold|underlin/i;
  const holds = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const found = [];
  for (const element of probe.all('p, li, dd, dt, td, th, caption, legend, label, div, span, strong, em, figcaption, small')) {
    if (!holds(element) || !probe.visible(element) || found.some(other => other.element.contains(element))) continue;
    for (const sentence of probe.text(element).split(/(?<=[。！？!?])|(?<=\.)\s/)) {
      const match = sentence.length < 120 && (JA.exec(sentence) ?? EN.exec(sentence));
      if (match && !MARK.test(sentence)) {
        found.push({element, words: sentence.slice(0, 40)});
        break;
      }
    }
  }
  return found.map(({element, words}) => ({words, path: probe.path(element)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report every sentence that explains by a colour and nothing else."""
    return observations(ID, CRITERIA, page.observe(_SCRIPT), {"": (JA, EN)})
