"""Accessible names without a run of axe-core."""

from __future__ import annotations

from typing import Any

from designsys.audit.facts.naming import know_names


def test_names_and_roles_are_known_afterwards(opened: Any) -> None:
    page = opened('<a href="/" aria-label="申請">こちら</a>')
    asked = "probe.named((name, role) => probe.all('a').map(link => [name(link), role(link)]))"
    # The tab may have served a page before that axe was run on.
    page.evaluate("delete globalThis.axe; 0")
    assert page.evaluate(asked) == [[None, None]]
    know_names(page)
    assert page.evaluate(asked) == [["申請", "link"]]
