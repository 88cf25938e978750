"""A field whose label says nothing, or that bears the label of another field with nothing to tell them apart.

What is seen counts: a heading off the screen tells two groups apart for screen readers only. Cells of tables, radio
buttons of one group and fields of other forms are left out. Whether other words describe a field, a person judges.
"""

from __future__ import annotations

from designsys.audit.findings import Observation, observations
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "label-purpose"
CRITERIA = ("2.4.6",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
_WORDS = {
    "generic": (
        "ラベル「{name}」では、何を書く欄か分かりません。「氏名」のように、書くことを名前にしてください。",
        "The label '{name}' does not tell what to write. Name what is asked, as in 'Full name'.",
    ),
    "twin": (
        "同じラベル「{name}」の欄がほかにもあり、見分ける見出しが見えません。"
        "見える見出し（<legend> など）で分けるか、「届け先の氏名」のように書いてください。",
        "Another field bears the label '{name}' too, and no visible heading tells them apart. "
        "Group them under visible legends, or write 'Name of the recipient'.",
    ),
}

_SCRIPT = r"""(() => {
  const GENERIC = /^(menu|text|text ?(box|field|area)|input|field|label|label text|form|button|link|box|value|item|data|enter text|untitled|入力|入力欄|入力項目|テキスト|テキスト入力|項目名?|欄|フォーム|ボタン|メニュー|ラベル|ラベル名|値|無題|未設定|記入欄)[\d０-９]*$/i;
  const TEXT = 'input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=submit]):not([type=button])'
    + ':not([type=reset]):not([type=image]), select, textarea, [role=textbox], [role=searchbox]';
  const onScreen = element => {
    const {width, height, right, bottom} = element.getBoundingClientRect();
    return probe.visible(element) && width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0;
  };
  const plain = text => text.normalize('NFKC').replace(/[(（]?(必須|任意|required|optional)[)）]?|[※*:：]/gi, '').replace(/\s+/g, ' ').trim();
  const seen = element => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) {
      const owner = walk.currentNode.parentElement;
      if (owner && onScreen(owner) && !owner.closest('script, style, option')) texts.push(walk.currentNode.data);
    }
    return texts.join('').replace(/\s+/g, ' ').trim();
  };
  const fields = probe.all(TEXT).filter(onScreen).map(element => {
    const labels = element.hasAttribute('aria-labelledby') ? probe.targets(element, 'aria-labelledby').filter(Boolean) : [...(element.labels ?? [])];
    const shown = labels.filter(onScreen).map(seen).join(' ');
    return {element, name: plain(shown || element.ariaLabel || '')};
  }).filter(field => field.name);

  const generic = fields.filter(field => GENERIC.test(field.name) && !field.element.matches('select, [role=combobox]'));
  // The largest parts that hold one of two fields and not the other, and whether they look different in words.
  function alike(one, other) {
    const branch = (from, to) => {
      let at = from;
      while (at.parentElement && !at.parentElement.contains(to)) at = at.parentElement;
      return at;
    };
    const [own, their] = [branch(one.element, other.element), branch(other.element, one.element)];
    if (own.parentElement !== their.parentElement || seen(own) !== seen(their)) return false;
    let before = their.previousElementSibling;
    while (before && before !== own && !seen(before)) before = before.previousElementSibling;
    const label = before && (before.localName === 'label' || before.querySelector('label'));
    return !before || before === own || Boolean(label && plain(seen(before)) === one.name);
  }
  const twins = fields.filter((field, at) => {
    if (field.element.closest('td, th, [role=cell], [role=gridcell]') || field.element.hasAttribute('aria-label')) return false;
    return fields.slice(0, at).some(other => other.name === field.name && other.element.form === field.element.form
      && other.element.getRootNode() === field.element.getRootNode()
      && !(other.element.name && other.element.name === field.element.name) && alike(other, field));
  });
  return [...generic.map(field => ({...field, kind: 'generic'})), ...twins.filter(field => !generic.includes(field)).map(field => ({...field, kind: 'twin'}))]
    .map(({element, name, kind}) => ({name: name.slice(0, 60), kind, path: probe.path(element)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report fields whose visible label does not tell what they are for."""
    return observations(ID, CRITERIA, page.observe(_SCRIPT), _WORDS)
