"""The one template that a service extends: the same page in every environment, and no silent slips."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChainableUndefined, DictLoader, Environment, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from designsys import ContractError, DesignsysError, install, use_locale

PAGES = {
    "page": (
        "{% extends 'designsys/page.jinja' %}\n{% from 'designsys/heading.jinja' import heading %}\n"
        "{% set title = 'A & <B>' %}\n{% set description = '\"x\"' %}\n{% set body_attributes = {'class': 'mine'} %}\n"
        "{% block header %}<header>{{ super() }}</header>{% endblock %}\n"
        "{% block content %}{{ heading('H & M', level=1) }}{% endblock %}\n"
    ),
    "layout": (
        "{% extends 'designsys/page.jinja' %}{% set lang = 'en' %}"
        "{% block main %}<nav>{% block places %}{% endblock %}</nav>{{ super() }}{% endblock %}"
        "{% block content %}<div>{% block form %}{% block question %}{% endblock %}{% endblock %}</div>{% endblock %}"
    ),
    "child": (
        "{% extends 'layout' %}{% set title = 'Child' %}"
        "{% block places %}P{% endblock %}{% block question %}Q{% endblock %}"
    ),
}
ENVIRONMENTS: dict[str, dict[str, Any]] = {
    "strict": {"undefined": StrictUndefined},
    "chainable": {"undefined": ChainableUndefined},
    "autoescape off": {"autoescape": False},
    "async": {"enable_async": True},
    "trimmed": {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True},
    "line statements": {"line_statement_prefix": "#", "line_comment_prefix": "##"},
    "i18n": {"extensions": ["jinja2.ext.i18n", "jinja2.ext.do"]},
    "delimiters": {
        "block_start_string": "<%",
        "block_end_string": "%>",
        "variable_start_string": "${",
        "variable_end_string": "}",
        "comment_start_string": "<#",
        "comment_end_string": "#>",
    },
    "percent lines": {
        "block_start_string": "[[%",
        "block_end_string": "%]]",
        "variable_start_string": "[[",
        "variable_end_string": "]]",
    },
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a manifest, as ``designsys build`` writes one."""
    folder = tmp_path_factory.mktemp("built")
    files = {"designsys.css": "designsys.1.css", "designsys.js": "designsys.2.js"}
    (folder / "manifest.json").write_text(json.dumps({"files": files}), encoding="utf-8")
    return folder


def _environment(
    built: Path,
    settings: dict[str, Any],
    cls: type[Environment] = Environment,
    pages: dict[str, str] | None = None,
    **options: Any,
) -> Environment:
    pages = {**PAGES, **(pages or {})}
    if "block_start_string" in settings:
        marks = {
            "{%": "block_start_string",
            "%}": "block_end_string",
            "{{": "variable_start_string",
            "}}": "variable_end_string",
        }
        for mark, name in marks.items():
            pages = {page: source.replace(mark, settings[name]) for page, source in pages.items()}
    environment = cls(loader=DictLoader(pages), **{"autoescape": True, **settings})
    install(environment, assets=("/static/designsys", built), **options)
    return environment


def _render(environment: Environment, name: str, **context: Any) -> str:
    template = environment.get_template(name)
    if not environment.is_async:
        return template.render(context)
    # A thread of its own: Playwright keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(template.render_async(context))).result()


def _page(built: Path, source: str, check: Any = "error", **context: Any) -> str:
    """The page of a child that is ``source`` after its ``extends``."""
    pages = {"test.html": "{% extends 'designsys/page.jinja' %}" + source}
    environment = _environment(built, {"undefined": StrictUndefined}, pages=pages, check=check)
    return _render(environment, "test.html", **context)


def test_the_document(built: Path) -> None:
    assert _render(_environment(built, {}), "page") == (
        "<!doctype html>\n"
        '<html lang="ja">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<title>A &amp; &lt;B&gt;</title>\n"
        '<meta name="description" content="&#34;x&#34;">\n'
        '<link rel="stylesheet" href="/static/designsys/designsys.1.css">\n'
        '<script type="module" src="/static/designsys/designsys.2.js"></script>\n'
        "</head>\n"
        '<body class="ds-page mine">\n'
        f'<a class="ds-skip-link" href="#main">{_skip_words()}</a>\n'
        "<header></header>"
        '<main class="ds-page__main" id="main" tabindex="-1" data-width="page">\n'
        '<h1 class="ds-heading" data-size="xlarge">H &amp; M</h1>\n'
        "</main>\n"
        "</body>\n"
        "</html>\n"
    )


def _skip_words() -> str:
    environment = Environment(autoescape=True)
    install(environment)
    html = environment.from_string(
        "{% from 'designsys/skip_link.jinja' import skip_link %}{{ skip_link() }}"
    ).render()
    return html.partition(">")[2].partition("<")[0]


@pytest.mark.parametrize("page", ["page", "child"])
@pytest.mark.parametrize("settings", ENVIRONMENTS)
def test_every_environment_gets_the_same_page(built: Path, settings: str, page: str) -> None:
    expected = _render(_environment(built, {}), page)
    html = _render(_environment(built, ENVIRONMENTS[settings]), page)
    # A trimming environment trims the service's own lines too; of ours not a character may differ.
    assert html.splitlines() == expected.splitlines()


@pytest.mark.parametrize("page", ["page", "child"])
@pytest.mark.parametrize("cls", [SandboxedEnvironment, ImmutableSandboxedEnvironment])
def test_sandboxes_get_the_same_page(built: Path, cls: type[Environment], page: str) -> None:
    assert _render(_environment(built, {}, cls), page) == _render(_environment(built, {}), page)


def test_a_layout_may_have_blocks_of_its_own_inside_ours(built: Path) -> None:
    html = _render(_environment(built, {}), "child")
    assert "<nav>P</nav><main" in html
    assert "<div>Q</div></main>" in html
    assert '<html lang="en">' in html


def test_values_may_come_with_the_context(built: Path) -> None:
    assert "<title>Given</title>" in _page(built, "", title="Given")


def test_the_language_is_that_of_the_words(built: Path) -> None:
    with use_locale("en"):
        assert '<html lang="en">' in _page(built, "{% set title = 'T' %}")


def test_words_in_another_language_than_the_page_say_so(built: Path) -> None:
    html = _page(built, "{% set title = 'T' %}{% set lang = 'ar' %}{% set dir = 'rtl' %}")
    assert '<html lang="ar" dir="rtl">' in html
    assert '<a class="ds-skip-link" href="#main" lang="ja">' in html


@pytest.mark.parametrize(
    ("scheme", "meta", "attribute"),
    [
        ("auto", "light dark", ""),
        ("dark", "dark", ' data-ds-scheme="dark"'),
        ("high-contrast", "light", ' data-ds-scheme="high-contrast"'),
    ],
)
def test_scheme(built: Path, scheme: str, meta: str, attribute: str) -> None:
    html = _page(built, f"{{% set title = 'T' %}}{{% set scheme = '{scheme}' %}}")
    assert f'<meta name="color-scheme" content="{meta}">' in html
    assert f'<body class="ds-page"{attribute}>' in html


def test_the_page_s_theme_outdoes_the_installed_one(built: Path) -> None:
    pages = {
        "a": "{% extends 'designsys/page.jinja' %}{% set title = 'T' %}",
        "b": "{% extends 'a' %}{% set theme = 'shu' %}",
    }
    environment = _environment(built, {}, pages=pages, theme="wakaba")
    assert 'data-ds-theme="wakaba"' in _render(environment, "a")
    assert 'data-ds-theme="shu"' in _render(environment, "b")


@pytest.mark.parametrize("check", ["error", "log", "off"])
@pytest.mark.parametrize(
    "source",
    ["", "{% set title = '' %}", "{% set title = none %}", "{% set title = mistyped %}"],
    ids=["unset", "empty", "none", "undefined"],
)
def test_a_page_without_a_title_is_refused_in_every_mode(built: Path, source: str, check: str) -> None:
    with pytest.raises(ContractError) as caught:
        _page(built, source, check)
    assert caught.value.component == "page"
    assert caught.value.parameter == "title"
    assert caught.value.template == "test.html"


def test_an_unknown_block_is_an_error_that_names_the_nearest(built: Path) -> None:
    with pytest.raises(ContractError) as caught:
        _page(built, "{% set title = 'T' %}{% block contents %}lost{% endblock %}")
    assert caught.value.near == "content"
    assert caught.value.template == "test.html"


def test_an_unknown_block_of_a_layout_s_child_is_an_error(built: Path) -> None:
    pages = {"bad": "{% extends 'layout' %}{% set title = 'T' %}{% block questoin %}lost{% endblock %}"}
    with pytest.raises(ContractError, match="questoin"):
        _render(_environment(built, {}, pages=pages), "bad")


def test_an_unknown_block_is_only_logged_by_a_live_service(
    built: Path, caplog: pytest.LogCaptureFixture
) -> None:
    html = _page(built, "{% set title = 'T' %}{% block contents %}lost{% endblock %}", check="log")
    assert html.endswith("</html>\n")
    assert "contents" in caplog.text


def test_a_value_outside_its_set_is_an_error(built: Path) -> None:
    with pytest.raises(ContractError) as caught:
        _page(built, "{% set title = 'T' %}{% set scheme = 'drak' %}")
    assert caught.value.near == "dark"


def test_missing_assets_are_one_sentence(tmp_path: Path) -> None:
    environment = _environment(tmp_path, {})
    with pytest.raises(DesignsysError, match="designsys build --out"):
        _render(environment, "page")
