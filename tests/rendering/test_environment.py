"""The private environment: compiled once, whatever the threads, and left as it is by the service's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jinja2 import Environment

from designsys import install
from designsys.rendering.environment import PrivateEnvironment

CALL = "{% from 'designsys/sample.jinja' import sample %}{{ sample('a', 'A') }}"


def test_sixteen_threads_compile_once(components: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = PrivateEnvironment.compile

    def counting(self: PrivateEnvironment, source: str, name: str, *rest: object) -> object:
        compiled.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(PrivateEnvironment, "compile", counting)
    environment = Environment(autoescape=True)
    install(environment, components=[components])
    template = environment.from_string(CALL)
    with ThreadPoolExecutor(16) as pool:
        pages = list(pool.map(lambda _: template.render(), range(64)))
    assert len(set(pages)) == 1
    assert compiled.count("designsys/sample.jinja") == 1


def test_nested_markup_is_escaped_once(components: Path) -> None:
    environment = Environment(autoescape=True)
    install(environment, components=[components])
    source = "{% from 'designsys/sample.jinja' import sample %}{% call sample('a', 'A') %}{{ sample('b', '&') }}{% endcall %}"
    html = environment.from_string(source).render()
    assert "<b>&amp;</b>" in html
    assert "&lt;" not in html
