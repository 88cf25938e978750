"""``install``: twice, on an overlay, without a loader, before and after the first request."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from designsys import DesignsysError, install

CALL = "{% from 'designsys/sample.jinja' import sample %}{{ sample('a', 'A', href='/x', kind=kind) }}"


def test_without_a_loader(components: Path) -> None:
    environment = Environment(autoescape=True)
    install(environment, components=[components])
    assert "<b>A</b>" in environment.from_string(CALL).render(kind="calm")


def test_twice_takes_the_later_settings(components: Path) -> None:
    environment = Environment(autoescape=True, loader=DictLoader({"p": CALL}))
    install(environment, components=[components], locale="ja")
    before = environment.get_template("p").render(kind="calm")
    install(environment, components=[components], locale="en")
    after = environment.get_template("p").render(kind="calm")
    assert "※必須" in before
    assert "Required" in after


def test_an_overlay_leaves_the_first_environment_alone(components: Path) -> None:
    first = Environment(autoescape=True, loader=DictLoader({"p": CALL}))
    install(first, components=[components])
    overlay = first.overlay()
    install(overlay, components=[components], check="log")
    assert 'data-kind="calm"' in overlay.get_template("p").render(kind="?")
    with pytest.raises(DesignsysError):
        first.get_template("p").render(kind="?")


def test_after_the_first_request(components: Path) -> None:
    environment = Environment(autoescape=True, loader=DictLoader({"own": "own", "p": CALL}))
    assert environment.get_template("own").render() == "own"
    install(environment, components=[components])
    assert environment.get_template("own").render() == "own"
    assert "<b>A</b>" in environment.get_template("p").render(kind="calm")


def test_it_adds_no_global_name_and_no_filter(components: Path) -> None:
    environment = Environment(autoescape=True)
    globals_before, filters_before = dict(environment.globals), dict(environment.filters)
    install(environment, components=[components])
    environment.from_string(CALL).render(kind="calm")
    assert environment.globals == globals_before
    assert environment.filters == filters_before


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"theme": "wakabba"}, "there is no theme 'wakabba' in "),
        ({"check": "warn"}, "install: check is 'warn'; it must be one of error, log, off."),
        ({"components": ["/nowhere"]}, " is not a folder of components."),
    ],
)
def test_wrong_settings_are_one_sentence(
    settings: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESIGNSYS_LANG", "en")
    with pytest.raises(DesignsysError) as caught:
        install(Environment(), **settings)  # type: ignore[arg-type]
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_components_of_one_name_are_both_named(components: Path, tmp_path: Path) -> None:
    twin = tmp_path / "sample"
    twin.mkdir()
    (twin / "sample.toml").write_text("", encoding="utf-8")
    with pytest.raises(DesignsysError) as caught:
        install(Environment(), components=[components, tmp_path])
    assert str(components / "sample") in str(caught.value)
    assert str(twin) in str(caught.value)
