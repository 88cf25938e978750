"""``designsys build``: the files, the subset, and what it says when it cannot."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from designsys import install
from designsys.catalogue import load
from designsys.tokens import load as load_tokens

Run = Callable[..., Any]

TEMPLATES = {
    "form.html": """{% extends "layout/base.html" %}
{% import "designsys.jinja" as ds %}
{% from "macros.html" import contact %}
{% set title = "転出届" %}
{% block content %}
{{ ds.heading("引越しの予定", level=2) }}
{{ contact("電話番号") }}
{{ ds["button"]("次へ進む") }}
{% include "part.html" %}
{% endblock %}""",
    "layout/base.html": '{% extends "designsys/page.jinja" %}',
    "macros.html": """{% from "designsys/text_input.jinja" import text_input as field %}
{% macro contact(label) %}{{ field(label, label, hint="日中につながる番号", error="番号を入力してください") }}{% endmacro %}""",
    "part.html": '{% from "designsys/tag.jinja" import tag %}<p>{{ tag("受付中", kind="info") }}</p>',
}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A service's templates that use a few components in several ways."""
    folder = tmp_path / "templates"
    for name, source in TEMPLATES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(source, encoding="utf-8")
    return folder


def _manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_writes_every_component(designsys: Run, tmp_path: Path) -> None:
    result = designsys("build", "--out", tmp_path)
    assert result.code == 0
    manifest = _manifest(tmp_path)
    assert manifest["components"] == [component.name for component in load()]
    assert {path.name for path in tmp_path.iterdir()} == {"manifest.json", *manifest["files"].values()}
    assert result.out.splitlines() == [str(tmp_path / name) for name in manifest["files"].values()]


def test_takes_only_what_templates_use(designsys: Run, templates: Path, tmp_path: Path) -> None:
    result = designsys("build", "--out", tmp_path / "out", "--used-in", templates / "form.html")
    assert (result.code, result.err) == (0, "")
    names = set(_manifest(tmp_path / "out")["components"])
    assert {"page", "heading", "text_input", "button", "tag", "field", "hint", "error_message"} <= names
    assert names.isdisjoint({"accordion", "table", "radios", "footer"})


def _picture(browser: Any, templates: Path, assets: Path, scheme: str) -> bytes:
    environment = Environment(loader=FileSystemLoader(templates), autoescape=True)
    install(environment, assets=("/assets/", assets))
    html = environment.get_template("form.html").render()

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix("http://city.test/")
        if path.startswith("assets/"):
            route.fulfill(path=assets / path.removeprefix("assets/"))
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page = browser.new_page(color_scheme=scheme)
    page.route("http://city.test/**", answer)
    page.goto("http://city.test/")
    picture: bytes = page.screenshot(full_page=True)
    page.close()
    return picture


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_looks_the_same_with_the_subset(
    designsys: Run, templates: Path, tmp_path: Path, browser: Any, scheme: str
) -> None:
    designsys("build", "--out", tmp_path / "whole")
    designsys("build", "--out", tmp_path / "part", "--used-in", templates / "form.html")
    shutil.copytree(tmp_path / "part", tmp_path / "none")
    (next((tmp_path / "none").glob("*.css"))).write_text("", encoding="utf-8")
    whole = _picture(browser, templates, tmp_path / "whole", scheme)
    assert _picture(browser, templates, tmp_path / "part", scheme) == whole
    # The comparison would see a missing style.
    assert _picture(browser, templates, tmp_path / "none", scheme) != whole


def test_says_why_everything_is_included(designsys: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("\n{% include part %}", encoding="utf-8")
    result = designsys("build", "--out", tmp_path / "out", "--used-in", tmp_path / "a.html")
    assert result.code == 0
    assert f"{tmp_path / 'a.html'}:2: {{% include … %}}" in result.err
    assert len(_manifest(tmp_path / "out")["components"]) == len(load())


def test_reads_templates_in_other_delimiters(designsys: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<% from "designsys/tag.jinja" import tag %>', encoding="utf-8")
    arguments = ("build", "--out", tmp_path / "out", "--used-in", tmp_path / "a.html")
    assert designsys(*arguments, "--delimiters", "<% %> << >>").code == 0
    assert _manifest(tmp_path / "out")["components"] == ["tag"]


def test_one_theme_leaves_the_others_out(designsys: Run, tmp_path: Path) -> None:
    designsys("build", "--out", tmp_path / "all")
    designsys("build", "--out", tmp_path / "one", "--theme", "wakaba")
    every, one = (
        next((tmp_path / folder).glob("*.css")).read_text(encoding="utf-8") for folder in ("all", "one")
    )
    assert "data-ds-theme=wakaba" in every and "data-ds-theme=shu" in every
    assert "data-ds-theme=shu" not in one
    brand = load_tokens().resolve(theme="wakaba")["color.brand"].value["hex"]
    assert re.search(rf"--ds-color-brand:light-dark\([^;]*{brand}", one)


def test_puts_everything_into_a_layer(designsys: Run, tmp_path: Path) -> None:
    designsys("build", "--out", tmp_path, "--layer", "city.ds")
    css = (tmp_path / _manifest(tmp_path)["files"]["designsys.css"]).read_text(encoding="utf-8")
    assert css.startswith("@layer city.ds{")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--used-in", "missing.html"], "missing.html"),
        (["--layer", "a b"], "'a b' is not the name of a layer"),
        (["--delimiters", "<% %>"], "must be four marks"),
        (["--theme", "wakba"], "Did you mean 'wakaba'?"),
        (["--components", "missing"], "missing is not a folder of components"),
        (["--tokens", "missing"], "missing"),
    ],
    ids=["template", "layer", "delimiters", "theme", "components", "tokens"],
)
def test_wrong_usage_is_one_sentence(
    designsys: Run, tmp_path: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = designsys("build", "--out", tmp_path / "out", *arguments)
    assert result.code == 2
    assert words in result.err
    assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()
