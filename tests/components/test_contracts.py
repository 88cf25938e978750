"""A component keeps its contract: signature, examples, words, valid HTML."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from designsys.catalogue import load
from designsys.rendering.environment import PrivateEnvironment
from designsys.rendering.examples import example_environment, render_example
from designsys.rendering.words import Words

LONG_TEXT = 120
VNU = (
    Path(__file__).parent.parent.parent
    / ".cache"
    / "vnu"
    / "node_modules"
    / "vnu-jar"
    / "build"
    / "dist"
    / "vnu.jar"
)


@pytest.fixture(scope="session")
def environment(assets: Path) -> Any:
    return example_environment(assets=("/static/designsys/", assets))


def test_signature_equals_contract(component: Any) -> None:
    if component.blocks:
        return  # a page is extended, not called: its parameters are set by the child
    private = PrivateEnvironment(load(), Words(lambda: "ja"))
    tree = private.parse(component.template.read_text(encoding="utf-8"))
    macro = next(node for node in tree.find_all(nodes.Macro) if node.name == component.name)
    names = [argument.name for argument in macro.args]
    assert names == [parameter.name for parameter in component.parameters]
    defaults = dict(
        zip(
            names[len(names) - len(macro.defaults) :],
            (node.as_const() for node in macro.defaults),
            strict=True,
        )
    )
    for parameter in component.parameters:
        if parameter.required:
            assert parameter.name not in defaults, f"{parameter.name} is required and has a default"
        else:
            assert defaults[parameter.name] == (
                False if parameter.type == "boolean" and parameter.default is None else parameter.default
            ), parameter.name


def test_positional_parameters_come_first(component: Any) -> None:
    flags = [parameter.positional for parameter in component.parameters]
    assert flags == sorted(flags, reverse=True)


def test_has_the_examples_that_a_reader_looks_for(component: Any) -> None:
    names = {example.name for example in component.examples}
    wanted = {"default", "long_text"}
    parameters = set(component.by_name)
    wanted |= {name for name in ("hint", "error", "disabled", "readonly") if name in parameters}
    assert wanted <= names
    assert len(component.examples) == len(names)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_example_renders(example: Any, locale: str, environment: Any) -> None:
    html = render_example(example, locale, environment)
    assert "ds-" in html


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


def test_long_text_is_a_real_notice(component: Any) -> None:
    example = component.example("long_text")
    texts = [
        *_texts(example.localized("ja")),
        *(re.split(r"[\"'>]", str(source)) for source in (example.body, example.template) if source),
    ]
    flat = [text for item in texts for text in (item if isinstance(item, list) else [item])]
    assert any(
        len(text) > LONG_TEXT
        and re.search(r"\d", text)
        and re.search(r"[A-Za-z]{2}", text)
        and re.search(r"[（(「]", text)
        for text in flat
    ), max(flat, key=len)


def _sentences(source: str) -> set[str]:
    """The Japanese strings of an example that a reader would take for its own."""
    return {
        text
        for text in re.findall(r"[^\"'<>{}%\n、。]+", source)
        if re.search(r"[ぁ-ん一-龯]", text) and len(text) >= 8
    }


def test_no_two_components_share_a_text() -> None:
    owners: dict[str, set[str]] = {}
    for component in load():
        for example in component.examples:
            for text in _sentences(json.dumps(example.localized("ja"), ensure_ascii=False)):
                owners.setdefault(text, set()).add(component.name)
    shared = {text: sorted(names) for text, names in owners.items() if len(names) > 1}
    assert shared == {}


def test_ids_are_unique_in_a_component(component: Any, environment: Any) -> None:
    if component.furniture:
        return  # one to a page
    ids = [
        found
        for example in component.examples
        for found in re.findall(r'\sid="([^"]+)"', render_example(example, "ja", environment))
    ]
    assert sorted(ids) == sorted(set(ids))


def test_criteria_exist(component: Any, repository: Path) -> None:
    table = next((repository / "src" / "designsys").rglob("*.tsv")).read_text(encoding="utf-8")
    known = {line.split("\t")[0] for line in table.splitlines() if not line.startswith("#")}
    assert component.criteria
    assert set(component.criteria) <= known


@pytest.fixture(scope="session")
def html_messages(environment: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the Nu HTML Checker says, by example and locale; one run for all."""
    if shutil.which("java") is None:
        pytest.skip("Java is absent: the Nu HTML Checker needs it")
    if not VNU.is_file():
        pytest.skip("the Nu HTML Checker is absent: npm install --prefix .cache/vnu vnu-jar")
    folder = tmp_path_factory.mktemp("vnu")
    for component in load():
        for example in component.examples:
            for locale in ("ja", "en"):
                html = render_example(example, locale, environment)
                if not html.lower().startswith("<!doctype"):
                    html = f'<!DOCTYPE html><html lang="{locale}"><head><title>x</title></head><body>{html}</body></html>'
                (folder / f"{example.id}.{locale}.html").write_text(html, encoding="utf-8")
    command = [
        "java",
        "-jar",
        str(VNU),
        "--format",
        "json",
        "--exit-zero-always",
        "--errors-only",
        str(folder),
    ]
    result = subprocess.run(command, capture_output=True, check=True)
    messages: dict[str, list[str]] = {path.name: [] for path in folder.iterdir()}
    for message in json.loads(result.stderr or b'{"messages": []}')["messages"]:
        name = message["url"].rsplit("/", 1)[-1]
        messages[name].append(f"{message['message']} {message.get('extract', '')[:120]!r}")
    return messages


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_html_is_valid(example: Any, locale: str, html_messages: dict[str, list[str]]) -> None:
    assert html_messages[f"{example.id}.{locale}.html"] == []


def test_script_is_one_guarded_custom_element(component: Any) -> None:
    if component.script is None:
        return
    text = component.script.read_text(encoding="utf-8")
    assert (
        f'customElements.get("ds-{component.name.replace("_", "-")}")' in text
        or "customElements.get(" in text
    )
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE), "modules are concatenated"
    assert "innerHTML" not in text, "Trusted Types refuse it"
    assert not re.search(r"[ぁ-ん一-龯]", re.sub(r"//.*|/\*[\s\S]*?\*/", "", text)), (
        "words come from the macro"
    )


def test_template_has_no_words_of_its_own(component: Any) -> None:
    text = re.sub(r"\{#[\s\S]*?#\}", "", component.template.read_text(encoding="utf-8"))
    assert not re.search(r"[ぁ-ん一-龯]", text), 'words come from the catalogues: _("…")'
    # A word of the catalogue may be Markup, so that what is put into it is escaped and nothing else.
    assert "|safe" not in re.sub(r'_\("[^"]+"\)\|safe', "", text.replace(" ", ""))
