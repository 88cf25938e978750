"""A service's environment of any settings gets the same HTML."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChainableUndefined, DictLoader, Environment, StrictUndefined, TemplateNotFound, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from designsys import ContractError, install

CALL = "sample('a', '<A>', [(1, 'B')], error=errors.a, attributes={'class': 'x', 'aria-describedby': 'y'})"
PAGES = {
    "from": "{% from 'designsys/sample.jinja' import sample %}{{ " + CALL + " }}",
    "as": "{% from 'designsys/sample.jinja' import sample as s %}{{ "
    + CALL.replace("sample", "s", 1)
    + " }}",
    "import": "{% import 'designsys/sample.jinja' as m %}{{ m." + CALL + " }}",
    "all": "{% import 'designsys.jinja' as ds %}{{ ds." + CALL + " }}",
    "call": "{% from 'designsys/sample.jinja' import sample %}{% call "
    + CALL
    + " %}<p>{{ 'é<' }}</p>{% endcall %}",
}
ENVIRONMENTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "strict": {"undefined": StrictUndefined},
    "chainable": {"undefined": ChainableUndefined},
    "async": {"enable_async": True},
    "delimiters": {
        "block_start_string": "<%",
        "block_end_string": "%>",
        "variable_start_string": "${",
        "variable_end_string": "}",
        "comment_start_string": "<#",
        "comment_end_string": "#>",
    },
    "line statements": {"line_statement_prefix": "#", "line_comment_prefix": "##"},
    "i18n": {"extensions": ["jinja2.ext.i18n", "jinja2.ext.do"]},
    "trimmed": {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True},
}


def _render(environment: Environment, name: str, components: Path) -> str:
    install(environment, components=[components])
    template = environment.get_template(name)
    if environment.is_async:
        # A thread of its own: after a browser test, Playwright keeps an event loop running in this one.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(lambda: asyncio.run(template.render_async(errors={}))).result()
    return template.render(errors={})


def _environment(settings: dict[str, Any], cls: type[Environment] = Environment) -> Environment:
    pages = PAGES
    if "block_start_string" in settings:
        swap = {"{%": "<%", "%}": "%>", "{{": "${", "}}": "}"}
        for old, new in swap.items():
            pages = {name: source.replace(old, new) for name, source in pages.items()}
    return cls(loader=DictLoader(pages), **{"autoescape": True, **settings})


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("settings", ENVIRONMENTS)
def test_every_environment_gets_the_same_html(components: Path, settings: str, page: str) -> None:
    expected = _render(_environment({}), page, components)
    assert "&lt;A&gt;" in expected
    assert _render(_environment(ENVIRONMENTS[settings]), page, components).strip() == expected.strip()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("cls", [SandboxedEnvironment, ImmutableSandboxedEnvironment])
def test_sandboxes_get_the_same_html(components: Path, cls: type[Environment], page: str) -> None:
    assert _render(_environment({}, cls), page, components) == _render(_environment({}), page, components)


@pytest.mark.parametrize("page", sorted(set(PAGES) - {"call"}))
def test_autoescape_off_gets_the_same_html(components: Path, page: str) -> None:
    assert _render(_environment({"autoescape": False}), page, components) == _render(
        _environment({}), page, components
    )


def test_a_body_of_an_environment_without_autoescape_is_taken_as_it_is(components: Path) -> None:
    html = _render(_environment({"autoescape": False}), "call", components)
    assert "<main><p>é<</p></main>" in html


@pytest.mark.parametrize("undefined", [Undefined, StrictUndefined, ChainableUndefined])
def test_a_missing_key_is_not_given_and_a_mistyped_variable_is_a_fault(
    components: Path, undefined: Any
) -> None:
    environment = Environment(autoescape=True, undefined=undefined)
    install(environment, components=[components])
    head = "{% from 'designsys/sample.jinja' import sample %}"
    fine = environment.from_string(
        head + "{{ sample('a', 'A', hint=texts.hint, error=texts['e'], count=texts.n) }}"
    )
    assert "<i>" not in fine.render(texts={})
    with pytest.raises(ContractError, match="'hint' got the undefined variable 'hnit'|「hnit」"):
        environment.from_string(head + "{{ sample('a', 'A', hint=hnit) }}").render()


def test_mistyped_names_give_the_nearest(components: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "en")
    environment = Environment(autoescape=True)
    install(environment, components=[components])
    with pytest.raises(TemplateNotFound, match="did you mean 'designsys/sample.jinja'"):
        environment.from_string("{% from 'designsys/sampel.jinja' import sample %}").render()
    with pytest.raises(ContractError, match="there is no macro 'sampel'; did you mean 'sample'"):
        environment.from_string("{% from 'designsys/sample.jinja' import sampel %}").render()
    with pytest.raises(ContractError, match="did you mean 'sample'"):
        environment.from_string("{% import 'designsys.jinja' as ds %}{{ ds.smaple('a', 'A') }}").render()


def test_the_service_keeps_its_own_templates_and_listing(components: Path) -> None:
    environment = Environment(loader=DictLoader({"own.html": "own"}), autoescape=True)
    install(environment, components=[components])
    assert environment.get_template("own.html").render() == "own"
    assert {"own.html", "designsys.jinja", "designsys/sample.jinja"} <= set(environment.list_templates())
    with pytest.raises(TemplateNotFound):
        environment.get_template("none.html")
