"""A small catalogue of three components, so that these tests do not hang on the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from designsys import resources
from designsys.catalogue import Catalogue, load

CONTRACT = """
since = "0.1.0"
group = "{group}"
title = {{ ja = "部品", en = "Part" }}
summary = {{ ja = "例", en = "Example" }}
criteria = ["1.3.1"]
[[examples]]
name = "default"
title = {{ ja = "例", en = "Example" }}
procedure = {{ ja = "例", en = "Example" }}
"""


@pytest.fixture
def add_component(tmp_path: Path) -> Callable[..., Path]:
    """Writes a component's folder: its template, and where given its style and script."""

    def add(
        name: str, template: str = "", css: str | None = None, js: str | None = None, group: str = "input"
    ) -> Path:
        folder = tmp_path / "components" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.toml").write_text(CONTRACT.format(group=group), encoding="utf-8")
        body = template or f"{{% macro {name}() %}}{{% endmacro %}}"
        (folder / f"{name}.jinja").write_text(body, encoding="utf-8")
        for suffix, text in (("css", css), ("js", js)):
            if text is not None:
                (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
        return folder

    return add


@pytest.fixture
def catalogue(
    tmp_path: Path, add_component: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Catalogue:
    """``entry`` is made of ``frame``, which is made of ``note``; ``badge`` and ``page`` stand alone."""
    add_component("note", css=".ds-note { color: var(--ds-color-text); }", js="const key = 'note';")
    add_component(
        "frame",
        '{% from "designsys/note.jinja" import note as n %}{% macro frame() %}{% endmacro %}',
        ".ds-frame { margin: 0; }",
    )
    add_component(
        "entry",
        '{% macro entry() %}{% endmacro %}{% from "designsys/frame.jinja" import frame %}',
        ".ds-entry { padding: 0; }",
        "const key = 'entry';",
    )
    add_component("badge", css=".ds-badge { padding: 0; }", group="display")
    add_component("page", "{% block content %}{% endblock %}", ".ds-page { margin: 0; }", group="page")
    monkeypatch.setattr(resources, "components", lambda: str(tmp_path / "components"))
    return load()
