"""A page that did not change is not judged again; one byte anywhere and it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from designsys.audit import run as running_module
from designsys.audit.axe_core import script
from designsys.audit.cache import Cache
from designsys.audit.conditions import BASE, CONDITIONS, Condition
from designsys.audit.failures import overran
from designsys.audit.findings import Result
from designsys.audit.plan import plan
from designsys.audit.run import run
from designsys.audit.targets import addresses

FILES = {
    "index.html": '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試験</title>'
    '<link rel="stylesheet" href="a.css"><script src="a.js"></script></head>'
    '<body><main><h1>試験</h1><p id="p">本文</p><img src="a.svg"></main></body></html>',
    "a.css": "p { color: #333; }",
    "a.js": "addEventListener('load', () => fetch('answer.json').then(a => a.text()).then(t => { p.title = t; }));",
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    "answer.json": "1",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    for name, text in FILES.items():
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def judged(
    folder: Path, running: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., tuple[Result, int]]]:
    """Judges the folder with its cache: the result, and how many pages the checks really saw."""
    count = 0
    original = running_module._judge

    def counting(*arguments: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        return original(*arguments, **named)

    monkeypatch.setattr(running_module, "_judge", counting)

    def judge(conditions: tuple[Condition, ...] = (BASE,)) -> tuple[Result, int]:
        nonlocal count
        count = 0
        with addresses([str(folder / "index.html")]) as found:
            result = run(
                plan(found, conditions), running.lend("playwright"), 15, cache=Cache(folder.parent / "cache")
            )
        return result, count

    yield judge


def told(result: Result) -> list[tuple[str, str, str, str]]:
    return [(one.rule, one.selector, one.certainty, one.job.condition.id) for one in result.findings]


def test_an_unchanged_page_gives_the_same_without_being_judged(judged: Any) -> None:
    first, seen = judged(CONDITIONS[:3])
    second, again = judged(CONDITIONS[:3])
    assert seen > 0 and again == 0
    assert told(second) == told(first)
    assert ("image-alt", "img", "certain", "base") in told(second)


@pytest.mark.parametrize("name", FILES)
def test_one_byte_changed_judges_the_page_again(name: str, judged: Any, folder: Path) -> None:
    judged()
    changes = {
        "index.html": ("本文", "本分"),
        "a.css": ("#333", "#334"),
        "a.js": ("p.title", "p.lang"),
        "a.svg": ("0h9", "0h8"),
        "answer.json": ("1", "2"),
    }
    before, after = changes[name]
    (folder / name).write_text(FILES[name].replace(before, after), encoding="utf-8")
    assert judged()[1] > 0


def test_another_version_of_the_gate_judges_again(judged: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    judged()
    monkeypatch.setattr("designsys.audit.cache._versions", lambda axe: "another")
    assert judged()[1] > 0


def test_another_axe_core_judges_again(judged: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    judged()
    other = tmp_path / "axe.js"
    other.write_text(script().read_text(encoding="utf-8") + "\n", encoding="utf-8")
    monkeypatch.setenv("DESIGNSYS_AXE", str(other))
    assert judged()[1] > 0
    assert judged()[1] == 0


def test_another_list_of_words_judges_again(
    judged: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    judged()
    words = tmp_path / "words.toml"
    words.write_text('"本文" = "文"\n', encoding="utf-8")
    monkeypatch.setenv("DESIGNSYS_WORDS", str(words))
    assert judged()[1] > 0


def test_a_broken_file_in_the_cache_is_passed_over(judged: Any, folder: Path) -> None:
    first, _ = judged()
    for path in (folder.parent / "cache").iterdir():
        path.write_text("{", encoding="utf-8")
    again, seen = judged()
    assert seen > 0 and told(again) == told(first)


def test_what_did_not_end_in_time_is_not_kept(judged: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Late:
        __name__ = "designsys.audit.checks.late"
        ASPECTS = frozenset({"width"})
        ACTS = False

        def judge(self, page: Any) -> Any:
            raise overran(page.url, 3)

    chosen = [*running_module.all_checks(), Late()]
    monkeypatch.setattr("designsys.audit.run.all_checks", lambda: chosen)
    first, _ = judged()
    again, seen = judged()
    assert seen > 0
    assert ("late", "html", "advice", "base") in told(first) and told(again) == told(first)
