"""What assert_accessible makes of a part of a page; tests/test_pytest_plugin.py judges with it."""

from __future__ import annotations

import pytest

from designsys.audit.assertion import whole_page


@pytest.mark.parametrize(
    "markup", ["<!DOCTYPE html><p>a", "\n<!-- x -->\n<html><p>a", '<?xml version="1.0"?><html/>', "<body>a"]
)
def test_a_whole_page_stays_as_it_is(markup: str) -> None:
    assert whole_page(markup) == markup


@pytest.mark.parametrize(
    ("markup", "lang", "expected"),
    [("<p>住所</p>", None, "ja"), ("<p>Address</p>", None, "en"), ("<p>Adresse</p>", "de", "de")],
)
def test_a_part_gets_a_page(markup: str, lang: str | None, expected: str) -> None:
    page = whole_page(markup, lang)
    assert f'<html lang="{expected}">' in page
    assert f"<main>\n{markup}\n</main>" in page


def test_a_main_of_its_own_is_not_doubled() -> None:
    assert whole_page("<main>a</main>").count("<main") == 1
