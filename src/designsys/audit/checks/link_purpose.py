"""A link whose words tell nothing, such as 「こちら」 or "More", and around which nothing tells it either.

What counts as context is its sentence, paragraph, list item, its cell with the headers, or a description; then the
name is advice only. Menus pass, since one word names a part of a site there; whether other words tell the target, a
person has to judge.
"""

from __future__ import annotations

from designsys.audit.facts.naming import know_names
from designsys.audit.findings import ADVICE, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "link-purpose"
CRITERIA = ("2.4.4",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
JA = (
    "リンクの名前「{name}」だけでは行き先が分からず、前後の文{kind}。読み上げでリンクを順にたどる人が選べません。"
    "「申請書のダウンロード」のように、行き先を名前にしてください。"
)
EN = (
    "The link's name '{name}' alone does not tell where it leads, {kind}. People who go from link to link cannot "
    "choose. Name the target, as in 'Download the application form'."
)
_AROUND = {
    True: ("を読めば分かるだけです", "only the text around it does"),
    False: ("にも書かれていません", "nor does the text around it"),
}

_SCRIPT = r"""(() => {
  const JA = /^(→|»|>|▶|＞)*(こちら|コチラ|ここ|此方|詳しく(は|見る)?|くわしく(は|見る)?|詳細|続き(を読む)?|もっと(見る|読む|詳しく)?|さらに(読む|見る|詳しく)?|クリック|タップ|リンク|ダウンロード|開く|見る|表示(する)?|資料|参照|一覧(を見る|へ)?|別ウィンドウで開く)((は|を|の|へ|から)?(こちら|コチラ|ここ|クリック|ページ|見る|表示|ご覧(ください|下さい)|ダウンロード)?)*(する|して(ください|下さい)?|へ|から)?[。！!…→»＞>▶]*$/u;
  const EN = /^(please )?(click|tap|press|see|read|learn|find out|view|show|go|get|more|here|this|that|link|details?|info|information|download|continue|open|full|further|page|article|story|it|now|on|the|for|to|a|and|\s|,)+[.!…»>→]*$/i;
  const ENOUGH = /\b(click|tap|here|more|this|that|link|details?|info|information|download|continue|view|read|see|open|go|page|it)\b/i;
  const BLOCK = 'p, li, dd, dt, blockquote, figcaption, caption, td, th, [role=listitem], [role=cell], [role=gridcell]';
  const rest = (element, name) => probe.text(element).normalize('NFKC').replaceAll(name, '').replace(/[\s\p{P}\p{S}]|こちら|ダウンロード|詳しく(は)?/gu, '');

  // Headers of a data cell: those that the browser assigns in a plain table, by row and column.
  function headers(cell) {
    const row = cell.closest('tr');
    if (!row) return [];
    const own = [...row.querySelectorAll('th')].filter(head => head !== cell && (head.scope !== 'col'));
    const table = cell.closest('table');
    const subject = [...row.cells].some(other => other !== cell && other.localName === 'td' && /\p{L}{2}/u.test(probe.text(other)));
    const heads = [...table.rows].slice(0, row.rowIndex).flatMap(other => [...other.cells])
      .filter(head => head.localName === 'th' && head.cellIndex <= cell.cellIndex && cell.cellIndex < head.cellIndex + head.colSpan);
    // A header over all rows does not tell one row's link from the next; the row's own subject has to be its header.
    return [...own, ...(own.length || !subject ? heads : []), ...probe.targets(cell, 'headers').filter(Boolean)];
  }

  function context(link, name) {
    if (probe.targets(link, 'aria-describedby').some(target => target && probe.text(target)) || link.title) return 'near';
    for (let at = link.parentElement; at && at !== document.body; at = at.parentElement) {
      if (at.matches(BLOCK) && rest(at, name).length > 1) return 'near';
      if (at.matches('td, th') && headers(at).some(head => rest(head, name))) return 'near';
      if (at.matches(BLOCK) || getComputedStyle(at).display !== 'inline') {
        const own = [...at.childNodes].filter(node => node.nodeType === Node.TEXT_NODE
          || (node.nodeType === Node.ELEMENT_NODE && !node.contains(link) && getComputedStyle(node).display.startsWith('inline')));
        if (own.map(node => node.textContent).join('').replaceAll(name, '').replace(/[\s\p{P}\p{S}]/gu, '').length > 1) return 'near';
      }
    }
    for (let at = link.parentElement; at && at !== document.body; at = at.parentElement) {
      if (at.matches('main, [role=main], form')) break;
      const heading = [...at.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading], legend, summary')]
        .some(one => one.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (heading) return 'heading';
    }
    return '';
  }

  const found = probe.named(name => probe.all('a[href], area[href], [role=link]').flatMap(link => {
    if (!probe.visible(link) || link.closest('[aria-hidden=true], nav, [role=navigation]')) return [];
    const told = (name(link) ?? probe.text(link)).normalize('NFKC').replace(/\s+/g, ' ').trim();
    const generic = told.length <= 40 && (JA.test(told.replaceAll(' ', '')) || (EN.test(told) && ENOUGH.test(told)));
    return generic ? [{link, name: told, context: context(link, told)}] : [];
  }));
  return found.map(({link, ...told}) => ({...told, path: probe.path(link)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each link whose name tells nothing; likely where nothing around it does."""
    know_names(page)
    found = []
    for seen in page.observe(_SCRIPT):
        ja, en = _AROUND[bool(seen["context"])]
        found.append(
            Observation(
                rule=ID,
                criteria=CRITERIA,
                certainty=ADVICE if seen["context"] else LIKELY,
                path=seen["path"],
                ja=JA.format(name=seen["name"], kind=ja),
                en=EN.format(name=seen["name"], kind=en),
            )
        )
    return found
