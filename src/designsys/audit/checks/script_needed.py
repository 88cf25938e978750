"""A page that is of no use where scripts do not run: its main part is empty, or its form cannot be sent.

Judged only with JavaScript off. No criterion of WCAG asks for it, so a person has to weigh it; a page that says without
scripts where else the matter can be settled passes.
"""

from __future__ import annotations

from designsys.audit.findings import LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "script-needed"
CRITERIA: tuple[str, ...] = ()
ASPECTS = frozenset({"scripts"})
ACTS = False
_WORDS = {
    "empty": (
        "JavaScriptが動かないと、本文に何も表示されません。古い端末や通信の悪い所で使えません。"
        "本文をHTMLで送るか、<noscript> にほかの手続き方法を書いてください。",
        "Without JavaScript the main part is empty, which shuts out old devices and poor connections. "
        "Send it as HTML, or tell other ways in <noscript>.",
    ),
    "form": (
        'JavaScriptが動かないと、このフォームを送れません。送信ボタン（type="submit"）と送り先（action）をHTMLに書いてください。',
        "Without JavaScript this form cannot be sent. Give it a submit button and an action in HTML.",
    ),
}

_SCRIPT = r"""(() => {
  const LEAST = 20;
  const letters = element => (element.innerText ?? '').replace(/\s/g, '').length;
  const main = document.querySelector('main, [role=main]') ?? document.body;
  const empty = main && letters(main) < LEAST && ![...main.querySelectorAll('img, video, object, iframe, input, select, textarea')].some(probe.visible)
    ? [{kind: 'empty', path: probe.path(main)}] : [];
  const FIELD = 'input:not([type=hidden]):not([type=button]), select, textarea';
  const forms = probe.all('form').filter(form => [...form.elements].some(field => field.matches(FIELD) && probe.visible(field))
    && ![...form.elements].some(button => button.matches('button:not([type=button]):not([type=reset]), [type=submit], [type=image]'))
    && [...form.elements].filter(field => field.matches(FIELD)).length > 1)
    .map(form => ({kind: 'form', path: probe.path(form)}));
  return [...empty, ...forms];
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report an empty main part and forms without a way to send them, where scripts do not run."""
    if page.condition is None or page.condition.scripts:
        return []
    return [
        Observation(ID, CRITERIA, LIKELY, seen["path"], *_WORDS[seen["kind"]])
        for seen in page.observe(_SCRIPT)
    ]
