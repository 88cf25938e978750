"""Personal data that a later step of one journey asks for again, empty (WCAG 3.3.7).

Steps belong to one journey where they say so (「2／4」, ``aria-current="step"``) and lie in one folder, or are states of
one page. Data of another person, under another label, is not the same; whether it has to be written anew (a password, a
mail address to be sure of), a person has to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.plan import DEFAULT_STATE
from designsys.audit.site_checks import Gathered

__all__ = ["CRITERIA", "GATHER", "ID", "judge"]

ID = "redundant-entry"
CRITERIA = ("3.3.7",)

_JA = (
    "「{label}」は前の段階（{other}）でも書いてもらっています。書くことに負担がある人には二度手間です。"
    "前の答えを入れておくか、「同じ」と選べるようにしてください。"
)
_EN = (
    "'{label}' was asked before, at {other}. Writing it twice is a burden to many. "
    "Fill in the earlier answer, or let people choose 'the same'."
)

GATHER = """(() => {
  const KINDS = [[/^(name|family-name|given-name)$/, /氏名|お名前|姓名|^name$/i], [/^email$/, /メール|e-?mail/i], [/^tel/, /電話|携帯|phone/i],
    [/^postal-code$/, /郵便番号|post(al)? ?code|zip/i], [/^(street-address|address-)/, /住所|番地|address/i], [/^bday/, /生年月日|誕生日|birth/i]];
  const SAME = /同じ|同上|引き継|same as|copy/i;
  const AGAIN = /確認|もう一度|再入力|再度|again|confirm/i;
  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\\s+/g, ' ').trim();
  const label = field => squeeze([...(field.labels ?? [])].map(one => one.innerText).join(' ')) || squeeze(field.ariaLabel);
  const group = field => squeeze(field.closest('fieldset')?.querySelector('legend')?.innerText);
  const kind = field => {
    const tokens = field.autocomplete.split(' ').filter(token => !/^(section-|shipping|billing|home|work|mobile)/.test(token));
    return KINDS.findIndex(([token, words]) => tokens.some(one => token.test(one)) || words.test(label(field)));
  };
  const number = text => text?.match(/([0-9]+)\\s*(?:\\/|of|の)\\s*([0-9]+)|(?:ステップ|手順|step)\\s*([0-9]+)/i);
  const current = document.querySelector('[aria-current=step]');
  const words = squeeze([...document.querySelectorAll('[class*=step i], [class*=progress i], h1, title')].map(one => one.textContent).join(' / '));
  const place = current ? [...current.parentElement.children].indexOf(current) + 1 : Number((number(words) || []).filter(Boolean)[1] ?? 0);
  if ([...document.querySelectorAll('label, button, a')].some(one => SAME.test(one.textContent))) return {step: place, fields: []};
  const fields = probe.all('input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=password]), textarea, select')
    .filter(field => probe.visible(field) && !field.readOnly && !field.disabled && !AGAIN.test(label(field)))
    .map(field => ({kind: kind(field), label: label(field), group: group(field), section: field.autocomplete.match(/section-\\S+/)?.[0] ?? '',
      empty: field.localName === 'select' ? field.selectedIndex <= 0 : field.value === '', path: probe.path(field)}))
    .filter(field => field.kind >= 0 && field.label);
  return {step: place, fields};
})()"""

Key = tuple[Any, ...]


def judge(pages: Sequence[Gathered]) -> Iterator[tuple[Gathered, Observation]]:
    """Tell the fields of a later step that an earlier one had under the same label, in the steps' order."""
    asked: dict[tuple[str, Key], Gathered] = {}
    for page in sorted((one for one in pages if one.facts["step"]), key=lambda one: int(one.facts["step"])):
        journey = _journey(page)
        for field in page.facts["fields"]:
            key = (field["kind"], field["label"], field["group"], field["section"])
            first = asked.setdefault((journey, key), page)
            if field["empty"] and first.facts["step"] != page.facts["step"]:
                yield page, _observation(field, first)


def _journey(page: Gathered) -> str:
    """The folder that a step lies in."""
    parts = urlsplit(page.job.address.shown)
    return parts.netloc + parts.path.rpartition("/")[0]


def _observation(field: dict[str, Any], first: Gathered) -> Observation:
    # The states of one page have one address.
    where = first.job.address.shown if first.job.state == DEFAULT_STATE else first.job.state
    named = {"label": field["label"][:40], "other": where}
    return Observation(
        rule=ID,
        criteria=CRITERIA,
        certainty=LIKELY,
        path=field["path"],
        ja=_JA.format(**named),
        en=_EN.format(**named),
    )
