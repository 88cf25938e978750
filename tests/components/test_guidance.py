"""The guidance pages: both languages, what to use instead, and no sentence that stands in two of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from designsys.catalogue import load
from designsys.rendering.examples import example_environment

SECTIONS = {
    "ja": ["使うとき", "使わないとき", "書き方", "アクセシビリティ"],
    "en": ["When to use", "When not to use", "How to write it", "Accessibility"],
}


def _split(path: Path) -> tuple[dict[str, Any], str]:
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    return tomllib.loads(front), body


@pytest.mark.parametrize("locale", SECTIONS)
def test_answers_the_four_questions(component: Any, locale: str) -> None:
    front, body = _split(component.guidance(locale))
    headings = re.findall(r"^## (.+)$", body, re.MULTILINE)
    assert headings[:2] == SECTIONS[locale][:2]
    assert set(SECTIONS[locale]) <= set(headings)
    assert front["words"], "index words: spellings, readings, English names"


@pytest.mark.parametrize("locale", SECTIONS)
def test_says_what_to_use_instead(component: Any, locale: str) -> None:
    _, body = _split(component.guidance(locale))
    section = body.split(f"## {SECTIONS[locale][1]}\n")[1].split("\n## ")[0]
    linked = re.findall(r"\]\(component:(\w+)\)", section)
    assert linked, "names no component to use instead"
    assert component.name not in linked


@pytest.mark.parametrize("locale", SECTIONS)
def test_links_name_components_that_exist(component: Any, locale: str) -> None:
    _, body = _split(component.guidance(locale))
    for name in re.findall(r"\]\(component:(\w+)\)", body):
        assert name in load()


class Anything:
    """Stands for what a service has: ``answers.name``, ``form["x"]``."""

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return name

    def __getitem__(self, name: str) -> str:
        return name

    def get(self, name: str, default: object = None) -> object:
        return default


@pytest.mark.parametrize("locale", SECTIONS)
def test_code_blocks_render(component: Any, locale: str, assets: Path) -> None:
    _, body = _split(component.guidance(locale))
    for block in re.findall(r"^```(?:jinja|html\+jinja)\n(.*?)^```", body, re.MULTILINE | re.DOTALL):
        environment = example_environment(assets=("/static/designsys/", assets))
        environment.from_string(block).render(errors={}, form=Anything(), answers=Anything(), csrf_token="x")


def test_no_sentence_stands_in_two_pages() -> None:
    owners: dict[str, set[str]] = {}
    for component in load():
        for locale in SECTIONS:
            _, body = _split(component.guidance(locale))
            prose = re.sub(r"```.*?```", "", body, flags=re.DOTALL)
            for sentence in re.split(r"(?<=[。．.!?])\s*|\n", prose):
                if len(sentence.strip()) > 20:
                    owners.setdefault(sentence.strip(), set()).add(f"{component.name}.{locale}")
    assert {sentence: sorted(pages) for sentence, pages in owners.items() if len(pages) > 1} == {}
