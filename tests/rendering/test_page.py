"""``page.jinja`` in a service's environment: what its child sets, forgets or mistypes."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from designsys import ContractError, DesignsysError, install

PAGE = '{% extends "designsys/page.jinja" %}{% set title = "届出" %}'
LAYOUT = PAGE + "{% block content %}<div>{% block inner %}{% endblock %}</div>{% endblock %}"


def _render(source: str, assets: Path, **settings: object) -> str:
    environment = Environment(
        autoescape=True, loader=DictLoader({"page.html": source, "layout.html": LAYOUT})
    )
    install(environment, assets=("/static/", assets), **settings)  # type: ignore[arg-type]
    return environment.get_template("page.html").render()


def test_it_links_the_built_files(assets: Path) -> None:
    html = _render(PAGE, assets)
    for path in assets.iterdir():
        if path.suffix in {".css", ".js"}:
            assert f'"/static/{path.name}"' in html


def test_the_theme_of_install_reaches_the_page(assets: Path) -> None:
    assert 'data-ds-theme="wakaba"' in _render(PAGE, assets, theme="wakaba")


def test_a_missing_title_is_an_error(assets: Path) -> None:
    with pytest.raises(ContractError) as caught:
        _render('{% extends "designsys/page.jinja" %}', assets)
    assert caught.value.parameter == "title"


def test_a_mistyped_block_is_an_error_and_a_layouts_own_is_not(assets: Path) -> None:
    with pytest.raises(ContractError) as caught:
        _render(PAGE + "{% block contnet %}x{% endblock %}", assets)
    assert caught.value.near == "content"
    assert "<div>x</div>" in _render('{% extends "layout.html" %}{% block inner %}x{% endblock %}', assets)
    with pytest.raises(ContractError):
        _render('{% extends "layout.html" %}{% block iner %}x{% endblock %}', assets)


def test_assets_that_are_not_built_are_named(tmp_path: Path) -> None:
    with pytest.raises(DesignsysError, match=r"manifest\.json"):
        _render(PAGE, tmp_path)
