"""Links that are called the same and lead to different places, on a site of a few pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from designsys.audit.conditions import BASE
from designsys.audit.findings import ADVICE, LIKELY
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import LocalServer, addresses

SITE = Path(__file__).parent / "link-same-name"


def _found(page: str, running: Any, pages: dict[str, str] | None = None) -> list[Any]:
    server = LocalServer(SITE, pages or {})
    try:
        with addresses([f"{server.url}/{page}"]) as there:
            findings = run(plan(there, [BASE]), running.lend("playwright"), 15.0).findings
    finally:
        server.close()
    return [one for one in findings if one.rule == "link-same-name"]


@pytest.mark.parametrize("which", ["fails", "passes"])
def test_marked_links_are_likely_and_no_others(which: str, running: Any) -> None:
    html = (SITE / f"{which}.html").read_text(encoding="utf-8")
    likely = [one for one in _found(f"{which}.html", running) if one.certainty == LIKELY]
    seen = [one.html.partition(">")[0].replace('=""', "") + ">" for one in likely]
    # What stands after a question mark is masked in findings.
    expected = [re.sub(r"\?[^\"]*", "?…", tag) for tag in re.findall(r"<a [^<>]* data-likely[^<>]*>", html)]
    assert sorted(seen) == sorted(expected)
    assert bool(expected) == (which == "fails")


def test_the_words_name_both_pages(running: Any) -> None:
    first = _found("fails.html", running)[0]
    assert first.ja == (
        "同じ「こちら」というリンクが、前後の文も同じまま、別のページ（/phone.html と /form.html）に続いています。"
        "読み上げで聞く人は選べません。行き先が分かる名前に変えてください。"
    )
    assert first.en == (
        "Links called 'こちら' in the same context lead to different pages (/phone.html and /form.html), and who hears "
        "them cannot choose. Name each by where it leads."
    )


def test_what_cannot_be_compared_is_advice(running: Any) -> None:
    links = '<p><a href="https://one.invalid/">市民の声</a> <a id="two" href="https://two.invalid/">市民の声</a></p>'
    html = f'<!doctype html><html lang="ja"><meta charset="utf-8"><title>声</title><body><main><h1>声</h1>{links}</main></body></html>'
    found = _found("far.html", running, {"/far.html": html})
    assert [(one.selector, one.certainty) for one in found] == [("#two", ADVICE)]
