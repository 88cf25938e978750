"""A title that a tool left behind, or that has no word in common with its page.

An empty title is axe's; one that several pages share is a check over the site. Whether a title describes its page well,
a person has to judge.
"""

from __future__ import annotations

import re

from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.likeness import words
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "page-title"
CRITERIA = ("2.4.2",)
ASPECTS = frozenset({"scripts"})
ACTS = False

# What authoring tools write where nobody wrote a title (WCAG failure F25).
_LEFT_BEHIND = re.compile(
    r"(無題ドキュメント|無題の?(ページ|文書)|新しい(web)?ページ ?\d*|新規ページ ?\d*|タイトル(なし|未設定|未入力)|"
    r"untitled([ -]?(document|page|\d+))?|no title|new page ?\d*|enter (the )?title .*|title goes here|insert title here|"
    r"vite( \+ \w+)*|react app|create next app|document title)",
    re.I,
)
_WEAK = re.compile(
    r"(document|title|index|タイトル|ページ|無題|test|テスト|home|[\w%-]+\.(html?|php|aspx?|jsp|pdf|docx?))",
    re.I,
)
_LEAST_TEXT, _STEM = 60, 5
_LESS = frozenset(
    "a an and are as at by for from in is it of on or that the this to with your you our".split()
)
_WORDS = {
    "left": (
        "題名「{title}」は、作成ソフトが仮に付けたものです。タブや履歴でどのページか分かりません。"
        "<title> に「手続きの名前 - サイト名」のように書いてください。",
        "The title '{title}' was left behind by a tool and does not tell this page from others in tabs and history. "
        "Write in <title> what the page is about, then the site's name.",
    ),
    "weak": (
        "題名「{title}」だけでは、どのページか分かりません。<title> に「手続きの名前 - サイト名」のように書いてください。",
        "The title '{title}' alone does not tell which page this is. Write in <title> what the page is about, then the "
        "site's name.",
    ),
    "apart": (
        "題名「{title}」の言葉がページの中に一つもありません。別のページの題名が残っていないか、確かめてください。"
        "題名で選ぶ人が違うページを開いてしまいます。",
        "No word of the title '{title}' stands in the page. See whether another page's title was left here: who chooses "
        "by title opens the wrong page.",
    ),
}

_SCRIPT = """({
  title: document.title.normalize('NFKC').replace(/\\s+/g, ' ').trim(),
  own: document.body?.innerText ?? '',
  text: [document.body?.innerText ?? '', ...probe.all('[alt], [aria-label], [title], [placeholder], input[value], svg title')
    .map(element => [element.alt, element.ariaLabel, element.title, element.placeholder, element.value,
      element.localName === 'title' ? element.textContent : ''].join(' '))].join(' '),
})"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report the page's title once at most."""
    seen = page.evaluate(_SCRIPT)
    title = seen["title"]
    if _LEFT_BEHIND.fullmatch(title):
        kind, certainty = "left", CERTAIN
    elif _WEAK.fullmatch(title):
        kind, certainty = "weak", LIKELY
    elif len(seen["own"].strip()) >= _LEAST_TEXT and _apart(title, seen["text"]):
        kind, certainty = "apart", LIKELY
    else:
        return []
    ja, en = (text.format(title=title[:60]) for text in _WORDS[kind])
    return [Observation(ID, CRITERIA, certainty, ["html"], ja, en)]


def _apart(title: str, text: str) -> bool:
    """Whether a title of two words or more has none in common with a text; endings of words do not count."""
    own = {word for word in words(title) if word not in _LESS and not word.isdigit()}
    known = {word[:_STEM] for word in words(text)}
    return len(own) > 1 and not any(word[:_STEM] in known for word in own)
