"""Each rule against a style sheet that it must refuse, line by line, and one that it must let pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from designsys.styles.lint import lint_css, rules

HERE = Path(__file__).parent
# A line of fails.css says what is found in it: /* fault: part of the message */
FAULT = re.compile(r"/\* fault: (.+?) \*/")
NAMES = sorted(rules())


def _found(rule: str, file: str) -> list[tuple[int, str]]:
    return [(found.line, found.en) for found in lint_css([HERE / rule / file]) if found.rule == rule]


@pytest.mark.parametrize("rule", NAMES)
def test_refuses_exactly_the_marked_lines(rule: str) -> None:
    lines = (HERE / rule / "fails.css").read_text(encoding="utf-8").splitlines()
    marked = [(number, match[1]) for number, line in enumerate(lines, 1) if (match := FAULT.search(line))]
    found = _found(rule, "fails.css")
    assert marked
    assert [line for line, _ in found] == [line for line, _ in marked]
    assert [part for (_, message), (_, part) in zip(found, marked, strict=True) if part not in message] == []


@pytest.mark.parametrize("rule", NAMES)
def test_lets_good_css_pass(rule: str) -> None:
    assert _found(rule, "passes.css") == []


@pytest.mark.parametrize("rule", NAMES)
def test_says_it_in_both_languages(rule: str) -> None:
    for found in lint_css([HERE / rule / "fails.css"]):
        assert re.search(r"[ぁ-ん]", found.ja)
        assert not re.search(r"[ぁ-ん]", found.en)


def test_every_folder_belongs_to_a_rule() -> None:
    assert (
        sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__") == NAMES
    )


@pytest.mark.parametrize("folder", ["components", "docs_site", "src/designsys/styles/base.css"])
def test_our_own_css_is_clean(repository: Path, folder: str) -> None:
    assert [str(finding) for finding in lint_css([repository / folder])] == []
