"""A heading that says nothing, or a main heading that has no word in common with its page.

Words of templates ("Heading", 「見出し」) are likely on any heading. Whether a heading describes its part well, only
a person can judge; that the parts below the first one have words of their own is normal, so they are not compared.
"""

from __future__ import annotations

import re

from designsys.audit.facts.naming import know_names
from designsys.audit.findings import LIKELY, Observation
from designsys.audit.likeness import words
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "heading-purpose"
CRITERIA = ("2.4.6",)
ASPECTS = frozenset({"scripts"})
ACTS = False
_WORDS = {
    "generic": (
        "見出し「{name}」では、何が書かれているか分かりません。続く内容を表す言葉にしてください。",
        "The heading '{name}' does not tell what follows. Name its content.",
    ),
    "apart": (
        "見出し「{name}」の言葉が、ページのほかのどこにもありません。見出しで探す人が迷います。内容に合っているか確かめてください。",
        "No word of the heading '{name}' stands anywhere else in the page. See whether it describes what follows: "
        "people find their way by headings.",
    ),
}
_GENERIC = re.compile(
    r"((大|中|小)?見出し(を入力.*)?[\d①-⑳]*|タイトル(を入力.*)?\d*|無題|ここに見出し.*|本文|テキスト|"
    r"(sub)?heading( ?\d+| text)?|(your |page |section )?title( here)?|untitled|header|text|headline|new (section|heading))",
    re.I,
)
# Japanese is compared by pairs of letters, of which a sentence has many.
_LEAST_WORDS, _LEAST_PAIRS, _LEAST_STEM = 5, 40, 4
_LESS = frozenset(
    "a an and are as at by for from in is it of on or that the this to we with you your our".split()
)

_SCRIPT = r"""probe.named(name => {
  const headings = probe.all('h1, h2, h3, h4, h5, h6, [role=heading]').filter(element =>
    probe.visible(element) && !element.closest('[aria-hidden=true]') && !/^(none|presentation)$/.test(element.getAttribute('role')));
  const tell = element => ({name: (name(element) ?? probe.text(element)).replace(/\s+/g, ' ').trim(), path: probe.path(element)});
  const first = headings[0];
  const main = element => element.localName === 'h1' || element.ariaLevel === '1';
  const spoken = [...probe.all('[alt], [aria-label], [placeholder]')].filter(element => !first?.contains(element))
    .map(element => [element.alt, element.ariaLabel, element.placeholder].join(' '));
  const rest = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title, ...spoken];
    while (walk.nextNode()) {
      const owner = walk.currentNode.parentElement;
      if (!first.contains(owner) && !owner.closest('script, style')) texts.push(walk.currentNode.data);
    }
    return texts.join(' ').slice(0, 50000);
  };
  return first ? headings.map(element => ({...tell(element), rest: element === first && main(element) ? rest() : null})) : [];
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report headings of templates, and a first heading that the page does not bear out."""
    know_names(page)
    found = []
    for seen in page.observe(_SCRIPT):
        name = seen["name"]
        if _GENERIC.fullmatch(name) and name not in (seen["rest"] or ""):
            kind = "generic"
        elif seen["rest"] is not None and _apart(name, seen["rest"]):
            kind = "apart"
        else:
            continue
        ja, en = (text.format(name=name[:60]) for text in _WORDS[kind])
        found.append(Observation(ID, CRITERIA, LIKELY, seen["path"], ja, en))
    return found


def _apart(name: str, text: str) -> bool:
    """Whether a name has no word in common with a text in the same letters; endings do not count."""
    own = {word for word in words(name) if word not in _LESS and not word.isdigit()}
    latin = all(word.isascii() for word in own)
    known = {word for word in words(text) if word.isascii() == latin and word not in _LESS}
    if (
        not own
        or len(known) < (_LEAST_WORDS if latin else _LEAST_PAIRS)
        or (latin and all(len(word) < _LEAST_STEM for word in own))
    ):
        return False
    return not any(_same(word, other) for word in own for other in known)


def _same(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return one == other or (shorter >= _LEAST_STEM and one[:_LEAST_STEM] == other[:_LEAST_STEM])
