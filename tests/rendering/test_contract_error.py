"""The place of a wrong call, wherever in a service's templates it is made."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from designsys import ContractError, install

IMPORT = '{% from "designsys/sample.jinja" import sample %}'
WRONG = "{{ sample('a', 'A', kid='x') }}"

TEMPLATES = {
    "plain.html": (f"{IMPORT}\n\n{WRONG}", ("plain.html", 3)),
    "block.html": (
        f"{{% extends 'base.html' %}}{IMPORT}\n{{% block b %}}\n{WRONG}{{% endblock %}}",
        ("block.html", 3),
    ),
    "parent.html": ("{% extends 'wrong_base.html' %}", ("wrong_base.html", 2)),
    "include.html": ("\n{% include 'plain.html' %}", ("plain.html", 3)),
    "macro.html": (
        f"{IMPORT}{{% macro m() %}}\n{WRONG}{{% endmacro %}}\n\n{{{{ m() }}}}",
        ("macro.html", 2),
    ),
    "call.html": (
        f"{IMPORT}{{% call sample('b', 'B') %}}\n\n{WRONG}{{% endcall %}}",
        ("call.html", 3),
    ),
    "loop.html": (f"{IMPORT}{{% for i in [1] %}}\n{WRONG}{{% endfor %}}", ("loop.html", 2)),
    "all.html": ("{% import 'designsys.jinja' as ds %}\n{{ ds.sample('a', 'A', kid='x') }}", ("all.html", 2)),
}


def _environment(components: Path, *, enable_async: bool = False) -> Environment:
    templates = {name: source for name, (source, _) in TEMPLATES.items()}
    templates["base.html"] = "{% block b %}{% endblock %}"
    templates["wrong_base.html"] = f"{IMPORT}\n{WRONG}"
    environment = Environment(autoescape=True, enable_async=enable_async, loader=DictLoader(templates))
    install(environment, components=[components])
    return environment


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_call_is_named(components: Path, name: str) -> None:
    with pytest.raises(ContractError) as caught:
        _environment(components).get_template(name).render()
    assert (caught.value.template, caught.value.line) == TEMPLATES[name][1]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_call_is_named_in_async_templates(components: Path, name: str) -> None:
    template = _environment(components, enable_async=True).get_template(name)
    # A thread of its own: after a browser test, Playwright keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as pool, pytest.raises(ContractError) as caught:
        pool.submit(lambda: asyncio.run(template.render_async())).result()
    assert (caught.value.template, caught.value.line) == TEMPLATES[name][1]


def test_a_call_from_python_has_no_place(components: Path) -> None:
    sample = _environment(components).get_template("designsys/sample.jinja").module.sample  # type: ignore[attr-defined]
    with pytest.raises(ContractError) as caught:
        sample("a", "A", kid="x")
    assert caught.value.template is None
    assert caught.value.en == "sample: there is no parameter 'kid'; did you mean 'kind'?"
